import { sameScript } from './word-likeness.ts'
import type { TypedWord } from './word-likeness.ts'

export interface NameLikeness {
  /** How well the record answers the typed words, 0 to 1. */
  readonly likeness: number
  /** The same, less a little for every word of the record that nobody typed: the whole name comes first. */
  readonly fit: number
}

type Words = readonly string[]

/** What a name would lose if nobody had typed any of its words: too little to outweigh an age or a place. */
const UNTYPED = 0.03

/** Holds typed words against a name in one or two scripts; each word of the record answers one typed word at most. */
export function nameLikeness(typed: readonly TypedWord[], latin: Words, own: Words): NameLikeness {
  // Word for word where both scripts have as many, so that a box with words of both is understood.
  if (latin.length === own.length) return answered(typed, zipped(latin, own))
  const forms = [latin, ...(own.length === 0 ? [] : [own])].map((words) => answered(typed, words.map(single)))
  return forms.reduce((best, other) => (other.fit > best.fit ? other : best), nothing)
}

const nothing: NameLikeness = { likeness: 0, fit: 0 }

const single = (word: string): Words => [word]

const zipped = (latin: Words, own: Words): readonly Words[] => latin.map((word, at) => [word, own[at] ?? word])

/** Gives the surest pairs to each other first: "ram ramesh" finds one of each. */
function answered(typed: readonly TypedWord[], places: readonly Words[]): NameLikeness {
  const pairs = typed
    .flatMap((word) => places.map((place) => ({ word, place, like: bestOf(word, place) })))
    .toSorted((one, other) => other.like - one.like)
  const open = new Set(typed)
  const free = new Set(places)
  let sum = 0
  for (const { word, place, like } of pairs) {
    if (!open.has(word) || !free.has(place)) continue
    open.delete(word)
    free.delete(place)
    sum += like
  }
  const likeness = sum / Math.max(1, typed.length)
  return { likeness, fit: likeness * (1 - (UNTYPED * free.size) / Math.max(1, places.length)) }
}

/** A word in the script that was typed says more than its sound in another. */
function bestOf(typed: TypedWord, place: Words): number {
  const alike = place.filter((word) => sameScript(typed.text, word))
  return Math.max(0, ...(alike.length > 0 ? alike : place).map((word) => typed.likenessTo(word)))
}
