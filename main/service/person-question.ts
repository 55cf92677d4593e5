import type { Understood } from '../../contract/desk.ts'
import { honour } from '../../domain/search/compare-names.ts'
import { fold, foldStart } from '../../domain/search/fold.ts'
import { normalise } from '../../domain/search/normalise.ts'
import type { Near } from './near-spelling.ts'

/** FTS5 queries, each kind from the strictest to the loosest. */
export interface Questions {
  /** Every word as it is written, begins or sounds. */
  readonly strict: readonly string[]
  /** Words that a slip of the finger may have come from, and words that begin alike. */
  readonly loose: () => readonly string[]
  /** Names of which one word is right: many, so only for when hardly anybody was found. */
  readonly some: () => readonly string[]
}

export function questions({ words, place, age }: Understood, today: string, near: Near): Questions {
  const places = place === null ? [] : place.split(' ').map((word) => `place : ${quoted(word)}`)
  const born = age === null ? [] : [bornAround(Number(today.slice(0, 4)) - age, Math.max(2, Math.round(age / 15)))]
  if (words.length === 0) {
    return {
      strict: places.length === 0 ? [] : once([all(places, born), all(places)]),
      loose: () => [],
      some: () => [],
    }
  }
  const names = words.map((word) => any(strictly(word, near)))
  const nearly = () => words.map((word) => any([...strictly(word, near), ...slipped(word, near)]))
  return {
    strict: once([all(names, places, born), all(names, places), all(names, born), all(names)]),
    loose() {
      const loosely = words.map((word) => any([...written(word, near), ...begun(word)]))
      return once([all(nearly(), places, born), all(nearly(), born), all(nearly()), all(loosely, born), all(loosely)])
    },
    some: () => (words.length === 1 ? [] : [all([any(nearly())], born)]),
  }
}

/** The same name with a slip in each of these words; null when nothing here is near one of them. */
export function slipQuestion({ words }: Understood, slips: readonly string[], near: Near): string | null {
  const clauses = words.map((word) => (slips.includes(word) ? slipped(word, near) : strictly(word, near)))
  return clauses.some((clause) => clause.length === 0) ? null : all(clauses.map(any))
}

/** Whoever has all of these words, as they are written. */
export const writtenQuestion = (words: readonly string[]): string =>
  all(words.map((word) => `words : ${quoted(normalise(word))}`))

/** Who is about as old and has all of these names, or the first of them; and who has all of them at any age. */
export function twinQuestions(words: readonly string[], age: number, today: string, near: Near): readonly string[] {
  // An age as told is a round one: as far apart as ages still count as alike, and a year for the birthday.
  const born = [bornAround(Number(today.slice(0, 4)) - age, Math.max(4, Math.ceil(age / 10) + 1))]
  const names = words.map((word) => any(strictly(word, near)))
  const nearly = words.map((word) => any([...strictly(word, near), ...slipped(word, near)]))
  const first = nearly[words.findIndex((word) => fold(word) !== honour)] ?? nearly[0]
  return once([all(names, born), all(nearly, born), ...(first === undefined ? [] : [all([first], born)]), all(names)])
}

const strictly = (word: string, near: Near): readonly string[] => [
  ...startingWith('words', word, near.begun(word)),
  ...(fold(word) === '' ? [] : [`folds : ${quoted(fold(word))}`]),
]

function slipped(word: string, near: Near): readonly string[] {
  const { words, sounds } = near(word)
  return [...words.map((other) => `words : ${quoted(other)}`), ...sounds.map((sound) => `folds : ${quoted(sound)}`)]
}

/** Names and places that begin so. */
const written = (word: string, near: Near): readonly string[] => [
  ...startingWith('words', word, near.begun(word)),
  ...startingWith('place', word, near.places(word)),
]

/** One letter of a sound begins half of all names, and says nothing. */
const begun = (word: string): readonly string[] =>
  foldStart(word).length < 2 ? [] : [`folds : ${quoted(foldStart(word))} *`]

/** The years in which somebody of about this age was born. */
const bornAround = (year: number, span: number): string =>
  `born : ${any(Array.from({ length: span * 2 + 1 }, (_, at) => quoted(String(year - span + at))))}`

/** The index reads everybody behind a beginning that is none of its own before it answers, and whole words as far as is needed. */
const startingWith = (column: string, word: string, known: readonly string[] | null): readonly string[] =>
  known === null
    ? [`${column} : ${quoted(word)} *`]
    : [...new Set([word, ...known])].map((each) => `${column} : ${quoted(each)}`)
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`

const all = (...clauses: readonly (readonly string[])[]): string => clauses.flat().join(' AND ')

const any = (clauses: readonly string[]): string => `(${clauses.join(' OR ')})`

const once = (queries: readonly string[]): readonly string[] => [...new Set(queries)]
