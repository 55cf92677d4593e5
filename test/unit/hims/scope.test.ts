import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'

import { DigestReply } from '../../../domain/wire/digest.ts'
import { LeaseReply, PullReply } from '../../../domain/wire/sync.ts'
import type { Hims } from '../../../hims/hims.ts'
import { openHims } from '../../../hims/open.ts'
import {
  department,
  facility,
  freshDatabase,
  hospital,
  mutation,
  person,
  prescription,
  registered,
  rows as first,
} from './hospital.ts'
import { hubBelow, until } from './hub-below.ts'
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

const moveTo = (hims: Hims, { id }: TestTerminal, to: string) =>
  hims.inside.store.updateTable('terminal').set({ facility: to }).where('id', '=', id).execute()

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

const staff = (id: string, at: object = {}) => ({
  id,
  name: id,
  roles: ['clerk'],
  pin: { salt: 'ab'.repeat(16), hash: 'cd'.repeat(32), cost: 1024, block: 8, parallel: 1 },
  ...at,
})

const roomOf = (code: string, at: object = {}) => ({
  code,
  label: code,
  name: department.name,
  kind: 'consulting',
  department: null,
  floor: 0,
  line: 'blue',
  open: true,
  ...at,
})

const [ours, theirs] = [{ facility: facility.code }, { facility: 'zz-hospital' }]

/** Staff and rooms of two hospitals, and of none. */
const directory = [
  { table: 'facility', row: { ...facility, code: theirs.facility } },
  { table: 'department', row: { ...department, code: 'abroad', ...theirs } },
  ...[staff('asha', ours), staff('bela', theirs), staff('chitra')].map((row) => ({ table: 'operator', row })),
  ...[roomOf('r1', ours), roomOf('r2', theirs), roomOf('r3')].map((row) => ({ table: 'room', row })),
]

const idsIn = ({ changes }: PullReply, ...tables: readonly string[]) =>
  changes
    .filter(({ table }) => tables.includes(table))
    .map(({ id }) => id)
    .toSorted()

test('of the directory a hospital’s terminals and its hub are sent its own, and the names of all hospitals and departments', async (t) => {
  const made = await hospital(t)
  const { hims, enrol, base } = made
  assert.deepEqual((await hims.load(directory)).refused, [])
  const [here, there] = [await enrol('desk'), await enrol('desk')]
  await moveTo(hims, there, theirs.facility)
  assert.deepEqual(idsIn(await pull(here), 'operator', 'room'), ['asha', 'chitra', 'r1', 'r3'])
  assert.deepEqual(idsIn(await pull(there), 'operator', 'room'), ['bela', 'chitra', 'r2', 'r3'])
  for (const desk of [here, there])
    assert.deepEqual(idsIn(await pull(desk), 'facility', 'department'), [
      'abroad',
      'medicine',
      'test-hospital',
      'zz-hospital',
    ])
  const asked = { tables: ['operator'], without: [] }
  const digest = DigestReply.parse((await here.call('POST', '/sync/v1/digest', asked)).body)
  assert.deepEqual([digest.hospital, digest.tables[0]?.buckets[0]?.count], [facility.code, 2])

  const hub = await hubBelow(t, { base, hims })
  await until(async () => (await heldAt(hub.hims, 'operator')).length > 0, 'the directory at the hub')
  assert.deepEqual(await heldAt(hub.hims, 'operator'), ['asha', 'chitra'])
  assert.deepEqual(await heldAt(hub.hims, 'room'), ['r1', 'r3'])

  await hims.load([{ table: 'operator', row: staff('chitra', theirs) }])
  assert.deepEqual(idsIn(await pull(there), 'operator'), ['bela', 'chitra'], 'whoever is claimed is theirs alone')
  assert.deepEqual(idsIn(await pull(here), 'operator'), ['asha'])
})

const heldAt = async ({ inside }: Hims, name: string) =>
  (await inside.store.selectFrom('record').select('id').where('name', '=', name).orderBy('id').execute()).map(
    ({ id }) => id,
  )

test('what an earlier HIMS kept for everybody is its hospital’s after the next start', async (t) => {
  const place = await freshDatabase(t)
  const before = await openHims({ ...place, now: Date.now, random: randomBytes })
  await before.load([...first, ...directory])
  await before.inside.store
    .updateTable('record')
    .set({ person: null })
    .where('name', 'in', ['operator', 'room'])
    .execute()
  await before.close()
  const { enrol } = await hospital(t, Date.now, place)
  assert.deepEqual(idsIn(await pull(await enrol('desk')), 'operator', 'room'), ['asha', 'chitra', 'r1', 'r3'])
})
