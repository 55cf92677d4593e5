import { statSync } from 'node:fs'

import { makePeople } from '../../build/demo/seed/people.ts'
import { randomFrom } from '../../build/demo/seed/random.ts'
import type { Person } from '../../domain/person/person.ts'
import { applyChanges } from '../../main/store/apply-change.ts'
import { databaseFile } from '../../main/store/database.ts'
import type { Store } from '../../main/store/store.ts'
import { nearSpelling } from '../../main/service/near-spelling.ts'
import { searchPeople } from '../../main/service/person-search.ts'
import { questions } from '../../main/service/person-question.ts'
import { understand } from '../../main/service/understand.ts'
import { removeFolder, temporaryFolder } from '../fake/world.ts'
import { emptyStore } from './feed/pull-store.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { quantile } from './sample.ts'

const TODAY = '2026-11-22'
const PART = 20_000
const sizes: Readonly<Record<Size, { readonly people: number; readonly asked: number }>> = {
  full: { people: Number(process.env['HIMS_BENCH_PEOPLE'] ?? 100_000), asked: 400 },
  tiny: { people: 400, asked: 5 },
}

/** Finding one of a hospital's people in an encrypted store; HIMS_BENCH_PEOPLE=1000000 makes it the million. */
export async function million(size: Size): Promise<readonly Figure[]> {
  const { people: count, asked } = sizes[size]
  const folder = temporaryFolder()
  const store = emptyStore(folder)
  const { known, seconds } = fill(store, count, asked)
  const start = performance.now()
  while (store.index.tidy());
  store.database.pragma('wal_checkpoint(TRUNCATE)')
  const tidied = (performance.now() - start) / 1000
  const cards = known.map((person) => timed(() => store.shared.person.get(person.id)))
  const phones = known.flatMap(({ phone }) => (phone === null ? [] : [timed(() => store.people.byPhone(phone, 50))]))
  const names = known.flatMap((person) => asTyped(person).map((text) => timed(() => everyQuestion(store, text))))
  const place = { store, today: () => TODAY }
  const searches = known.flatMap((person) => asTyped(person).map((text) => timed(() => searchPeople(place, text))))
  const megabytes = statSync(databaseFile(folder)).size / 2 ** 20
  store.close()
  removeFolder(folder)
  const what = `one of ${count}`
  return [
    figure(`${what} by the id behind a card, p95`, 'ms', 'aim', { ours: quantile(cards, 0.95), peer: 1 }),
    figure(`${what} by phone, p95`, 'ms', 'aim', { ours: quantile(phones, 0.95), peer: 1 }),
    ...[0.5, 0.95, 1].map((share) =>
      figure(`${what} by name, ${share === 1 ? 'max' : `p${share * 100}`}`, 'ms', 'aim', {
        ours: quantile(names, share),
        peer: 5,
      }),
    ),
    ...[0.5, 0.95, 1].map((share) =>
      figure(`${what} by the search box, ranked, ${share === 1 ? 'max' : `p${share * 100}`}`, 'ms', 'aim', {
        ours: quantile(searches, share),
        peer: 5,
      }),
    ),
    figure('file', 'MB', 'aim', { ours: megabytes, peer: (1000 * count) / 1_000_000 }),
    figure('built in', 's', 'aim', { ours: seconds + tidied, peer: (30 * count) / 1_000_000 }),
  ]
}

/** Everybody, part by part; gives some of them, from everywhere. */
function fill(store: Store, count: number, wanted: number) {
  const apply = applyChanges(store)
  const known: Person[] = []
  let spent = 0
  store.database.pragma('cache_size = -128000')
  store.database.pragma('wal_autocheckpoint = 8000')
  for (let from = 0; from < count; from += PART) {
    const part = makePeople(randomFrom(`bench/million/${from}`), TODAY, Math.min(PART, count - from))
    known.push(...part.filter((_, at) => at % Math.max(1, Math.floor(count / wanted)) === 0))
    const changes = part.map((row) => ({ table: 'person', id: row.id, version: 1, row }))
    const start = performance.now()
    store.database.transaction(() => void apply(changes))()
    spent += performance.now() - start
  }
  return { known, seconds: spent / 1000 }
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** A name as a clerk types it: whole, in its own script, and its beginning. */
const asTyped = ({ name }: Person): readonly string[] => [
  name.latin.toLowerCase(),
  ...(name.own === null ? [] : [name.own.text]),
  name.latin
    .split(' ')
    .map((word) => word.slice(0, 3))
    .join(' '),
]

/** The strictest question, whatever it finds. */
function everyQuestion({ people }: Store, text: string): unknown {
  const asked = questions(understand(text, people, TODAY), TODAY, nearSpelling(people))
  return asked.strict.map((query) => people.matching(query, 120))
}
