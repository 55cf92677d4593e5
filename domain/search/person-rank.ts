import { ageOn } from '../person/person.ts'
import type { Person } from '../person/person.ts'
import { codeWord } from '../person/unidentified.ts'
import { fold } from './fold.ts'
import { nameLikeness } from './name-likeness.ts'
import type { Reason } from './reason.ts'
import { typedWord } from './word-likeness.ts'
import type { TypedWord } from './word-likeness.ts'
import { wordsOf } from './words-of.ts'

/** What somebody is looked for by; null for what was not typed. */
export interface Sought {
  readonly words: readonly string[]
  /** The words of a father's, mother's or husband's name. */
  readonly guardian: readonly string[]
  readonly age: number | null
  readonly phone: string | null
  /** The last digits of a phone. */
  readonly phoneEnd: string | null
  readonly place: string | null
  readonly shortCode: string | null
  readonly abha: string | null
}

export interface Ranked {
  readonly person: Person
  readonly score: number
  readonly reasons: readonly Reason[]
}

type Match = Reason['match']

/** How much each kind of match counts. */
const weight = { name: 6, guardian: 3, age: 2, place: 1, phoneEnd: 2, phone: 4, card: 8, abha: 8 } as const
/** A name that is only rather like the typed one must not win by its age. */
const SHARPNESS = 4
const worth: Readonly<Record<Match, number>> = { same: 1, close: 0.6, different: 0 }

/** Compares what was typed with one person after another; what was not typed counts neither way. */
export function ranking(sought: Sought, today: string): (person: Person) => Ranked {
  const typed = sought.words.map(typedWord)
  const parent = sought.guardian.map(typedWord)
  return (person) => {
    const name = typed.length === 0 ? null : nameMatch(typed, person)
    const guardian = parent.length === 0 || person.guardian === null ? null : parentMatch(parent, person.guardian)
    const age = sought.age === null ? null : ageMatch(sought.age, ageOn(person.birth, today))
    const place = sought.place === null ? null : placeMatch(sought.place, person)
    const phone = sought.phone === null ? null : samePhone(sought.phone, person)
    const end = sought.phoneEnd === null ? null : sameEnd(sought.phoneEnd, person)
    const reasons: Reason[] = []
    if (sought.shortCode !== null) reasons.push({ field: 'card', match: 'same' })
    const abha = sought.abha === null ? null : sameAbha(sought.abha, person)
    if (abha !== null) reasons.push({ field: 'abha', match: abha })
    const either = phone ?? end
    if (either !== null) reasons.push({ field: 'phone', match: either })
    if (name !== null) reasons.push({ field: 'name', match: name.match })
    if (guardian !== null) reasons.push({ field: 'guardian', match: guardian })
    if (age !== null) reasons.push({ field: 'age', match: age })
    if (place !== null) reasons.push({ field: 'place', match: place })
    const score =
      (sought.shortCode === null ? 0 : weight.card) +
      (abha === null ? 0 : weight.abha * worth[abha]) +
      (phone === null ? 0 : weight.phone * worth[phone]) +
      (end === null ? 0 : weight.phoneEnd * worth[end]) +
      (name === null ? 0 : weight.name * name.fit ** SHARPNESS) +
      (guardian === null ? 0 : weight.guardian * worth[guardian]) +
      (sought.age === null ? 0 : weight.age * ageWorth(sought.age, ageOn(person.birth, today))) +
      (place === null ? 0 : weight.place * worth[place])
    return { person, score, reasons }
  }
}

const sameAbha = (abha: string, person: Person): Match => (person.abha === abha ? 'same' : 'different')

const samePhone = (phone: string, person: Person): Match => (person.phone === phone ? 'same' : 'different')

const sameEnd = (end: string, { phone }: Person): Match => (phone?.endsWith(end) === true ? 'same' : 'different')

function nameMatch(typed: readonly TypedWord[], { name, unidentified }: Person): { match: Match; fit: number } {
  if (unidentified !== undefined && isCode(typed, wordsOf(unidentified.code))) return { fit: 1, match: 'same' }
  const own = name.own === null ? [] : wordsOf(name.own.text)
  const { likeness, fit } = nameLikeness(typed, wordsOf(name.latin), own)
  return { fit, match: matchOf(likeness) }
}

const matchOf = (likeness: number): Match => (likeness >= 0.95 ? 'same' : likeness >= 0.7 ? 'close' : 'different')

const parentMatch = (typed: readonly TypedWord[], { name }: NonNullable<Person['guardian']>): Match =>
  matchOf(nameLikeness(typed, wordsOf(name), []).likeness)

/** Whether what was typed says this code, in whatever script. */
const isCode = (typed: readonly TypedWord[], code: readonly string[]): boolean =>
  code.every((part) => typed.some(({ text }) => text === part || codeWord(text) === part))

function ageMatch(told: number, age: number): Match {
  const apart = Math.abs(told - age)
  return apart <= 1 ? 'same' : apart <= Math.max(3, age / 10) ? 'close' : 'different'
}

/** Among namesakes whoever is exactly as old comes first. */
const ageWorth = (told: number, age: number): number => worth[ageMatch(told, age)] - (told === age ? 0 : 0.05)

function placeMatch(place: string, { address }: Person): Match {
  const here = wordsOf(`${address.locality} ${address.district ?? ''}`)
  const isHere = (word: string) => here.some((other) => other.startsWith(word) || fold(other) === fold(word))
  return place.split(' ').every(isHere) ? 'same' : 'different'
}
