import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { z } from 'zod'

import { EnrolReply } from '../../domain/wire/sync.ts'
import { openHims } from '../../hims/open.ts'
import { himsProcess } from '../fake/hims-process.ts'
import { postgresServer } from '../fake/postgres-server.ts'
import { person, registered, rows } from '../unit/hims/row.ts'
import { postEnrol, newKey, terminalWith } from '../unit/hims/terminal.ts'
import type { TestTerminal } from '../unit/hims/terminal.ts'
import type { Kept, Proof, Trial } from './promise.ts'

const WRITERS = 64
/** The largest push: when there are many rows to write, more go at a time. */
const mostInPush = (scale: number): number => (scale < 100_000 ? 8 : 64)
const LARGEST_PAGE = 500
/** Milliseconds between two questions once nothing more is there. */
const PAUSE = 10

/** One terminal as each HIMS of a database sees it. */
type Everywhere = readonly TestTerminal[]

interface Installation {
  readonly writers: readonly Everywhere[]
  readonly reader: Everywhere
}

/** What the reader looks at; reading all of every row would take longer than HIMS does. */
const Page = z.object({
  next: z.int(),
  more: z.boolean(),
  changes: z.array(z.object({ cursor: z.int(), table: z.string(), row: z.object({ phone: z.unknown().optional() }) })),
})
const Taken = z.object({ results: z.array(z.object({ kind: z.literal('applied') })) })

const FIRST_PHONE = 6_000_000_000

/** The person of a number, who shares neither name nor telephone number with anybody: HIMS compares those who do. */
function numbered(number: number) {
  const letters = Array.from(String(number), (digit) => 'abcdefghij'.charAt(Number(digit))).join('')
  return person({ phone: String(FIRST_PHONE + number), name: { latin: `${letters} ${letters}u`, own: null } })
}

/** Says for each number how often it was seen; `strays` are people whom nobody wrote. */
interface Seen {
  readonly times: Uint8Array
  strays: number
}

function see(seen: Seen, phone: unknown): void {
  const number = Number(phone) - FIRST_PHONE
  const before = seen.times[number]
  if (before === undefined) seen.strays++
  else seen.times[number] = Math.min(255, before + 1)
}

/** 64 desks write through every HIMS of one database, and one reader follows the cursor through all of them in turn. */
async function followed({ writers, reader }: Installation, { scale, progress }: Trial): Promise<number> {
  const seen: Seen = { times: new Uint8Array(scale), strays: 0 }
  const most = mostInPush(scale)
  let sent = 0
  let acknowledged = 0
  let writing = true
  const write = async (everywhere: Everywhere, which: number): Promise<void> => {
    for (let n = 1, turn = which; sent < scale; turn++) {
      const many = Math.min(1 + (turn % most), scale - sent)
      const first = sent
      sent += many
      const mutations = Array.from({ length: many }, (_, at) => registered(n + at, numbered(first + at)))
      const { body } = await accepted(everywhere, turn, mutations)
      if (Taken.parse(body).results.length !== many) throw new Error('A person was not answered')
      acknowledged += many
      n += many
      progress(acknowledged, scale)
    }
  }
  const reading = read(reader, seen, () => writing)
  await Promise.all(writers.map(write)).finally(() => {
    writing = false
  })
  const disorder = await reading
  const missedOrDoubled = seen.times.reduce((sum, times) => sum + (times === 1 ? 0 : 1), 0)
  return missedOrDoubled + seen.strays + disorder
}

/** Follows the feed to its end; gives how often something stood before what came before it. */
async function read(reader: Everywhere, seen: Seen, writing: () => boolean): Promise<number> {
  let disorder = 0
  for (let cursor = 0, turn = 0; ; turn++) {
    const last = !writing()
    const limit = 1 + ((turn * 37) % LARGEST_PAGE)
    const { body } = await pick(reader, turn).call('POST', '/sync/v1/pull', { cursor, limit })
    const { changes, next, more } = Page.parse(body)
    for (const change of changes) {
      if (change.cursor <= cursor) disorder++
      cursor = change.cursor
      if (change.table === 'person') see(seen, change.row.phone)
    }
    if (next < cursor) disorder++
    cursor = next
    if (last && !more) return disorder
    // What asks without end takes the processor from those that write.
    if (!more) await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

const pick = (everywhere: Everywhere, turn: number): TestTerminal => {
  const terminal = everywhere[turn % everywhere.length]
  if (terminal === undefined) throw new Error('There is no HIMS')
  return terminal
}

/** Sends until it is taken: a busy HIMS asks for that. */
async function accepted(everywhere: Everywhere, turn: number, mutations: readonly object[]) {
  for (let tried = 0; tried < 100; tried++) {
    const answer = await pick(everywhere, turn + tried).push(mutations)
    if (answer.status === 200) return answer
    if (answer.status !== 503) throw new Error(`A push was answered ${answer.status}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('HIMS takes no pushes')
}

async function installed(database: string, keyFile: string, processes: number, trial: Trial): Promise<number> {
  const admin = await openHims({ database, keyFile, now: Date.now, random: randomBytes })
  await admin.load(rows)
  const enrolment = () => admin.createEnrolment({ role: 'desk', label: 'Feed' })
  const codes = await Promise.all(Array.from({ length: WRITERS + 1 }, enrolment))
  await admin.close()
  const running = await Promise.all(Array.from({ length: processes }, () => himsProcess(database, keyFile)))
  try {
    const bases = running.map(({ base }) => base)
    const all = await Promise.all(codes.map(({ code }) => enrolled(bases, code)))
    const [reader, ...writers] = all
    return await followed({ writers, reader: reader ?? [] }, trial)
  } finally {
    await Promise.all(running.map(({ stop }) => stop()))
  }
}

async function enrolled(bases: readonly string[], code: string): Promise<Everywhere> {
  const key = newKey()
  const { body } = await postEnrol(bases[0] ?? '', code, key.publicKey)
  const reply = EnrolReply.parse(body)
  return bases.map((base) => terminalWith(base, reply, key.privateKey))
}

async function run(trial: Trial): Promise<readonly Kept[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hims-feed-'))
  const postgres = await postgresServer()
  try {
    const { scale: tried } = trial
    const database = await postgres.createDatabase()
    const [sqlite, both] = await Promise.all([
      installed(`sqlite:${folder}/hims.db`, join(folder, 'one.key'), 1, trial),
      installed(database, join(folder, 'two.key'), 2, trial),
    ])
    return [
      { promise: 'a reader sees every committed row once and in order (SQLite, 64 writers)', tried, broken: sqlite },
      { promise: 'the same over PostgreSQL, written to by two HIMS at once', tried, broken: both },
    ]
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const feed: Proof = {
  title: '64 writers and one reader on a cursor, on both engines',
  usual: 5000,
  run,
}
