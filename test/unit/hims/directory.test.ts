import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'

import { PullReply } from '../../../domain/wire/sync.ts'
import { department, facility, hospital, medicine, mutation } from './hospital.ts'
import { enrolled } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const other = { ...facility, code: 'zz-hospital', hfr: null }
const renamed = { ...department, name: { ...department.name, en: 'Renamed' } }

const operator = (id: string, roles: readonly string[]) => ({
  id,
  name: id,
  roles,
  pin: { salt: 'ab'.repeat(16), hash: 'cd'.repeat(32), cost: 1024, block: 8, parallel: 1 },
})

const change = (n: number, rows: readonly object[], by: string | null = 'admin') => ({
  ...mutation(n, {}),
  body: { kind: 'directory.changed', rows, ...(by === null ? {} : { by }) },
})

async function withTwoHospitals(t: TestContext) {
  const made = await hospital(t)
  const { refused } = await made.hims.load([
    { table: 'facility', row: other },
    { table: 'operator', row: operator('admin', ['administrator']) },
    { table: 'operator', row: operator('asha', ['clerk']) },
    { table: 'operator', row: { ...operator('gone', ['administrator']), left: '2020-01-01' } },
  ])
  assert.deepEqual(refused, [])
  return made
}

async function rowsOf(terminal: TestTerminal, table: string): Promise<readonly unknown[]> {
  const reply = PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body)
  return reply.changes.filter((each) => each.table === table).map(({ row }) => row)
}

const answers = async (terminal: TestTerminal, ...mutations: readonly object[]): Promise<readonly unknown[]> =>
  Object((await terminal.push(mutations)).body).results.map(({ reason = 'applied' }: { reason?: string }) => reason)

test('an administrator changes a row, everybody is sent it, and who did what is kept', async (t) => {
  const { enrol } = await withTwoHospitals(t)
  const [admin, desk] = [await enrol('admin'), await enrol('desk')]
  const said = change(1, [{ table: 'department', row: renamed, was: department }])
  assert.deepEqual(await answers(admin, said), ['applied'])
  assert.deepEqual(
    (await rowsOf(desk, 'department')).filter((row) => Object(row).code === department.code),
    [renamed],
  )
  const [note, ...more] = await rowsOf(admin, 'directory_change')
  assert.deepEqual(more, [])
  const { at, terminal, ...told } = Object(note)
  assert.ok(at.startsWith('20') && terminal === admin.id)
  const fields = [{ field: 'name', was: JSON.stringify(department.name), now: JSON.stringify(renamed.name) }]
  assert.deepEqual(told, {
    id: `${said.id}.0`,
    table: 'department',
    row: department.code,
    by: 'admin',
    facility: facility.code,
    isNew: false,
    fields,
  })
  assert.deepEqual(await rowsOf(desk, 'directory_change'), [], 'a desk has no use for it')
})

test('a row that somebody changed meanwhile is not overwritten, nor is any other of the same mutation', async (t) => {
  const { enrol } = await withTwoHospitals(t)
  const [one, two] = [await enrol('admin'), await enrol('admin')]
  const room = { code: 'r9', label: '9', name: department.name, kind: 'consulting', department: null }
  const row = { ...room, floor: 0, line: 'blue', open: true, facility: facility.code }
  const both = [
    { table: 'department', row: renamed, was: department },
    { table: 'room', row: { ...row, code: 'r8', label: '8' }, was: null },
  ]
  assert.deepEqual(await answers(one, change(1, both)), ['applied'])
  const late = [
    { table: 'room', row, was: null },
    { table: 'department', row: { ...department, floor: 5 }, was: department },
  ]
  assert.deepEqual(await answers(two, change(1, late)), ['changed-meanwhile'])
  assert.deepEqual(
    (await rowsOf(two, 'room')).filter((each) => Object(each).code === 'r9'),
    [],
  )
})

test('only an administrator of today may, and nobody for another hospital', async (t) => {
  const { base, hims, enrol } = await withTwoHospitals(t)
  const admin = await enrol('admin')
  const rows = [{ table: 'department', row: renamed, was: department }]
  const mine = [{ table: 'department', row: { ...department, code: 'theirs', facility: other.code }, was: null }]
  const taken = [{ table: 'department', row: { ...department, facility: other.code }, was: department }]
  const shut = [{ table: 'medicine', row: { ...medicine, notAt: [other.code] }, was: medicine }]
  assert.deepEqual(
    await answers(
      admin,
      change(1, rows, 'asha'),
      change(2, rows, 'gone'),
      change(3, rows, null),
      change(4, mine),
      change(5, taken),
      change(6, shut),
      change(7, [{ table: 'facility', row: { ...other, runBy: 'central' }, was: other }]),
      change(8, [{ table: 'medicine', row: { ...medicine, notAt: [facility.code] }, was: medicine }]),
      change(9, [{ table: 'facility', row: { ...facility, runBy: 'central' }, was: facility }]),
    ),
    [
      'role-may-not',
      'role-may-not',
      'role-may-not',
      'other-hospital',
      'other-hospital',
      'other-hospital',
      'other-hospital',
      'applied',
      'applied',
    ],
  )
  const { code } = await hims.createEnrolment({ role: 'admin', label: 'Theirs', facility: other.code })
  const stranger = await enrolled(base, code)
  assert.deepEqual(await answers(stranger, change(1, rows)), ['other-hospital'])
})
