import assert from 'node:assert/strict'
import { test } from 'node:test'

import { PullReply } from '../../../domain/wire/sync.ts'
import { hospital, mutation } from './hospital.ts'
import type { TestTerminal } from './terminal.ts'

const operator = (id: string, roles: readonly string[]) => ({
  id,
  name: id,
  roles,
  pin: { salt: 'ab'.repeat(16), hash: 'cd'.repeat(32), cost: 1024, block: 8, parallel: 1 },
})

const badge = 'ef'.repeat(32)

const change = (n: number, by: string, hash: string | null) => ({
  ...mutation(n, {}),
  body: { kind: 'badge.changed', operator: 'asha', badge: hash, by, at: '2026-11-22T05:00:00.000Z' },
})

async function badgeOf(terminal: TestTerminal): Promise<unknown> {
  const reply = PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body)
  const rows = reply.changes.filter(({ table }) => table === 'operator').map(({ row }) => Object(row))
  return rows.find(({ id }) => id === 'asha')?.badge ?? null
}

const answers = async (terminal: TestTerminal, ...mutations: readonly object[]): Promise<readonly unknown[]> =>
  Object((await terminal.push(mutations)).body).results.map(({ reason = 'applied' }: { reason?: string }) => reason)

test('a badge that a supervisor ordered reaches every terminal, and so does its end', async (t) => {
  const { hims, enrol } = await hospital(t)
  await hims.load([
    { table: 'operator', row: operator('asha', ['clerk']) },
    { table: 'operator', row: operator('boss', ['supervisor']) },
    { table: 'operator', row: { ...operator('gone', ['supervisor']), left: '2020-01-01' } },
  ])
  const [desk, pharmacy, kiosk] = [await enrol('desk'), await enrol('pharmacy'), await enrol('kiosk')]
  const forged = [change(1, 'asha', badge), change(2, 'gone', badge), change(3, 'nobody', badge)]
  assert.deepEqual(await answers(desk, ...forged), ['role-may-not', 'role-may-not', 'role-may-not'])
  assert.deepEqual(await answers(kiosk, change(1, 'boss', badge)), ['role-may-not'])
  assert.equal(await badgeOf(pharmacy), null)
  assert.deepEqual(await answers(desk, change(4, 'boss', badge)), ['applied'])
  assert.equal(await badgeOf(pharmacy), badge)
  assert.deepEqual(await answers(pharmacy, change(1, 'boss', null)), ['applied'])
  assert.equal(await badgeOf(desk), null)
})

test('a badge of another hospital’s staff is not this hospital’s to give, nor is it by their word', async (t) => {
  const { hims, enrol } = await hospital(t)
  const theirs = { facility: 'zz-hospital' }
  await hims.load([
    { table: 'operator', row: { ...operator('asha', ['administrator']), ...theirs } },
    { table: 'operator', row: operator('boss', ['supervisor']) },
    { table: 'operator', row: { ...operator('far', ['supervisor']), ...theirs } },
  ])
  const desk = await enrol('desk')
  const ordered = [change(1, 'boss', badge), change(2, 'far', badge)]
  assert.deepEqual(await answers(desk, ...ordered), ['other-hospital', 'other-hospital'])
  const { store } = hims.inside
  const kept = await store.selectFrom('record').select('row').where('id', '=', 'asha').executeTakeFirstOrThrow()
  assert.doesNotMatch(kept.row, /badge/)
})
