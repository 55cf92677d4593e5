import type { Person } from '../../domain/person/person.ts'
import { normalise } from '../../domain/search/normalise.ts'
import type { Database } from './database.ts'

/** What is learnt from people: how to find them, and how their words are written. */
export interface PersonIndex {
  /** Once a batch, after the rows are in: a trigger for every row would cost three times as much. */
  refresh(ids: readonly string[]): void
  /** Call it for people who were not here before. */
  learn(person: Person): void
}

export const wordsOf = (text: string): readonly string[] => normalise(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

export function personIndex(database: Database): PersonIndex {
  const refresh = database.prepare<[string]>(`
    INSERT OR REPLACE INTO person_fts (rowid, words, folds, place, born)
    SELECT pk, words, folds, place, born FROM person WHERE id IN (SELECT value FROM json_each(?))
  `)
  const nameWord = database.prepare<[string, string, string]>(`
    INSERT INTO name_word (latin, script, own, people) VALUES (?, ?, ?, 1)
    ON CONFLICT (latin, script, own) DO UPDATE SET people = people + 1
  `)
  const placeWord = database.prepare<[string]>(`
    INSERT INTO place_word (word, people) VALUES (?, 1) ON CONFLICT (word) DO UPDATE SET people = people + 1
  `)

  return {
    refresh: (ids) => void (ids.length > 0 && refresh.run(JSON.stringify(ids))),
    learn({ name, address }) {
      for (const word of wordsOf(`${address.locality} ${address.district ?? ''}`)) placeWord.run(word)
      if (name.own === null) return
      const [latin, own] = [wordsOf(name.latin), name.own.text.trim().split(/\s+/)]
      // Only word for word: a name that has a word more in one script teaches the wrong pairs.
      if (latin.length !== own.length) return
      for (const [at, word] of latin.entries()) nameWord.run(word, name.own.script, own[at] ?? '')
    },
  }
}
