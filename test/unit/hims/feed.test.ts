import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'

import { PullReply } from '../../../domain/wire/sync.ts'
import { hospital, person, prescription, registered } from './hospital.ts'
import type { TestTerminal } from './terminal.ts'

const pull = async (terminal: TestTerminal, cursor: number, limit: number): Promise<PullReply> => {
  const page = PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor, limit })).body)
  assert.equal(page.digest, createHash('sha256').update(JSON.stringify(page.changes)).digest('hex'))
  return page
}

test('a reader that polls while ten desks write misses nothing and sees cursors only grow', async (t) => {
  const { enrol } = await hospital(t)
  const [reader, ...desks] = await Promise.all(Array.from({ length: 11 }, () => enrol('desk')))
  assert.ok(reader)
  const written = new Set<string>()
  let writing = true
  const writers = Promise.all(
    desks.map(async (desk) => {
      for (let n = 1; n <= 8; n++) {
        const who = person()
        assert.equal((await desk.push([registered(n, who)])).status, 200)
        written.add(who.id)
      }
    }),
  ).finally(() => (writing = false))
  const seen = new Set<string>()
  let cursor = 0
  for (let last = false; !last; last = !writing && seen.size >= written.size) {
    const page = await pull(reader, cursor, 25)
    for (const change of page.changes) {
      assert.ok(change.cursor > cursor)
      cursor = change.cursor
      if (change.table === 'person') seen.add(change.id)
    }
    assert.ok(page.next >= cursor)
    cursor = page.next
    if (!writing && !page.more && page.changes.length === 0) break
  }
  await writers
  assert.deepEqual(
    [...written].filter((id) => !seen.has(id)),
    [],
  )
  assert.equal(written.size, 80)
})

test('each role gets what it works with, and its cursor goes on over the rest', async (t) => {
  const { enrol, hims } = await hospital(t)
  const who = person()
  const report = await hims.load([
    { table: 'person', row: who },
    { table: 'prescription', row: prescription(who.id) },
  ])
  assert.deepEqual(report, { loaded: 2, refused: [] })
  const tables = async (role: 'desk' | 'pharmacy' | 'kiosk'): Promise<readonly string[]> => {
    const page = await pull(await enrol(role), 0, 5000)
    return [...new Set(page.changes.map(({ table }) => table))].toSorted((a, b) => a.localeCompare(b))
  }
  assert.deepEqual(await tables('kiosk'), ['department', 'facility', 'person'])
  assert.deepEqual(await tables('desk'), ['department', 'facility', 'medicine', 'person'])
  assert.ok((await tables('pharmacy')).includes('right'))
  const kiosk = await enrol('kiosk')
  const whole = await pull(kiosk, 0, 5000)
  assert.equal((await pull(kiosk, whole.next, 5000)).changes.length, 0)
  assert.ok(whole.next > Math.max(...whole.changes.map((change) => change.cursor)))
})

test('fields that this version does not know come back as they came', async (t) => {
  const { enrol, hims } = await hospital(t)
  const desk = await enrol('desk')
  const who = { ...person(), bloodGroup: 'B+', address: { ...person().address, lift: { number: 7 } } }
  assert.deepEqual((await desk.push([registered(1, who)])).body['results'], [{ n: 1, kind: 'applied' }])
  const loaded = { ...person(), later: [1, { deep: null }] }
  assert.equal((await hims.load([{ table: 'person', row: loaded }])).refused.length, 0)
  const rows = (await pull(desk, 0, 5000)).changes.filter(({ table }) => table === 'person').map(({ row }) => row)
  assert.deepEqual(rows, [who, loaded])
})

test('a changed row is sent again once, with its next version', async (t) => {
  const { enrol, hims } = await hospital(t)
  const desk = await enrol('desk')
  const who = person()
  await hims.load([{ table: 'person', row: who }])
  const { next } = await pull(desk, 0, 5000)
  await hims.load([{ table: 'person', row: who }])
  assert.equal((await pull(desk, next, 5000)).changes.length, 0)
  await hims.load([{ table: 'person', row: { ...who, phone: null } }])
  const [change] = (await pull(desk, next, 5000)).changes
  assert.deepEqual([change?.version, change?.id], [2, who.id])
})

test('bad rows are named and the others kept', async (t) => {
  const { hims } = await hospital(t)
  const report = await hims.load([
    { table: 'person', row: person() },
    { table: 'person', row: person({ phone: '12' }) },
    'not JSON',
    { table: 'unheard-of', row: {} },
    { table: 'person', row: person() },
  ])
  assert.equal(report.loaded, 2)
  assert.deepEqual(
    report.refused.map(({ at }) => at),
    [1, 2, 3],
  )
})
