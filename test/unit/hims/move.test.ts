import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { promisify } from 'node:util'

import { z } from 'zod'

import { HelloReply, PullReply, PushReply } from '../../../domain/wire/sync.ts'
import { serve } from '../../../hims/command/serve.ts'
import { silent } from '../../../hims/log.ts'
import { openHims } from '../../../hims/open.ts'
import { sharedPostgres } from '../../fake/postgres-server.ts'
import { freshPath, person, registered, rows } from './hospital.ts'
import { enrolled } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const Summary = z.object({ moved: z.number(), pausedMs: z.number(), unequal: z.array(z.string()) })
const Table = z.object({ table: z.string(), rows: z.number(), hash: z.string() })

/** A HIMS as its command serves it, until the test ends. */
async function served(t: TestContext, database: string, keyFile: string): Promise<string> {
  const stop = new PassThrough()
  const lines = new PassThrough()
  const world = { database, keyFile, now: Date.now, random: randomBytes }
  const speak = { print: (line: string) => void lines.write(line), complain: () => undefined, log: silent }
  const done = serve(
    world,
    { host: '127.0.0.1', port: 0 },
    speak,
    once(stop, 'data').then(() => undefined),
  )
  t.after(async () => {
    stop.write('stop')
    await done
  })
  const [line] = await once(lines, 'data')
  return z.object({ listening: z.string() }).parse(JSON.parse(String(line))).listening
}

/** A terminal that pushes without end, and sends again whatever was not acknowledged. */
function pushing(desk: TestTerminal, from: number) {
  const acknowledged: string[] = []
  const refused: number[] = []
  let longest = 0
  const ending = new AbortController()
  const work = async (): Promise<void> => {
    for (let n = from; !ending.signal.aborted; n++) {
      const who = person()
      const mutations = [registered(n, who)]
      const start = performance.now()
      for (;;) {
        const { status, body } = await desk.push(mutations)
        if (status === 200) {
          assert.deepEqual(PushReply.parse(body).results, [{ n, kind: 'applied' }])
          break
        }
        assert.equal(status, 503)
        refused.push(status)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      longest = Math.max(longest, performance.now() - start)
      acknowledged.push(who.id)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  const done = work()
  const end = async () => {
    ending.abort()
    await done
    return { acknowledged, refused, longest }
  }
  return { end }
}

/** In a process of its own, as an administrator runs it. */
async function moved(database: string, keyFile: string, to: string) {
  const args = ['hims/main.ts', 'move', '--database', database, '--to', to, '--key-file', keyFile]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const said = stdout.trim().split('\n')
  const tables = said.slice(0, -1).map((line) => Table.parse(JSON.parse(line)))
  return { tables, ...Summary.parse(JSON.parse(said.at(-1) ?? '')) }
}

const helloOf = async (desk: TestTerminal) =>
  HelloReply.parse((await desk.call('POST', '/sync/v1/hello', { schema: 1, epoch: 1, nextN: 1, cursor: 0 })).body)

test(
  'everything moves to PostgreSQL and back while desks push, and no terminal notices',
  { timeout: 120_000 },
  async (t) => {
    const [path, other] = [freshPath(t), freshPath(t)]
    const [file, keyFile] = [`sqlite:${path}`, `${path}.key`]
    const admin = await openHims({ database: file, keyFile, now: Date.now, random: randomBytes })
    await admin.load([...rows, ...Array.from({ length: 500 }, () => ({ table: 'person', row: person() }))])
    const codes = await Promise.all(
      Array.from({ length: 3 }, async () => (await admin.createEnrolment({ role: 'desk', label: 'Move' })).code),
    )
    await admin.close()
    const base = await served(t, file, keyFile)
    const desks = await Promise.all(codes.map((code) => enrolled(base, code)))
    const [first] = desks
    assert.ok(first)
    const { incarnation } = await helloOf(first)
    const all: string[] = []
    const next = new Map<string, number>()
    let from = file
    for (const to of [await (await sharedPostgres()).createDatabase(), `sqlite:${other}`]) {
      const runs = desks.map((desk) => pushing(desk, next.get(desk.id) ?? 1))
      const going = moved(from, keyFile, to)
      await going.then(() => new Promise((resolve) => setTimeout(resolve, 1200))).catch(() => undefined)
      const results = await Promise.all(runs.map((run) => run.end()))
      const { tables, pausedMs, moved: count } = await going
      t.diagnostic(`${from.split(':')[0]} to ${to.split(':')[0]}: ${count} rows, paused ${pausedMs} ms`)
      assert.ok(pausedMs < 15_000)
      for (const [at, { acknowledged, longest }] of results.entries()) {
        const { id } = desks[at] ?? first
        assert.ok(longest < 15_000)
        all.push(...acknowledged)
        next.set(id, (next.get(id) ?? 1) + acknowledged.length)
      }
      assert.ok((tables.find(({ table }) => table === 'record')?.rows ?? 0) > 500)
      from = to
    }
    assert.equal((await helloOf(first)).incarnation, incarnation)
    const page = PullReply.parse((await first.call('POST', '/sync/v1/pull', { cursor: 500, limit: 5000 })).body)
    const here = new Set(page.changes.map(({ id }) => id))
    assert.deepEqual(
      all.filter((id) => !here.has(id)),
      [],
    )
    const last = await openHims({ database: `sqlite:${other}`, keyFile, now: Date.now, random: randomBytes })
    t.after(() => last.close())
    const numbers = (await last.terminals()).map(({ lastN }) => lastN)
    assert.equal(
      numbers.reduce((sum, lastN) => sum + lastN, 0),
      all.length,
    )
    await assert.rejects(openHims({ database: file, keyFile, now: Date.now, random: randomBytes }), /has moved/)
  },
)
