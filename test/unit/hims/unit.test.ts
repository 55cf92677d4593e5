import assert from 'node:assert/strict'
import { test } from 'node:test'

import { sql } from 'kysely'

import { PushReply } from '../../../domain/wire/sync.ts'
import type { Engine } from '../../../hims/database/engine.ts'
import { groupCommit } from '../../../hims/database/group-commit.ts'
import { OutsideUnit, storeOf, unitOver } from '../../../hims/database/unit.ts'
import { findByTerm, findRecord, own, putRecord } from '../../../hims/record/record-store.ts'
import { Person } from '../../../domain/person/person.ts'
import { hospital, person, registered } from './hospital.ts'

const AT = '2026-11-22T05:00:00.000Z'
const rowOf = (changed: object = {}) => own({ table: 'person', row: Person.parse(person(changed)) })

test('a unit finds what it changed, takes one work back whole, and writes the rest at once', async (t) => {
  const { hims } = await hospital(t)
  const [first, second, third] = [rowOf(), rowOf({ phone: '9810000009' }), rowOf()]
  const idOf = ({ known }: typeof first): string => (known.table === 'person' ? known.row.id : '')
  await hims.inside.commit(1, async (below) => {
    const unit = unitOver(below)
    const store = storeOf(unit)
    await putRecord(store, first, AT)
    const mark = unit.mark()
    await putRecord(store, second, AT)
    const changed = own({ table: 'person', row: { ...Person.parse(first.whole), phone: '9810000009' } })
    assert.equal(await putRecord(store, changed, AT), 'changed')
    assert.equal((await findByTerm(store, 'person', { field: 'phone', value: '9810000009' })).length, 2)
    unit.back(mark)
    assert.equal(await findRecord(store, 'person', idOf(second)), null)
    assert.deepEqual(await findByTerm(store, 'person', { field: 'phone', value: '9810000009' }), [])
    assert.equal((await findRecord(store, 'person', idOf(first)))?.version, 1)
    await putRecord(store, third, AT)
    assert.throws(() => store.selectFrom('record').selectAll().compile(), OutsideUnit)
    assert.equal(await findRecord(below, 'person', idOf(first)), null)
    await unit.flush()
  })
  const { store } = hims.inside
  const kept = await store.selectFrom('record').selectAll().orderBy('cursor').execute()
  const people = kept.filter(({ name }) => name === 'person')
  assert.deepEqual(
    people.map(({ id }) => id),
    [idOf(first), idOf(third)],
  )
  assert.deepEqual(
    kept.map(({ cursor }) => cursor),
    kept.map((_, at) => at + 1),
  )
  assert.equal((await findByTerm(store, 'person', { field: 'phone', value: '9810000001' })).length, 2)
  assert.equal((await store.selectFrom('record_history').selectAll().execute()).length, 0)
})

test('a mutation that cannot be written is set aside alone; its whole group is kept', async (t) => {
  const { hims, enrol } = await hospital(t)
  const desks = await Promise.all(Array.from({ length: 6 }, () => enrol('desk')))
  const poison = person()
  await sql
    .raw(
      `create trigger poison before insert on record when new.id = '${poison.id}'
      begin select raise(abort, 'poison'); end`,
    )
    .execute(hims.inside.store)
  const replies = await Promise.all(
    desks.map(async (desk, at) =>
      desk.push([registered(1), registered(2, at === 3 ? poison : person()), registered(3)]),
    ),
  )
  for (const [at, { body }] of replies.entries()) {
    const { lastN, results } = PushReply.parse(body)
    assert.equal(lastN, 3)
    assert.deepEqual(
      results.map(({ kind }) => kind),
      ['applied', at === 3 ? 'refused' : 'applied', 'applied'],
    )
  }
  const { store } = hims.inside
  const people = await store.selectFrom('record').select('id').where('name', '=', 'person').execute()
  assert.equal(people.length, 17)
  assert.equal((await store.selectFrom('pushed').select('n').execute()).length, 18)
  assert.equal((await store.selectFrom('mutation').select('id').execute()).length, 18)
})

test('every lane has its turn, however much one of them asks for', async (t) => {
  const { hims } = await hospital(t)
  const groups: string[][] = []
  let group: string[] = []
  const engine: Engine = {
    ...hims.inside.engine,
    transact: (work) => {
      group = []
      groups.push(group)
      return hims.inside.engine.transact(work)
    },
  }
  const commit = groupCommit(engine, () => {})
  const said = async (lane: string, weight: number) => {
    await commit(weight, async () => void group.push(lane), { lane, ahead: [] })
  }
  const many = Array.from({ length: 10 }, () => said('loud', 400))
  await Promise.all([...many, said('quiet', 400), said('calm', 1)])
  assert.deepEqual(groups[0], ['loud', 'quiet', 'calm'])
  assert.equal(groups.flat().filter((lane) => lane === 'loud').length, 10)
})

test('the head of an audit log only goes on: shorter or rewritten is noted and told', async (t) => {
  const { hims, enrol } = await hospital(t)
  const desk = await enrol('desk')
  const heard: (readonly [string, number])[] = []
  hims.inside.auditAlarms.listen(({ kind, seq }) => heard.push([kind, seq]))
  const send = (n: number, seq: number, letter: string) =>
    desk.call('POST', '/sync/v1/push', {
      epoch: 1,
      mutations: [said[n - 1]],
      audit: { seq, hash: letter.repeat(64) },
    })
  const said = Array.from({ length: 4 }, (_, at) => registered(at + 1))
  await send(1, 10, 'a')
  await send(2, 12, 'b')
  // The first request, under way twice: nothing new comes with it.
  await send(1, 10, 'a')
  assert.deepEqual(heard, [])
  for (const [n, seq, letter] of [
    [3, 11, 'c'],
    [4, 12, 'd'],
  ] as const) {
    assert.equal((await send(n, seq, letter)).status, 200)
  }
  assert.deepEqual(heard, [
    ['shorter', 11],
    ['other', 12],
  ])
  const { store } = hims.inside
  const alarms = await store.selectFrom('audit_alarm').select(['kind', 'seq', 'kept_seq']).orderBy('seq').execute()
  assert.deepEqual(alarms, [
    { kind: 'shorter', seq: 11, kept_seq: 12 },
    { kind: 'other', seq: 12, kept_seq: 12 },
  ])
  const head = await store.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst()
  assert.deepEqual(head, { seq: 12, hash: 'b'.repeat(64) })
})
