import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { makePeople } from '../../build/demo/seed/people.ts'
import { randomFrom } from '../../build/demo/seed/random.ts'
import { MutationId, uuidV7 } from '../../domain/id.ts'
import { openHims } from '../../hims/open.ts'
import { himsServer } from '../../hims/server.ts'
import { cardLists } from '../../main/store/card-lists.ts'
import { openStore } from '../../main/store/store.ts'
import { syncPort } from '../../main/store/sync-port.ts'
import { axiosTransport } from '../../sync/axios-transport.ts'
import { caller } from '../../sync/call.ts'
import type { Outcome } from '../../sync/outcome.ts'
import { oneRound } from '../../sync/round.ts'
import type { Attack } from './wire-attack.ts'

/** A desk and its HIMS, with somebody on the line between them. */
export interface WireHome {
  /** A person registers at the desk, and another comes at HIMS. */
  readonly work: () => Promise<void>
  /** One round of the real client, under an attack or over a sound line. */
  readonly round: (attack: Attack | null, draw: () => number) => Promise<Outcome>
  /** What is here, as text that changes with any of it. */
  readonly local: () => string
  readonly waiting: () => number
  /** What HIMS and the desk hold, which must be the same in the end, and each record once. */
  readonly both: () => Promise<{
    readonly here: number
    readonly there: number
    readonly pushed: number
    readonly taken: number
  }>
  readonly close: () => Promise<void>
}

/** Long enough for a busy machine, short enough for the many attacks that never answer. */
const PATIENCE = 2000
const STALL_PATIENCE = 350

const four = (text: string) => ({ en: text, hi: text, pa: text, ur: text })

export async function wireHome(): Promise<WireHome> {
  const folder = mkdtempSync(join(tmpdir(), 'wire-'))
  const random = (count: number) => Uint8Array.from(randomBytes(count))
  const newId = () => uuidV7(Date.now(), random(10))
  const hims = await openHims({ database: ':memory:', now: Date.now, random })
  const server = himsServer(hims)
  const base = await server.listen({ host: '127.0.0.1', port: 0 })
  await hims.load([{ table: 'facility', row: { code: 'wire', name: four('Wire Hospital') } }])
  const { code } = await hims.createEnrolment({ role: 'desk', label: 'Counter 1' })
  const crowd = makePeople(randomFrom('wire'), '2026-11-22', 400)

  const opened = openStore({ folder, key: random(32), role: 'desk', seed: random(32) })
  if (!opened.ok) throw new Error('No store')
  const store = opened.value
  const now = () => new Date()
  const days = () => ['2026-11-22']
  const port = syncPort(store, { now, random, newId, cards: cardLists(store, []), days, changed: () => {} })

  let attack: Attack | null = null
  let draw: () => number = () => 0
  const line = createServer((asked, reply) => {
    through(base, asked, reply, (said) => {
      const struck = attack !== null && (asked.url ?? '').endsWith(`/${attack.on}`) ? attack : null
      if (struck === null) reply.writeHead(said.status, said.headers).end(said.body)
      else struck.strike(reply, said, draw)
    })
  })
  line.keepAliveTimeout = 1000
  await new Promise<void>((resolve) => void line.listen(0, '127.0.0.1', resolve))
  const address = line.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`
  const ending = new AbortController()
  const transport = axiosTransport(url)
  const call = caller({
    transport: (asked, signal) =>
      transport({ ...asked, patience: attack?.ends[0] === 'unreachable' ? STALL_PATIENCE : PATIENCE }, signal),
    now,
    nonce: () => randomBytes(12).toString('base64url'),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    signal: ending.signal,
  })
  let at = 0
  let pushed = 0
  const take = () => {
    const row = crowd[at++ % crowd.length]
    if (row === undefined) throw new Error('Nobody came')
    return { ...row, id: newId() }
  }
  const count = (sql: string) => Number(store.database.prepare(sql).pluck().get())

  return {
    async work() {
      await hims.load([{ table: 'person', row: take() }])
      const row = take()
      const moment = now().toISOString()
      const body: unknown = { kind: 'person.registered', person: row }
      const entry = { id: MutationId.parse(newId()), title: 'wire', at: moment, touches: [] }
      store.database.transaction(() => store.outbox.add(Object.assign(Object(entry), { body })))()
      pushed++
    },
    async round(next, numbers) {
      attack = next
      draw = numbers
      try {
        const world = { store: port, code, now, address: url }
        return await oneRound(call, world, next === null ? false : next.on !== 'hello')
      } finally {
        attack = null
        line.closeAllConnections()
      }
    },
    local: () =>
      JSON.stringify(
        [
          'SELECT count(*), sum(version % 4294967296), sum(length(body)) FROM person',
          'SELECT count(*) FROM quarantine',
        ].map((sql) => store.database.prepare(sql).raw().get()),
      ),
    waiting: () => store.outbox.count('waiting'),
    both: async () => {
      const names = (name: 'record' | 'mutation') => hims.inside.store.selectFrom(name)
      const there = await names('record')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('name', '=', 'person')
        .executeTakeFirstOrThrow()
      const taken = await names('mutation')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return { here: count('SELECT count(*) FROM person'), there: there.n, pushed, taken: taken.n }
    },
    async close() {
      ending.abort()
      line.closeAllConnections()
      line.close()
      store.close()
      await server.close()
      await hims.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Whole {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Asks HIMS, and gives the whole of its answer to whoever stands on the line. */
function through(base: string, asked: IncomingMessage, reply: ServerResponse, done: (said: Whole) => void): void {
  const { method = 'GET', headers, url = '/' } = asked
  const onward = request(`${base}${url}`, { method, headers }, (answer) => {
    const parts: Buffer[] = []
    answer.on('data', (part: Buffer) => void parts.push(part))
    answer.on('end', () => {
      const { 'transfer-encoding': _chunked, connection: _connection, ...rest } = answer.headers
      const body = Buffer.concat(parts)
      done({ status: answer.statusCode ?? 502, headers: { ...rest, 'content-length': String(body.length) }, body })
    })
  })
  onward.on('error', () => reply.destroy())
  asked.pipe(onward)
}
