import assert from 'node:assert/strict'
import { test } from 'node:test'

import { noCounts } from '../../../domain/hospital/day-count.ts'
import { PullReply } from '../../../domain/wire/sync.ts'
import { hospital, mutation, person } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const rowsOf = async (terminal: TestTerminal, name: string): Promise<readonly Record<string, unknown>[]> =>
  PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body).changes.flatMap(
    ({ table, row }) => (table === name ? [Object(row)] : []),
  )

const told = ({ body }: { readonly body: Record<string, unknown> }): unknown =>
  Array.isArray(body['results'])
    ? body['results'].map(
        (result: { readonly kind: string; readonly reason?: string; readonly note?: string }) =>
          result.reason ?? result.note ?? result.kind,
      )
    : body

const say = (n: number, body: object) => ({ ...mutation(n, {}), body })
const at = '2026-11-22T05:00:00.000Z'

const statementOf = (terminal: string, facility: string, more: object = {}) => ({
  id: newId(),
  kind: 'signed',
  facility,
  terminal,
  label: 'Counter 7',
  day: '2026-11-22',
  from: '2026-11-21T18:30:00.000Z',
  at,
  by: 'op-1',
  to: null,
  after: null,
  counts: noCounts,
  waiting: 0,
  refused: 0,
  emergency: 0,
  differences: [],
  note: '',
  audit: { seq: 3, hash: 'ab'.repeat(32) },
  ...more,
})

test("a desk's statement is kept once, as it was said, and only by itself; other desks see it, counters do not", async (t) => {
  const { enrol } = await hospital(t)
  const [one, other, doctor] = [await enrol('desk'), await enrol('desk'), await enrol('doctor')]
  const facility = one.reply.facility.code
  const statement = statementOf(one.id, facility)
  const signed = (row: object) => ({ kind: 'day.signed', statement: row })
  assert.deepEqual(told(await one.push([say(1, signed(statement))])), ['applied'])
  assert.deepEqual(told(await one.push([say(2, signed(statement))])), ['applied'])
  assert.deepEqual(told(await one.push([say(3, signed({ ...statement, note: 'other' }))])), ['already-exists'])
  assert.deepEqual(told(await other.push([say(1, signed(statementOf(one.id, facility)))])), ['other-terminal'])
  assert.deepEqual(told(await doctor.push([say(1, signed(statementOf(doctor.id, facility)))])), ['role-may-not'])
  assert.deepEqual(await rowsOf(other, 'day_statement'), [statement])
  assert.deepEqual(await rowsOf(doctor, 'day_statement'), [])
})

test('people are of one family once, the other way round is refused, and an ended link stays ended', async (t) => {
  const { enrol, hims } = await hospital(t)
  const desk = await enrol('desk')
  const [child, mother] = [person(), person()]
  await hims.load([child, mother].map((row) => ({ table: 'person', row })))
  const link = { id: newId(), person: child.id, relative: mother.id, relation: 'parent', at, by: 'op-1', ended: null }
  const turned = { ...link, id: newId(), person: mother.id, relative: child.id }
  const linked = (row: object) => ({ kind: 'family.linked', link: row })
  const ended = { kind: 'family.ended', linkId: link.id, at, by: 'op-1', reason: 'a mistake' }
  assert.deepEqual(told(await desk.push([say(1, linked(link)), say(2, linked(turned))])), ['applied', 'contradicts'])
  assert.deepEqual(told(await desk.push([say(3, ended), say(4, linked(link)), say(5, ended)])), [
    'applied',
    'applied',
    'applied',
  ])
  const rows = await rowsOf(desk, 'family_link')
  assert.deepEqual(rows, [{ ...link, ended: { at, by: 'op-1', reason: 'a mistake' } }])
  assert.deepEqual(told(await desk.push([say(6, { ...ended, linkId: newId() })])), ['unknown-link'])
})

test('a correction stays with who made it, whatever became of it', async (t) => {
  const { enrol, hims } = await hospital(t)
  const [one, other] = [await enrol('desk'), await enrol('desk')]
  const who = person()
  await hims.load([{ table: 'person', row: who }])
  const change = (hlc: string, phone: string) => ({
    personId: who.id,
    at: hlc,
    source: 'clerk',
    was: { phone: who.phone },
    set: { phone },
  })
  const first = say(1, {
    kind: 'person.changed',
    change: change('0193500aaaaa-0000-aaaaaaaaaaaa', '9810000001'),
    by: 'op-1',
  })
  const second = say(1, { kind: 'person.changed', change: change('0193500aaaab-0000-bbbbbbbbbbbb', '9810000002') })
  await one.push([first])
  await other.push([second])
  const edits = await rowsOf(one, 'person_edit')
  assert.deepEqual(
    edits.map(({ id, by, terminal, was, set }) => ({ id, by, terminal, was, set })),
    [
      { id: first.id, by: 'op-1', terminal: one.id, was: { phone: who.phone }, set: { phone: '9810000001' } },
      { id: second.id, by: null, terminal: other.id, was: { phone: who.phone }, set: { phone: '9810000002' } },
    ],
  )
})

test('a visit is put to another person once, with whose it was taken for, and can be put back', async (t) => {
  const { enrol, hims } = await hospital(t)
  const [desk, other] = [await enrol('desk'), await enrol('desk')]
  const [owner, holder] = [person(), person()]
  const visit = {
    id: newId(),
    personId: owner.id,
    token: { department: 'medicine', day: '2026-11-22', prefix: 'M', number: 148 },
    openedAt: at,
    terminal: desk.id,
  }
  await hims.load([...[owner, holder].map((row) => ({ table: 'person', row })), { table: 'visit', row: visit }])
  const word = {
    kind: 'visit.repointed',
    visitId: visit.id,
    from: owner.id,
    to: holder.id,
    at,
    by: 'op-1',
    reason: 'wrong card',
  }
  const back = { ...word, from: holder.id, to: owner.id, at: '2026-11-22T05:09:00.000Z' }
  assert.deepEqual(told(await desk.push([say(1, word), say(2, word)])), ['applied', 'applied'])
  const move = { from: owner.id, at, by: 'op-1', reason: 'wrong card' }
  assert.deepEqual(await rowsOf(other, 'visit'), [{ ...visit, personId: holder.id, repointed: [move] }])
  assert.deepEqual(told(await other.push([say(1, { ...word, at: back.at })])), ['changed-meanwhile'])
  assert.deepEqual(told(await desk.push([say(3, back)])), ['applied'])
  assert.equal((await rowsOf(other, 'visit'))[0]?.['personId'], owner.id)
  assert.deepEqual(told(await desk.push([say(4, { ...word, visitId: newId() })])), ['parked'])
})
