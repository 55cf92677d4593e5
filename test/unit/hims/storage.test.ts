import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { test } from 'node:test'

import { sql } from 'kysely'

import { EnrolReply, HelloReply, PullReply, PushReply } from '../../../domain/wire/sync.ts'
import type { Hims } from '../../../hims/hims.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { freshPath, hospital, person, registered, rows } from './hospital.ts'
import { enrolled, newKey, postEnrol, terminalWith } from './terminal.ts'

test('a full disk is answered 507 and loses nothing that was acknowledged', async (t) => {
  const { hims, enrol } = await hospital(t, Date.now, { database: `sqlite:${freshPath(t)}` })
  const pages = (most: number) => sql`pragma max_page_count = ${sql.raw(String(most))}`.execute(hims.inside.store)
  const desk = await enrol('desk')
  assert.equal((await desk.push([registered(1)])).status, 200)
  // SQLite then takes no page beyond those it has: the same error as a full disk.
  await pages(1)
  const big = Array.from({ length: 50 }, (_, at) => registered(at + 2, person()))
  const refused = await desk.push(big)
  assert.deepEqual([refused.status, refused.body['problem']], [507, 'busy'])
  await pages(1_000_000)
  const retried = PushReply.parse((await desk.push(big)).body)
  assert.deepEqual([retried.lastN, retried.results.every(({ kind }) => kind === 'applied')], [51, true])
})

test('a server killed while desks push loses nothing it acknowledged', { timeout: 60_000 }, async (t) => {
  const path = freshPath(t)
  const acknowledged = new Set<string>()
  const admin = await openHims({ database: path, now: Date.now, random: randomBytes })
  await admin.load(rows)
  const codes = await Promise.all(
    Array.from({ length: 4 }, async () => (await admin.createEnrolment({ role: 'desk', label: 'Crash' })).code),
  )
  await admin.close()
  for (let round = 0; round < 2; round++) {
    const child = spawn(process.execPath, ['hims/main.ts', '--database', `sqlite:${path}`, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    const { listening } = JSON.parse(String(line))
    const desks = await Promise.all(codes.splice(0, 2).map((code) => enrolled(String(listening), code)))
    const pushing = desks.map(async (desk) => {
      for (let n = 1; n < 400; n++) {
        const who = person()
        const { status } = await desk.push([registered(n, who)])
        if (status === 200) acknowledged.add(who.id)
        if (acknowledged.size === (round + 1) * 30) child.kill('SIGKILL')
      }
    })
    await Promise.allSettled(pushing)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    assert.equal(child.signalCode, 'SIGKILL')
  }
  const hims = await openHims({ database: path, now: Date.now, random: randomBytes })
  const kept = await hims.inside.store.selectFrom('record').select('id').where('name', '=', 'person').execute()
  const here = new Set(kept.map(({ id }) => id))
  assert.deepEqual(
    [...acknowledged].filter((id) => !here.has(id)),
    [],
  )
  assert.ok(acknowledged.size >= 60)
  const numbers = await hims.inside.store.selectFrom('terminal').select(['id', 'last_n']).execute()
  for (const { id, last_n: lastN } of numbers) {
    const pushed = await hims.inside.store.selectFrom('pushed').select('n').where('terminal', '=', id).execute()
    assert.equal(pushed.length, lastN)
  }
  await hims.close()
})

test('every open asks the disk for each commit, not only the first', async (t) => {
  const path = freshPath(t)
  for (let round = 0; round < 2; round++) {
    const hims = await openHims({ database: path, now: Date.now, random: randomBytes })
    const settings = sql<
      Record<string, unknown>
    >`select * from pragma_synchronous, pragma_journal_mode, pragma_trusted_schema`
    const { rows: found } = await settings.execute(hims.inside.store)
    assert.deepEqual(found, [{ synchronous: 2, journal_mode: 'wal', trusted_schema: 0 }])
    await hims.close()
  }
})

test('a database that came back from a backup is noticed at the first hello', async (t) => {
  const path = freshPath(t)
  const world = { database: path, now: Date.now, random: randomBytes }
  const key = newKey()
  const served = async <Value>(work: (base: string, hims: Hims) => Promise<Value>): Promise<Value> => {
    const hims = await openHims(world)
    const server = himsServer(hims)
    const value = await work(await server.listen({ host: '127.0.0.1', port: 0 }), hims)
    await server.close()
    await hims.close()
    return value
  }
  const reply = await served(async (base, hims) => {
    await hims.load(rows)
    const { code } = await hims.createEnrolment({ role: 'desk', label: 'Backup' })
    return EnrolReply.parse((await postEnrol(base, code, key.publicKey)).body)
  })
  copyFileSync(path, `${path}.backup`)
  const cursor = await served(async (base) => {
    const desk = terminalWith(base, reply, key.privateKey)
    await desk.push([registered(1), registered(2)])
    return PullReply.parse((await desk.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body).next
  })
  copyFileSync(`${path}.backup`, path)
  await served(async (base) => {
    const desk = terminalWith(base, reply, key.privateKey)
    const hello = async () =>
      HelloReply.parse((await desk.call('POST', '/sync/v1/hello', { schema: 1, epoch: 1, nextN: 3, cursor })).body)
    const first = await hello()
    assert.notEqual(first.incarnation, reply.incarnation)
    assert.equal(first.lastN, 0)
    assert.equal((await hello()).incarnation, first.incarnation)
    await desk.push([registered(1)])
    const page = PullReply.parse((await desk.call('POST', '/sync/v1/pull', { cursor, limit: 5000 })).body)
    assert.deepEqual([page.incarnation, page.changes.length], [first.incarnation, 1])
  })
})

test('SIGTERM finishes, folds the log away and exits 0', { timeout: 60_000 }, async (t) => {
  const path = freshPath(t)
  const child = spawn(process.execPath, ['hims/main.ts', '--database', path, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  assert.match(String(line), /^\{"listening":"http:\/\/127\.0\.0\.1:\d+"\}$/)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  assert.equal(code, 0)
})
