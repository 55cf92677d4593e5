import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { EnrolReply, PullReply, PushReply } from '../../domain/wire/sync.ts'
import { openHims } from '../../hims/open.ts'
import { himsProcess } from '../fake/hims-process.ts'
import { postgresServer } from '../fake/postgres-server.ts'
import { registered, rows, stranger } from '../unit/hims/row.ts'
import { postEnrol, newKey, terminalWith } from '../unit/hims/terminal.ts'
import type { TestTerminal } from '../unit/hims/terminal.ts'
import type { Kept, Proof, Trial } from './promise.ts'

const WRITERS = 64
const MOST_IN_PUSH = 8
const LARGEST_PAGE = 500

/** One terminal as each HIMS of a database sees it. */
type Everywhere = readonly TestTerminal[]

interface Installation {
  readonly writers: readonly Everywhere[]
  readonly reader: Everywhere
}

/** 64 desks write through every HIMS of one database, and one reader follows the cursor through all of them in turn. */
async function followed({ writers, reader }: Installation, { scale, progress }: Trial): Promise<number> {
  const seen = new Map<string, number>()
  let sent = 0
  let acknowledged = 0
  let disorder = 0
  let writing = true
  const written = new Set<string>()
  const write = async (everywhere: Everywhere, which: number): Promise<void> => {
    for (let n = 1, turn = which; sent < scale; turn++) {
      const many = Math.min(1 + (turn % MOST_IN_PUSH), scale - sent)
      sent += many
      const people = Array.from({ length: many }, () => stranger())
      const mutations = people.map((who, at) => registered(n + at, who))
      const { body } = await accepted(everywhere, turn, mutations)
      if (PushReply.parse(body).results.some(({ kind }) => kind !== 'applied')) throw new Error('A person was refused')
      for (const { id } of people) written.add(id)
      acknowledged += many
      n += many
      progress(acknowledged, scale)
    }
  }
  const read = async (): Promise<void> => {
    let cursor = 0
    for (let turn = 0; ; turn++) {
      const last = !writing
      const limit = 1 + ((turn * 37) % LARGEST_PAGE)
      const terminal = pick(reader, turn)
      const page = PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor, limit })).body)
      for (const change of page.changes) {
        if (change.cursor <= cursor) disorder++
        cursor = change.cursor
        if (change.table === 'person') seen.set(change.id, (seen.get(change.id) ?? 0) + 1)
      }
      if (page.next < cursor) disorder++
      cursor = page.next
      if (last && !page.more) return
    }
  }
  const reading = read()
  await Promise.all(writers.map(write)).finally(() => {
    writing = false
  })
  await reading
  const missed = [...written].filter((id) => seen.get(id) !== 1).length
  const strangers = [...seen.keys()].filter((id) => !written.has(id)).length
  return missed + strangers + disorder
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
