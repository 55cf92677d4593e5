import type { Person } from '../../domain/person/person.ts'
import { wordsOf } from '../../domain/search/words-of.ts'
import type { Database } from './database.ts'
import { headCount } from './head-count.ts'
import { learntOf } from './learnt.ts'
import type { Learnt } from './learnt.ts'
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
  readonly added: readonly (Person | Learnt)[]
  /** The last row's number before they came. */
  readonly above: number
  /** People of whom something else is known now. */
  readonly changed: readonly (Person | Learnt)[]
}

/** Pages of the index that one step writes: some milliseconds. */
const STEP = 16

export { wordsOf }

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

  const learn = (people: readonly Learnt[]): void => {
    // Many people are of one place and bear one name: a text is taken apart once.
    const places = counted(people.map(({ place }) => place)).flatMap(([place, count]) =>
      wordsOf(place).map((word) => [word, count] as const),
    )
    for (const [word, count] of summed(places)) placeWord.run(word, count)
    const names = counted(people.map(({ pairs }) => pairs)).flatMap(([pairs, count]) =>
      pairs === '' ? [] : pairs.split('\n').map((pair) => [pair, count] as const),
    )
    for (const [pair, count] of summed(names)) {
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
      const came = added.map(asLearnt)
      for (const { words, folds } of [...came, ...changed.map(asLearnt)]) spelling.learn(words, folds)
      learn(came)
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

const asLearnt = (one: Person | Learnt): Learnt => ('pairs' in one ? one : learntOf(one))

const counted = (texts: readonly string[]): (readonly [string, number])[] => [
  ...summed(texts.map((text) => [text, 1] as const)),
]

function summed(counts: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const [text, count] of counts) sums.set(text, (sums.get(text) ?? 0) + count)
  return sums
}
