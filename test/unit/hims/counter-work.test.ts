import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Right } from '../../../domain/pharmacy/prescription.ts'
import { RightReply } from '../../../domain/wire/right.ts'
import { PullReply } from '../../../domain/wire/sync.ts'
import type { Change } from '../../../domain/wire/sync.ts'
import { hospital, lot, mutation, person, prescription } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const changesOf = async (terminal: TestTerminal): Promise<readonly Change[]> =>
  PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body).changes

const rowsOf = async (terminal: TestTerminal, name: string): Promise<readonly unknown[]> =>
  (await changesOf(terminal)).filter(({ table }) => table === name).map(({ row }) => row)

const told = ({ body }: { readonly body: Record<string, unknown> }): unknown =>
  Array.isArray(body['results'])
    ? body['results'].map(
        (result: { readonly kind: string; readonly reason?: string; readonly note?: string }) =>
          result.reason ?? result.note ?? result.kind,
      )
    : body

const AT = '2026-11-22T05:00:00.000Z'

test('what happens to a visit is kept in any order, and only its own terminal may say it', async (t) => {
  const { enrol } = await hospital(t)
  const [desk, doctor] = [await enrol('desk'), await enrol('doctor')]
  const visitId = newId()
  const event = { id: newId(), visitId, at: AT, by: 'dr-nair', terminal: doctor.id, kind: 'called', room: '14' }
  const early = { ...mutation(1, {}), body: { kind: 'visit.noted', event } }
  const foreign = {
    ...mutation(2, {}),
    body: { kind: 'visit.noted', event: { ...event, id: newId(), terminal: desk.id } },
  }
  assert.deepEqual(told(await doctor.push([early, foreign])), ['parked', 'other-terminal'])
  const pharmacy = await enrol('pharmacy')
  assert.deepEqual(told(await pharmacy.push([{ ...mutation(1, {}), body: { kind: 'visit.noted', event } }])), [
    'role-may-not',
  ])
  const toCounter = { ...event, id: newId(), terminal: pharmacy.id, room: '', counter: 'Window 3' }
  const called = { ...mutation(2, {}), body: { kind: 'visit.noted', event: toCounter } }
  assert.deepEqual(told(await pharmacy.push([called])), ['parked'], 'to its own counter it may call')
  const doctors = { ...toCounter, id: newId(), terminal: doctor.id }
  const strange = { ...mutation(3, {}), body: { kind: 'visit.noted', event: doctors } }
  assert.deepEqual(told(await doctor.push([strange])), ['role-may-not'])
})

test('a doctor’s order gives its rights to the pharmacy it names, under ids that any server would make', async (t) => {
  const order = { ...prescription(newId(), 10) }
  const seen: unknown[] = []
  for (const twice of [false, true]) {
    const { enrol, hims } = await hospital(t)
    const [doctor, pharmacy] = [await enrol('doctor'), await enrol('pharmacy')]
    const who = { ...person(), id: order.personId }
    await hims.load([{ table: 'person', row: who }])
    const body = { kind: 'prescription.written', prescription: order, holder: pharmacy.id, terminal: doctor.id }
    const said = { ...mutation(1, {}), body }
    assert.deepEqual(told(await doctor.push([said])), ['applied'])
    if (twice) assert.deepEqual(told(await doctor.push([{ ...mutation(2, {}), body }])), ['applied'])
    const rights = (await rowsOf(pharmacy, 'right')).map((row) => Right.parse(row))
    assert.deepEqual(
      rights.map(({ left, holder, itemId }) => [left, holder, itemId]),
      order.items.map(({ id, quantity }) => [quantity, pharmacy.id, id]),
    )
    seen.push(rights.map(({ id }) => id))
    assert.deepEqual(await rowsOf(doctor, 'right'), [], 'a doctor’s room holds no rights')
  }
  assert.deepEqual(seen[0], seen[1])
})

test('an order for a pharmacy that is none waits for one that claims it', async (t) => {
  const { enrol, hims } = await hospital(t)
  const [doctor, desk] = [await enrol('doctor'), await enrol('desk')]
  const who = person()
  await hims.load([{ table: 'person', row: who }])
  const order = prescription(who.id, 10)
  const body = { kind: 'prescription.written', prescription: order, holder: desk.id, terminal: doctor.id }
  assert.deepEqual(told(await doctor.push([{ ...mutation(1, {}), body }])), ['applied'])
  assert.deepEqual(await rowsOf(await enrol('pharmacy'), 'prescription'), [order])
})

test('a paper about stock moves the ledger once, by lots that stand on it', async (t) => {
  const pharmacy = await (await hospital(t)).enrol('pharmacy')
  const paper = {
    id: newId(),
    kind: 'received',
    store: 'pharmacy',
    other: 'Central store',
    reference: 'D 17',
    lines: [{ lotId: 'new-lot', medicine: lot.medicine, expected: 100, found: 90, damaged: 5 }],
    at: AT,
    by: 'asha',
    witness: null,
    terminal: pharmacy.id,
    note: '',
  }
  const event = {
    id: `${paper.id}.0`,
    lotId: 'new-lot',
    reason: 'received',
    at: AT,
    store: 'pharmacy',
    paper: paper.id,
    delta: 85,
  }
  const lots = [{ id: 'new-lot', medicine: lot.medicine, lot: 'N 1', expiry: '2027-06-30' }]
  const body = { kind: 'stock.recorded', paper, lots, events: [event] }
  const elsewhere = { ...body, paper: { ...paper, id: newId() } }
  const answers = await pharmacy.push([
    { ...mutation(1, {}), body },
    { ...mutation(2, {}), body },
    { ...mutation(3, {}), body: elsewhere },
  ])
  assert.deepEqual(told(answers), ['applied', 'applied', 'wrong-sum'])
  assert.deepEqual(await rowsOf(pharmacy, 'stock_paper'), [paper])
  assert.deepEqual(
    (await rowsOf(pharmacy, 'stock_event')).filter((row) => JSON.stringify(row).includes('new-lot')),
    [event],
  )
})

test('of two words about a lot the later one counts, whichever comes first', async (t) => {
  const pharmacy = await (await hospital(t)).enrol('pharmacy')
  const mark = (n: number, state: string, at: string) => ({
    ...mutation(n, {}),
    body: { kind: 'lot.marked', mark: { id: lot.id, state, reason: 'letter 4', at, by: 'asha' } },
  })
  await pharmacy.push([mark(1, 'recalled', '2026-11-22T06:00:00.000Z'), mark(2, 'free', AT)])
  assert.match(JSON.stringify(await rowsOf(pharmacy, 'lot_mark')), /"recalled"/)
})

test('a doctor’s room hears which pharmacies its hospital has, and claims nothing', async (t) => {
  const { enrol } = await hospital(t)
  const [doctor, pharmacy, desk] = [await enrol('doctor'), await enrol('pharmacy'), await enrol('desk')]
  const { body } = await doctor.call('POST', '/sync/v1/right', { kind: 'counters' })
  assert.deepEqual(
    RightReply.parse(body).counters.map(({ terminal }) => terminal),
    [pharmacy.id],
  )
  const claim = { kind: 'claim', id: newId(), prescriptionId: newId() }
  assert.equal((await doctor.call('POST', '/sync/v1/right', claim)).body['problem'], 'bad-request')
  assert.equal((await desk.call('POST', '/sync/v1/right', { kind: 'counters' })).body['problem'], 'bad-request')
})
