import type { Person } from '../../domain/person/person.ts'
import type { Database } from './database.ts'
import { headCount } from './head-count.ts'
import { piecesOf } from './name-text.ts'
import { reached } from './point.ts'
import { spellingIndex } from './spelling-index.ts'

/** What is learnt from people: how to find them, and how their words are written. */
export interface PersonIndex {
  /** Once a batch, after the rows are in: a trigger for every row would cost three times as much. */
  take(arrived: Arrived): void
  /** One small step of joining what many batches left apart; false when all is joined. */
  tidy(): boolean
  /** The number of the last person's row. */
  last(): number
}

export interface Arrived {
  /** People who were not here before. */
  readonly added: readonly Person[]
  /** The last row's number before they came. */
  readonly above: number
  /** People of whom something else is known now. */
  readonly changed: readonly Person[]
}

/** Pages of the index that one step writes: some milliseconds. */
const STEP = 16

export const wordsOf = (text: string): readonly string[] => piecesOf(text).flatMap(({ words }) => words)

const INDEX = 'INSERT OR REPLACE INTO person_fts (rowid, words, folds, place, born)'

export function personIndex(database: Database): PersonIndex {
  const index = database.prepare<[number]>(`${INDEX} SELECT pk, words, folds, place, born FROM person WHERE pk > ?`)
  const reindex = database.prepare<[string]>(
    `${INDEX} SELECT pk, words, folds, place, born FROM person WHERE id IN (SELECT value FROM json_each(?))`,
  )
  const last = database.prepare<[], number>('SELECT coalesce(max(pk), 0) FROM person').pluck()
  const spelling = spellingIndex(database)
  const heads = headCount(database)
  const merge = database.prepare(`INSERT INTO person_fts (person_fts, rank) VALUES ('merge', ${STEP})`)
  const changes = database.prepare<[], number>('SELECT total_changes()').pluck()
  const nameWord = database.prepare<[string, string, string, number]>(`
    INSERT INTO name_word (latin, script, own, people) VALUES (?, ?, ?, ?)
    ON CONFLICT (latin, script, own) DO UPDATE SET people = people + excluded.people
  `)
  const placeWord = database.prepare<[string, number]>(`
    INSERT INTO place_word (word, people) VALUES (?, ?)
    ON CONFLICT (word) DO UPDATE SET people = people + excluded.people
  `)

  const learn = (people: readonly Person[]): void => {
    for (const [word, count] of counted(people.flatMap(placeWords))) placeWord.run(word, count)
    for (const [pair, count] of counted(people.flatMap(namePairs))) {
      const [latin = '', script = '', own = ''] = pair.split(' ')
      nameWord.run(latin, script, own, count)
    }
  }

  return {
    last: () => last.get() ?? 0,
    take({ added, above, changed }) {
      if (added.length > 0) index.run(above)
      if (changed.length > 0) reindex.run(JSON.stringify(changed.map(({ id }) => id)))
      reached('mid-index')
      for (const { name } of [...added, ...changed]) {
        spelling.learnName(name.latin)
        if (name.own !== null) spelling.learnName(name.own.text)
      }
      learn(added)
      heads.came(added.length)
    },
    tidy() {
      const before = changes.get() ?? 0
      merge.run()
      // SQLite's documentation: fewer than two changes mean that there was nothing to merge.
      return (changes.get() ?? 0) - before >= 2
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
