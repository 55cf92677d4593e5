import assert from 'node:assert/strict'
import { test } from 'node:test'

import { LeaseReply, PullReply } from '../../../domain/wire/sync.ts'
import type { Hims } from '../../../hims/hims.ts'
import { department, hospital, mutation, person, prescription, registered } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const pull = async (terminal: TestTerminal, cursor = 0): Promise<PullReply> =>
  PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor, limit: 5000 })).body)

const namesIn = ({ changes }: PullReply): readonly string[] =>
  changes.map(({ table, id, version }) => `${table} ${id} ${version}`)

/** Two hospitals that each have a desk. */
async function twoHospitals(t: Parameters<typeof hospital>[0]) {
  const { hims, enrol } = await hospital(t)
  const [here, there] = [await enrol('desk'), await enrol('desk')]
  await moveTo(hims, there, 'other-hospital')
  return { hims, enrol, here, there }
}

const moveTo = (hims: Hims, { id }: TestTerminal, facility: string) =>
  hims.inside.store.updateTable('terminal').set({ facility }).where('id', '=', id).execute()

const visitOf = async (desk: TestTerminal, personId: string) => {
  const day = '2026-11-22'
  const asked = { id: newId(), cards: 0, tokens: [{ department: department.code, day, count: 1 }] }
  const { tokens } = LeaseReply.parse((await desk.call('POST', '/sync/v1/lease', asked)).body)
  const [{ prefix, low } = { prefix: '', low: 0 }] = tokens
  return mutation(1, {
    kind: 'visit.opened',
    visit: {
      id: newId(),
      personId,
      token: { department: department.code, day, prefix, number: low },
      openedAt: '2026-11-22T05:00:00.000Z',
      terminal: desk.id,
    },
  })
}

test('a hospital’s terminals are sent its own people and what belongs to nobody', async (t) => {
  const { here, there } = await twoHospitals(t)
  const who = person()
  await here.push([registered(1, who)])
  const [own, other] = [namesIn(await pull(here)), namesIn(await pull(there))]
  assert.ok(own.includes(`person ${who.id} 1`))
  assert.deepEqual(
    own.filter((name) => !other.includes(name)),
    [`person ${who.id} 1`],
  )
  assert.equal((await pull(there)).next, (await pull(here)).next)
})

test('a person who comes to another hospital is sent there with all there is, as it was', async (t) => {
  const { hims, here, there } = await twoHospitals(t)
  const who = person()
  await here.push([registered(1, who)])
  await hims.load([{ table: 'person', row: { ...who, phone: null } }])
  const before = await pull(there)
  const { body } = await there.push([await visitOf(there, who.id)])
  assert.deepEqual(body['results'], [{ n: 1, kind: 'applied' }])
  const after = await pull(there, before.next)
  assert.deepEqual(
    after.changes.map(({ table, version }) => [table, version]),
    [
      ['person', 2],
      ['visit', 1],
    ],
  )
  const { next } = await pull(here)
  await there.push([{ ...(await visitOf(there, who.id)), n: 2 }])
  assert.deepEqual(
    (await pull(here, next)).changes.map(({ table }) => table),
    ['visit'],
  )
})

test('people whom nobody’s terminal brought belong to the first hospital, and orders follow their person', async (t) => {
  const { hims, enrol, here, there } = await twoHospitals(t)
  const pharmacy = await enrol('pharmacy')
  const abroad = await enrol('pharmacy')
  await moveTo(hims, abroad, 'other-hospital')
  const who = person()
  const order = prescription(who.id)
  await hims.load([
    { table: 'person', row: who },
    { table: 'prescription', row: order },
  ])
  assert.ok(namesIn(await pull(here)).includes(`person ${who.id} 1`))
  assert.ok(!namesIn(await pull(there)).includes(`person ${who.id} 1`))
  const tables = (page: PullReply) => new Set(page.changes.map(({ table }) => table))
  assert.ok(tables(await pull(pharmacy)).has('right'))
  assert.ok(!tables(await pull(abroad)).has('right'))
})

test('what a record was is kept when it changes, and nothing when it does not', async (t) => {
  const { hims, here } = await twoHospitals(t)
  const who = person()
  await here.push([registered(1, who)])
  const rows = [
    { ...who, phone: '9810000002' },
    { ...who, phone: '9810000002' },
    { ...who, phone: null },
  ]
  for (const row of rows) await hims.load([{ table: 'person', row }])
  const history = await hims.inside.store
    .selectFrom('record_history')
    .selectAll()
    .where('id', '=', who.id)
    .orderBy('version')
    .execute()
  assert.deepEqual(
    history.map(({ version, row }) => [version, JSON.parse(row)]),
    [
      [1, who],
      [2, rows[0]],
    ],
  )
  const cursors = history.map(({ cursor }) => cursor)
  const [now] = await hims.inside.store.selectFrom('record').selectAll().where('id', '=', who.id).execute()
  assert.deepEqual([now?.version, now?.person], [3, who.id])
  assert.ok(cursors.every((cursor, at) => cursor < (cursors[at + 1] ?? now?.cursor ?? 0)))
})
