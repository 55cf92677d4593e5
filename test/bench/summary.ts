import { statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import Database from 'better-sqlite3'

import type { Hims } from '../../hims/hims.ts'
import { openHims } from '../../hims/open.ts'
import { himsServer } from '../../hims/server.ts'
import { embeddedPostgres } from '../fake/postgres/binary.ts'
import { postgresServer } from '../fake/postgres-server.ts'
import { removeFolder, temporaryFolder } from '../fake/world.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { columns, OFTEN, rowsOf } from './record/fill.ts'
import { fillPostgres } from './record/fill-postgres.ts'
import { personId } from './record/life.ts'
import { quantile } from './sample.ts'

const AIM = 300
const peerName = 'LIKE on the JSON of the same rows'
const sizes: Readonly<Record<Size, { readonly people: number; readonly asked: number; readonly scans: number }>> = {
  full: { people: Number(process.env['HIMS_BENCH_PEOPLE'] ?? 5000), asked: 400, scans: 6 },
  tiny: { people: 200, asked: 5, scans: 2 },
}

/** A person's summary out of everybody's records; HIMS_BENCH_PEOPLE=1000000 makes it a million people. */
export async function summary(size: Size): Promise<readonly Figure[]> {
  const figures = [...(await onSqlite(sizes[size]))]
  if (size === 'full' && (await hasPostgres())) {
    figures.push(...(await onPostgres(sizes[size])))
  }
  return figures
}

interface Volume {
  readonly count: number
  readonly bytes: number
}
const SIZE = 'SELECT count(*) AS count, sum(length(body)) AS bytes FROM resource'

interface Wish {
  readonly people: number
  readonly asked: number
  readonly scans: number
}

async function onSqlite({ people, asked, scans }: Wish): Promise<readonly Figure[]> {
  const folder = temporaryFolder()
  const path = join(folder, 'hims.db')
  const world = { database: `sqlite:${path}`, now: Date.now, random: randomBytes }
  await (await openHims(world)).close()
  const start = performance.now()
  fillFile(path, people)
  const seconds = (performance.now() - start) / 1000
  const hims = await openHims(world)
  const times = await asking(hims, people, asked)
  const plain = new Database(path, { readonly: true })
  const scan = plain.prepare("SELECT body FROM resource WHERE body LIKE '%' || ? || '%'")
  const peer = someOf(people, scans).map((at) => timedNow(() => scan.all(`Patient/${personId(at)}`)))
  const { count, bytes } = plain.prepare<[], Volume>(SIZE).get() ?? { count: 0, bytes: 0 }
  plain.close()
  await hims.close()
  const megabytes = statSync(path).size / 2 ** 20
  removeFolder(folder)
  return [
    ...told(`SQLite, one of ${people} people`, times, peer),
    figure(`SQLite, ${count} resources filled in`, 's', 'aim', { ours: seconds, peer: (600 * people) / 1_000_000 }),
    figure('SQLite, file', 'MB', 'the JSON of the resources alone', { ours: megabytes, peer: bytes / 2 ** 20 }),
  ]
}

/** Straight into the file, without waiting for the disk: this is not what is measured. */
function fillFile(path: string, people: number): void {
  const database = new Database(path)
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -400000')
  const insert = Object.fromEntries(
    Object.entries(columns).map(([table, names]) => [
      table,
      database.prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
      ),
    ]),
  )
  for (let from = 0; from < people; from += 10_000) {
    database.transaction(() => {
      for (let at = from; at < Math.min(people, from + 10_000); at++) {
        for (const [table, rows] of Object.entries(rowsOf(at))) {
          for (const row of rows) insert[table]?.run(...row)
        }
      }
    })()
  }
  database.prepare("UPDATE counter SET value = ? WHERE name = 'cursor'").run(people)
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

/** What is filled in before anything is measured need not go through the log. */
const unlogged = { wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '8GB' }

async function onPostgres({ people, asked, scans }: Wish): Promise<readonly Figure[]> {
  const server = await postgresServer(unlogged)
  const folder = temporaryFolder()
  const keyFile = join(folder, 'hims.key')
  try {
    const database = await server.createDatabase()
    const world = { database, keyFile, now: Date.now, random: randomBytes }
    await (await openHims(world)).close()
    const start = performance.now()
    await fillPostgres(database, people)
    const seconds = (performance.now() - start) / 1000
    const hims = await openHims(world)
    const times = await asking(hims, people, asked)
    const peer: number[] = []
    for (const at of someOf(people, scans)) {
      const like = `%Patient/${personId(at)}%`
      peer.push(
        await timed(() =>
          hims.inside.store.selectFrom('resource').select('body').where('body', 'like', like).execute(),
        ),
      )
    }
    await hims.close()
    return [
      ...told(`PostgreSQL, one of ${people} people`, times, peer),
      figure('PostgreSQL, filled in', 's', 'aim', { ours: seconds, peer: (600 * people) / 1_000_000 }),
    ]
  } finally {
    await server.stop()
    removeFolder(folder)
  }
}

/** Milliseconds of each summary, by the whole HTTP face; every second one is of a person with a long record. */
async function asking(hims: Hims, people: number, asked: number): Promise<readonly number[]> {
  const { token } = await hims.createClient('bench')
  const server = himsServer(hims)
  const ask = async (at: number): Promise<void> => {
    const url = `/fhir/Patient/${personId(at)}/$summary`
    const { statusCode } = await server.inject({ url, headers: { authorization: `Bearer ${token}` } })
    if (statusCode !== 200) throw new Error(`The summary of ${at} was answered ${statusCode}`)
  }
  const times: number[] = []
  for (const at of someOf(people, 20)) await ask(at)
  for (const at of someOf(people, asked)) times.push(await timed(() => ask(at)))
  await server.close()
  return times
}

const someOf = (people: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => {
    const person = Math.floor((at * 0.618_034 * people) % people)
    return at % 2 === 0 ? person : person - (person % OFTEN)
  })

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function timedNow(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const told = (what: string, ours: readonly number[], peer: readonly number[]): readonly Figure[] => [
  ...[0.5, 0.95].map((share) =>
    figure(`${what}: summary, p${share * 100}`, 'ms', peerName, {
      ours: quantile(ours, share),
      peer: quantile(peer, share),
    }),
  ),
  figure(`${what}: summary, p95 and the aim`, 'ms', 'aim', { ours: quantile(ours, 0.95), peer: AIM }),
]

async function hasPostgres(): Promise<boolean> {
  try {
    await embeddedPostgres()
    return true
  } catch {
    return false
  }
}
