import { codeWord, isCodeNumber, saysUnknown } from '../../domain/person/unidentified.ts'
import { isYearWord } from '../../domain/person/year-word.ts'
import { fold } from '../../domain/search/fold.ts'

export interface PlaceDictionary {
  readonly isPlace: (word: string) => boolean
  readonly isNameWord: (word: string) => boolean
  readonly placeBySound: (word: string) => string | null
  readonly isNameSound: (key: string) => boolean
}

/** What a clerk typed of a person, besides numbers that are exact: the words of a name, an age and a place. */
export interface Told {
  readonly words: readonly string[]
  /** The words of a father's, mother's or husband's name. */
  readonly guardian: readonly string[]
  readonly age: number | null
  readonly place: string | null
  /** The last digits of a phone. */
  readonly phoneEnd: string | null
}

/** What was typed, word by word. */
export interface Typed {
  readonly words: readonly string[]
  /** What stands behind `s/o` and its like. */
  readonly behind: readonly string[]
}

/** Nobody is older. */
const OLDEST = 130

/**
 * Tells an age, a year of birth (of four digits that can be one) and a place from the words of a name by what is known here;
 * a name is said before them. Four or five other digits are the end of a phone; `Peepal 285` is what somebody unknown is called.
 */
export function readTold({ words, behind }: Typed, dictionary: PlaceDictionary, year: number): Told {
  const before = withoutYearWords(words)
  const all = [...before, ...withoutYearWords(behind)]
  const isBorn = (word: string) => /^\d{4}$/.test(word) && Number(word) <= year && Number(word) >= year - OLDEST
  const isAge = (word: string) => /^\d{1,3}$/.test(word) || isBorn(word)
  const isCalled = (at: number) => isCodeNumber(all[at] ?? '') && codeWord(all[at - 1] ?? '') !== null
  // Whoever is known by now is still found by what they were called.
  const isAside = (at: number) => saysUnknown(all[at] ?? '') && isCalled(at + 2)
  const ageAt = all.findLastIndex((word, at) => isAge(word) && !isOfPlace(all, at, dictionary) && !isCalled(at))
  const places = placesIn(all, ageAt, dictionary).map((place, at) => (isCalled(at) || isCalled(at + 1) ? null : place))
  const said = all[ageAt] ?? ''
  const age = said === '' ? NaN : isBorn(said) ? year - Number(said) : Number(said)
  const told = places.filter((place) => place !== null && place !== '')
  const isOfName = (word: string, at: number) =>
    isCalled(at) || (places[at] === null && !/^\d+$/.test(word) && !isAside(at))
  return {
    words: all.filter((word, at) => at < before.length && isOfName(word, at)),
    guardian: all.filter((word, at) => at >= before.length && isOfName(word, at)),
    age: age <= OLDEST ? age : null,
    place: told.length === 0 ? null : told.join(' '),
    phoneEnd: all.findLast((word, at) => /^\d{4,5}$/.test(word) && at !== ageAt && places[at] === null) ?? null,
  }
}

/** `35y` and `35 years` say 35. */
const withoutYearWords = (typed: readonly string[]): readonly string[] =>
  typed.flatMap((word, at) => {
    const [, digits, letters = ''] = /^(\d{1,3})(\D+)$/u.exec(word) ?? []
    if (digits !== undefined && isYearWord(letters)) return [digits]
    return isYearWord(word) && /^\d{1,3}$/.test(typed[at - 1] ?? '') ? [] : [word]
  })

/** Sector 7 is no age. */
const isOfPlace = (all: readonly string[], at: number, { isPlace }: PlaceDictionary): boolean =>
  /^(sector|phase|pocket|block)$/.test(all[at - 1] ?? '') && isPlace(all[at] ?? '')

/** For every word the word of the place that it stands for, or null; nothing for the second half of one. */
function placesIn(all: readonly string[], ageAt: number, dictionary: PlaceDictionary): readonly (string | null)[] {
  const maybe = all.map((word) => placeOf(word, dictionary))
  const found = maybe.map((place, at) => (isSure(all[at] ?? '', place, dictionary) ? place : null))
  // Laxmi Nagar, Tilak Nagar: a name before the word of a place belongs to it, unless it is all there is of a name.
  for (let at = all.length - 2; at > 0; at -= 1)
    if (at !== ageAt && found[at + 1] !== null) found[at] ??= maybe[at] ?? null
  for (let at = 1; at < all.length; at += 1) {
    const word = all[at] ?? ''
    const behind = (ageAt > 0 && at > ageAt) || (found[at - 1] !== null && !dictionary.isNameWord(word))
    if (behind || isOfPlace(all, at, dictionary)) found[at] ??= maybe[at] ?? null
    // Urdu writes many a place in two words.
    const joined = found[at] === null && found[at - 1] === null ? joinedPlace(all, at, dictionary) : null
    if (joined !== null) [found[at - 1], found[at]] = [joined, '']
  }
  return found
}

const placeOf = (word: string, { isPlace, placeBySound }: PlaceDictionary): string | null =>
  isPlace(word) ? word : /\d/.test(word) || fold(word).length < 2 ? null : placeBySound(word)

/** A word that nobody here is called, as it is written or as it sounds. */
function isSure(word: string, place: string | null, { isNameWord, isNameSound }: PlaceDictionary): boolean {
  if (place === null || /^\d+$/.test(word)) return false
  if (place === word) return !isNameWord(word)
  return fold(word).length > 2 && !isNameSound(fold(word))
}

function joinedPlace(all: readonly string[], at: number, dictionary: PlaceDictionary): string | null {
  const joined = `${all[at - 1] ?? ''}${all[at] ?? ''}`
  if (at < 2 || /[a-z\d]/i.test(joined)) return null
  const place = placeOf(joined, dictionary)
  return isSure(joined, place, dictionary) ? place : null
}
