import type { Person } from '../../domain/person/person.ts'
import { normalise } from '../../domain/search/normalise.ts'
import type { Database } from './database.ts'

/** What is learnt from people: how to find them, and how their words are written. */
export interface PersonIndex {
  /** Once a batch, after the rows are in: a trigger for every row would cost three times as much. */
  refresh(ids: readonly string[]): void
  /** Call it for people who were not here before; once a batch too. */
  learn(people: readonly Person[]): void
}

export const wordsOf = (text: string): readonly string[] => normalise(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

export function personIndex(database: Database): PersonIndex {
  const refresh = database.prepare<[string]>(`
    INSERT OR REPLACE INTO person_fts (rowid, words, folds, place, born)
    SELECT pk, words, folds, place, born FROM person WHERE id IN (SELECT value FROM json_each(?))
  `)
  const nameWord = database.prepare<[string, string, string, number]>(`
    INSERT INTO name_word (latin, script, own, people) VALUES (?, ?, ?, ?)
    ON CONFLICT (latin, script, own) DO UPDATE SET people = people + excluded.people
  `)
  const placeWord = database.prepare<[string, number]>(`
    INSERT INTO place_word (word, people) VALUES (?, ?)
    ON CONFLICT (word) DO UPDATE SET people = people + excluded.people
  `)

  return {
    refresh: (ids) => void (ids.length > 0 && refresh.run(JSON.stringify(ids))),
    learn(people) {
      for (const [word, count] of counted(people.flatMap(placeWords))) placeWord.run(word, count)
      for (const [pair, count] of counted(people.flatMap(namePairs))) {
        const [latin = '', script = '', own = ''] = pair.split(' ')
        nameWord.run(latin, script, own, count)
      }
    },
  }
}

const placeWords = ({ address }: Person): readonly string[] => wordsOf(`${address.locality} ${address.district ?? ''}`)

/** Only word for word: a name that has a word more in one script teaches the wrong pairs. */
function namePairs({ name }: Person): readonly string[] {
  if (name.own === null) return []
  const { script } = name.own
  const [latin, own] = [wordsOf(name.latin), name.own.text.trim().split(/\s+/)]
  return latin.length === own.length ? latin.map((word, at) => `${word} ${script} ${own[at] ?? ''}`) : []
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
