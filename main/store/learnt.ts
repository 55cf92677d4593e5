import type { Person } from '../../domain/person/person.ts'
import { wordsOf } from '../../domain/search/words-of.ts'
import { nameCells } from './name-text.ts'
import { placeOf } from './shared-shape.ts'

/** What the index learns from a person: texts of words that spaces part. */
export interface Learnt {
  readonly id: string
  readonly words: string
  readonly folds: string
  readonly place: string
  /** How words are written in the person's own script: `latin script own`, one a line. */
  readonly pairs: string
}

export function learntOf(person: Person): Learnt {
  const { words, folds } = nameCells(person)
  return { id: person.id, words, folds, place: placeOf(person), pairs: namePairs(person) }
}

/** Only word for word: a name that has a word more in one script teaches the wrong pairs. */
function namePairs({ name }: Person): string {
  if (name.own === null) return ''
  const { script } = name.own
  const [latin, own] = [wordsOf(name.latin), name.own.text.trim().split(/\s+/)]
  return latin.length === own.length ? latin.map((word, at) => `${word} ${script} ${own[at] ?? ''}`).join('\n') : ''
}
