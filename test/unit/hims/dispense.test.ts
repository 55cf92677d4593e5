import assert from 'node:assert/strict'
import { test } from 'node:test'

import { StockEvent } from '../../../domain/pharmacy/medicine.ts'
import { Prescription, Right } from '../../../domain/pharmacy/prescription.ts'
import { PullReply } from '../../../domain/wire/sync.ts'
import type { Change } from '../../../domain/wire/sync.ts'
import { hospital, lot, mutation, person, prescription, registered } from './hospital.ts'
import type { Hospital } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const changesOf = async (terminal: TestTerminal): Promise<readonly Change[]> =>
  PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body).changes

async function withRight({ hims, enrol }: Hospital, quantity = 10) {
  const pharmacy = await enrol('pharmacy')
  const who = person()
  const order = prescription(who.id, quantity)
  await hims.load([
    { table: 'person', row: who },
    { table: 'prescription', row: order },
  ])
  const right = Right.parse((await changesOf(pharmacy)).find(({ table }) => table === 'right')?.row)
  const dispense = (n: number, units: number, changed: object = {}) => {
    const entry = mutation(n, {})
    const row = {
      id: entry.id,
      rightId: right.id,
      itemId: right.itemId,
      prescriptionId: right.prescriptionId,
      personId: who.id,
      lotId: lot.id,
      quantity: units,
      at: entry.at,
      operator: 'pharmacist-1',
      terminal: pharmacy.id,
      ...changed,
    }
    return { ...entry, body: { kind: 'dispense.recorded', dispense: row } }
  }
  return { pharmacy, right, dispense, order }
}

const reasons = (body: Record<string, unknown>): unknown =>
  Array.isArray(body['results'])
    ? body['results'].map(
        (result: { readonly kind: string; readonly reason?: string; readonly note?: string }) =>
          result.reason ?? result.note ?? result.kind,
      )
    : body

test('no more is given than the right allows, and stock and right move together', async (t) => {
  const { pharmacy, right, dispense, order } = await withRight(await hospital(t))
  assert.deepEqual([right.left, right.holder, right.epoch], [10, pharmacy.id, 1])
  const { body } = await pharmacy.push([
    dispense(1, 6),
    dispense(2, 5),
    dispense(3, 1, { lotId: 'nowhere' }),
    dispense(4, 1, { personId: newId() }),
    dispense(5, 1, { rightId: newId() }),
    dispense(6, 4),
    dispense(7, 3),
  ])
  assert.deepEqual(reasons(body), [
    'applied',
    'over-right',
    'review',
    'right-differs',
    'parked',
    'over-right',
    'applied',
  ])
  const changes = await changesOf(pharmacy)
  const deltas = changes.filter(({ table }) => table === 'stock_event').map(({ row }) => row)
  assert.deepEqual(
    deltas.map((row) => StockEvent.parse(row).delta),
    [-6, -1, -3],
  )
  assert.equal(Right.parse(changes.find(({ id }) => id === right.id)?.row).left, 0)
  assert.equal(Prescription.parse(changes.find(({ id }) => id === order.id)?.row).status, 'completed')
})

test('a right is nobody else’s, and what was given before an epoch ended is kept for a person to see', async (t) => {
  const place = await hospital(t)
  const { pharmacy, dispense } = await withRight(place)
  const other = await place.enrol('pharmacy')
  assert.deepEqual(reasons((await other.push([dispense(1, 1, { terminal: other.id })])).body), ['right-not-held'])
  assert.deepEqual(reasons((await other.push([dispense(2, 1)])).body), ['other-terminal'])
  const desk = await place.enrol('desk')
  assert.deepEqual(reasons((await desk.push([dispense(1, 1)])).body), ['role-may-not'])
  await pharmacy.call('POST', '/sync/v1/hello', { schema: 1, epoch: 2, nextN: 1, cursor: 0 })
  assert.deepEqual(reasons((await pharmacy.push([dispense(1, 1), dispense(2, 10)], 2)).body), ['review', 'over-right'])
})

test('a right waits for the first pharmacy', async (t) => {
  const { hims, enrol } = await hospital(t)
  const who = person()
  await hims.load([
    { table: 'person', row: who },
    { table: 'prescription', row: prescription(who.id, 3) },
  ])
  const pharmacy = await enrol('pharmacy')
  const rights = (await changesOf(pharmacy)).filter(({ table }) => table === 'right')
  assert.deepEqual(
    rights.map(({ row }) => [Right.parse(row).left, Right.parse(row).holder]),
    [[3, pharmacy.id]],
  )
})

test('what a retired pharmacy held goes to the next one, and the retired one is not heard', async (t) => {
  const place = await hospital(t)
  const { pharmacy, dispense, right } = await withRight(place)
  await pharmacy.push([dispense(1, 4)])
  assert.equal(await place.hims.retire(pharmacy.id), true)
  assert.equal(await place.hims.retire(pharmacy.id), false)
  const late = await pharmacy.push([dispense(2, 1)])
  assert.deepEqual([late.status, late.body['problem']], [401, 'not-enrolled'])
  assert.equal((await pharmacy.call('POST', '/sync/v1/pull', { cursor: 0, limit: 1 })).status, 401)
  const next = await place.enrol('pharmacy')
  const moved = Right.parse((await changesOf(next)).find(({ id }) => id === right.id)?.row)
  assert.deepEqual([moved.left, moved.holder], [6, next.id])
  const results = reasons((await next.push([dispense(1, 7, { terminal: next.id })])).body)
  assert.deepEqual(results, ['over-right'])
  assert.deepEqual(reasons((await next.push([dispense(2, 6, { terminal: next.id })])).body), ['applied'])
})

test('of two pharmacies the one enrolled last gets new rights', async (t) => {
  const place = await hospital(t)
  await place.enrol('pharmacy')
  const { pharmacy, right } = await withRight(place)
  assert.equal(right.holder, pharmacy.id)
})

test('a token for somebody whose registration is still on its way is kept, and counts once that has come', async (t) => {
  const { enrol } = await hospital(t)
  const [desk, other] = [await enrol('desk'), await enrol('desk')]
  const asha = person()
  const tokens = [{ department: 'medicine', day: '2026-11-22', count: 2 }]
  await desk.call('POST', '/sync/v1/lease', { id: newId(), cards: 0, permanent: 0, tokens })
  const token = { department: 'medicine', day: '2026-11-22', prefix: 'M', number: 1 }
  const visit = { id: newId(), personId: asha.id, token, openedAt: '2026-11-22T05:10:00.000Z', terminal: desk.id }
  const said = await desk.push([mutation(1, { kind: 'visit.opened', visit })])
  assert.deepEqual(said.body['results'], [{ n: 1, kind: 'applied', note: 'parked' }])
  const visits = async () => {
    const { text } = await desk.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })
    return text.includes(visit.id)
  }
  assert.equal(await visits(), false)
  await other.push([registered(1, asha)])
  const last = performance.now() + 30_000
  while (performance.now() < last && !(await visits())) await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(await visits(), true)
})
