import type { Person } from '../../domain/person/person.ts'
import { learntOf } from '../../main/store/learnt.ts'
import { shapes } from '../../main/store/shared-shape.ts'
import { removeFolder, temporaryFolder } from '../fake/world.ts'
import { startFeed } from './feed/feed.ts'
import type { Feed } from './feed/feed.ts'
import { pouchRate } from './feed/pouch.ts'
import { emptyStore, fillerOf } from './feed/pull-store.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'

const sizes: Readonly<Record<Size, { readonly rows: number; readonly pouch: number; readonly rounds: number }>> = {
  full: { rows: Number(process.env['HIMS_BENCH_ROWS'] ?? 100_000), pouch: 5000, rounds: 2 },
  tiny: { rows: 300, pouch: 50, rounds: 1 },
}
/** As many as are kept at once while nobody works. */
const PART = 10_000
/** As after each part that is pulled. */
const TIDY_STEPS = 16

/** How many people a second come in over loopback, encrypted and findable. */
export async function pull(size: Size): Promise<readonly Figure[]> {
  const { rows, pouch, rounds } = sizes[size]
  const feed = await startFeed(rows)
  try {
    const ours: number[] = []
    const memory: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      memory.push(insertFromMemory(feed.people))
      ours.push(await pullOnce(feed))
    }
    const peer = await pouchRate(feed.people.slice(0, pouch))
    const best = Math.max(...ours)
    return [
      figure('people pulled, applied and indexed', '1/s', 'the same rows from memory into the same tables', {
        ours: best,
        peer: Math.max(...memory),
      }),
      figure('the same beside PouchDB', '1/s', 'PouchDB, memory to memory, not encrypted, no index', {
        ours: best,
        peer,
      }),
    ]
  } finally {
    feed.stop()
  }
}

const rate = (rows: number, start: number): number => (rows * 1000) / (performance.now() - start)

async function pullOnce({ hims, people }: Feed): Promise<number> {
  const folder = temporaryFolder()
  const store = emptyStore(folder)
  const filler = fillerOf(store)
  // The thread begins with the terminal, long before it is asked for anything.
  await filler.pull('http://127.0.0.1:9')
  const start = performance.now()
  const outcome = await filler.pull(hims)
  const speed = rate(people.length, start)
  await filler.close()
  const here = store.index.last()
  store.close()
  removeFolder(folder)
  if (outcome?.kind !== 'online' || here !== people.length) throw new Error(`${JSON.stringify(outcome)}, ${here} here`)
  return speed
}

/** Every value is ready beforehand: what is left is SQLite's work, its encryption and the index. */
function insertFromMemory(people: readonly Person[]): number {
  const folder = temporaryFolder()
  const store = emptyStore(folder)
  const { database, index, device } = store
  database.pragma('cache_size = -128000')
  database.pragma('synchronous = NORMAL')
  database.pragma('wal_autocheckpoint = 8000')
  const { columns } = shapes.person
  const names = ['id', 'version', 'body', ...Object.keys(columns)]
  const insert = database.prepare(
    `INSERT INTO person (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  )
  const rows = people.map((person) => [
    person.id,
    1,
    JSON.stringify(person),
    ...Object.values(columns).map((column) => column(person)),
  ])
  const learnt = people.map(learntOf)
  const start = performance.now()
  for (let from = 0; from < rows.length; from += PART) {
    const keep = database.transaction(() => {
      const above = index.last()
      for (const row of rows.slice(from, from + PART)) insert.run(row)
      index.take({ added: learnt.slice(from, from + PART), above, changed: [] })
      device.setCursor(from + PART)
    })
    keep()
    for (let step = 0; step < TIDY_STEPS && database.transaction(() => index.tidy())(); step += 1);
  }
  database.pragma('wal_checkpoint(PASSIVE)')
  const speed = rate(rows.length, start)
  store.close()
  removeFolder(folder)
  return speed
}
