import assert from 'node:assert/strict'
import { test } from 'node:test'

import { PullReply } from '../../../domain/wire/sync.ts'
import { hubSelf } from '../../../hims/hub/self.ts'
import { takeRows } from '../../../hims/hub/take-row.ts'
import { facility, hospital, lot, medicine, mutation, person, registered } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const at = '2026-11-22T05:00:00.000Z'

async function pull(terminal: TestTerminal, cursor: number) {
  const { body } = await terminal.call('POST', '/sync/v1/pull', { cursor, limit: 5000 })
  const { changes, next } = PullReply.parse(body)
  return { names: changes.map(({ table, id }) => `${table} ${id}`), next }
}

test('a supply to somebody whose registration is on its way reaches every pharmacy', async (t) => {
  const { enrol } = await hospital(t)
  const [giving, other, desk] = [await enrol('pharmacy'), await enrol('pharmacy'), await enrol('desk')]
  const [who, id] = [person(), newId()]
  const { code } = medicine
  const given = { id, personId: who.id, prescriptionId: null, medicine: code, lotId: lot.id, quantity: 2, at }
  const by = { operator: 'binu', witness: 'asha', reason: 'The line is cut', terminal: giving.id }
  await giving.push([{ ...mutation(1, { kind: 'supply.emergency', supply: { ...given, ...by } }), id }])
  const early = await pull(other, 0)
  await desk.push([registered(1, who)])
  const late = await pull(other, early.next)
  assert.ok([...early.names, ...late.names].includes(`emergency_supply ${id}`))
  assert.ok(late.names.includes(`person ${who.id}`))
})

test('a hub sends again what came down before the person it is about', async (t) => {
  const { hims } = await hospital(t)
  const { store, commit, issuer } = hims.inside
  await commit(1, (write) => hubSelf(write, issuer))
  await store.updateTable('hub_self').set({ facility: facility.code }).execute()
  const who = person()
  const [group, criticality, verification] = ['penicillin', 'high', 'confirmed']
  const allergy = { id: 'a1', personId: who.id, group, criticality, verification, notedOn: '2026-11-22' }
  const come = (table: string, id: string, row: Record<string, unknown>) =>
    commit(1, (write) => takeRows(write, [{ table, id, row }], at))
  const cursor = async () =>
    Number((await store.selectFrom('record').select('cursor').where('id', '=', 'a1').executeTakeFirst())?.cursor)
  await come('allergy', allergy.id, allergy)
  const before = await cursor()
  await come('person', who.id, who)
  assert.ok((await cursor()) > before, 'a terminal that was past it is sent it now')
  const after = await cursor()
  await come('person', who.id, { ...who, phone: '9810000002' })
  assert.equal(await cursor(), after, 'and only then')
})
