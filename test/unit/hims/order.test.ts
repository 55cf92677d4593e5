import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'

import { StockEvent } from '../../../domain/pharmacy/medicine.ts'
import { Prescription, Right } from '../../../domain/pharmacy/prescription.ts'
import { rightMatters } from '../../../hims/right/matters.ts'
import { roomFor } from '../../../hims/right/owed.ts'
import { hospital, lot, mutation, person, prescription } from './hospital.ts'
import { hubBelow, terminalAt, until } from './hub-below.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'
import { rowsOf, said, twoPharmacies } from './two-pharmacies.ts'

const AT = '2026-11-22T05:00:00.000Z'

async function asking(t: TestContext) {
  const place = await twoPharmacies(t)
  const doctor = await place.enrol('doctor')
  const { order, first, holder } = place
  const note = (n: number, by: TestTerminal, event: object, id: string = newId()) =>
    mutation(n, {
      kind: 'order.noted',
      event: { id, prescriptionId: order.id, at: AT, by: 'someone', terminal: by.id, ...event },
    })
  const ask = (n: number, by: TestTerminal, id: string = newId()) =>
    note(n, by, { kind: 'asked', itemId: first.itemId, why: 'not-in-stock', instead: null, words: '' }, id)
  const answer = (n: number, by: TestTerminal, question: string, word: string) =>
    note(n, by, { kind: 'answered', question, itemId: first.itemId, answer: word, replacedBy: null, words: '' })
  const back = (n: number, by: TestTerminal, dispense: string, more: object, id: string = newId()) =>
    note(
      n,
      by,
      {
        kind: 'given-back',
        dispenseId: dispense,
        rightId: first.id,
        itemId: first.itemId,
        lotId: lot.id,
        quantity: 10,
        cause: 'by-mistake',
        state: 'unopened',
        to: 'shelf',
        witness: null,
        ...more,
      },
      id,
    )
  const now = async () => Prescription.parse((await rowsOf(holder, 'prescription'))[0])
  const balance = async (store: string) =>
    (await rowsOf(holder, 'stock_event'))
      .map((row) => StockEvent.parse(row))
      .filter((row) => row.lotId === lot.id && (row.store ?? 'pharmacy') === store)
      .reduce((sum, { delta }) => sum + delta, 0)
  return { ...place, doctor, note, ask, answer, back, now, balance }
}

test('a question reaches the doctor and its answer the counter; each may say only its own part', async (t) => {
  const { holder, doctor, ask, answer } = await asking(t)
  const question = newId()
  assert.deepEqual(said(await doctor.push([ask(1, doctor)])), ['role-may-not'])
  assert.deepEqual(said(await holder.push([ask(1, holder, question), ask(2, doctor)])), ['applied', 'other-terminal'])
  assert.equal((await rowsOf(doctor, 'order_event')).length, 1)
  assert.deepEqual(said(await holder.push([answer(3, holder, question, 'none')])), ['role-may-not'])
  assert.deepEqual(said(await doctor.push([answer(2, doctor, question, 'as-written')])), ['applied'])
  assert.equal((await rowsOf(holder, 'order_event')).length, 2)
})

test('what another medicine replaces, or a doctor takes back, is given by nobody any more', async (t) => {
  const { hims, holder, doctor, note, give, bring, open, now, first, claim, other } = await asking(t)
  assert.deepEqual(said(await holder.push([give(1, 4, holder)])), ['applied'])
  assert.deepEqual(
    said(await doctor.push([note(1, doctor, { kind: 'taken-back', items: [first.itemId], words: '' })])),
    ['applied'],
  )
  assert.equal((await now()).status, 'stopped')
  // The counter learns it and brings its right back; nobody gets a new one.
  assert.deepEqual(said(await holder.push([bring(2, 6)])), ['applied'])
  assert.deepEqual(await open(), [])
  assert.equal((await claim(other)).kind, 'none')
  const { store } = hims.inside
  const ended = await store.selectFrom('ended_right').selectAll().execute()
  assert.deepEqual(
    ended.map(({ item, units }) => [item, units]),
    [[first.itemId, 6]],
  )
})

test('what was given by mistake may be given anew, once, at the counter that gave it', async (t) => {
  const { hims, holder, other, give, back, open, now, balance, order, first, bring } = await asking(t)
  const dispense = newId()
  const before = await balance('pharmacy')
  assert.deepEqual(said(await holder.push([give(1, 10, holder, first.id, dispense)])), ['applied'])
  assert.equal((await now()).status, 'completed')
  const id = newId()
  assert.deepEqual(said(await other.push([back(1, other, dispense, {})])), ['right-not-held'])
  const said1 = back(2, holder, dispense, {}, id)
  assert.deepEqual(said(await holder.push([said1, back(3, holder, dispense, { quantity: 1 })])), [
    'applied',
    'over-right',
  ])
  assert.equal((await now()).status, 'active')
  assert.deepEqual(await open(), [['holder', 10]])
  assert.equal(await balance('pharmacy'), before)
  assert.equal(await roomFor(hims.inside.store, Prescription.parse(order), first.itemId), 0)
  // The new right moves on whole: the units that came back are not counted as given.
  assert.deepEqual(said(await holder.push([bring(4, 10, other.id, id)])), ['applied'])
  assert.deepEqual(await open(), [['other', 10]])
})

test('what was brought back from home is set apart, and nobody may give it anew', async (t) => {
  const { holder, other, give, back, open, now, balance, first } = await asking(t)
  const dispense = newId()
  await holder.push([give(1, 10, holder, first.id, dispense)])
  const home = { cause: 'brought-back', to: 'quarantine', quantity: 6 }
  const opened = { cause: 'brought-back', state: 'opened', to: 'waste', quantity: 4 }
  assert.deepEqual(said(await other.push([back(1, other, dispense, home), back(2, other, dispense, opened)])), [
    'applied',
    'applied',
  ])
  assert.deepEqual([await balance('quarantine'), (await now()).status], [6, 'completed'])
  assert.deepEqual(await open(), [])
})

test('with HIMS cut off the hub carries question, answer and what came back; HIMS makes the same of it', async (t) => {
  const above = await hospital(t)
  const who = person()
  await above.hims.load([{ table: 'person', row: who }])
  const hub = await hubBelow(t, above)
  const counter = await terminalAt(above, hub, 'pharmacy')
  const room = await terminalAt(above, hub, 'doctor')
  await until(async () => (await rowsOf(room.hub, 'person')).length === 1, 'the hub to have the person')
  hub.line.up = false
  const order = prescription(who.id, 10)
  const [item] = order.items
  assert.ok(item)
  const body = { kind: 'prescription.written', prescription: order, holder: counter.hub.id, terminal: room.hub.id }
  assert.deepEqual(said(await room.hub.push([mutation(1, body)])), ['applied'])
  const [right] = (await rowsOf(counter.hub, 'right')).map((row) => Right.parse(row))
  assert.ok(right)
  const note = (n: number, by: TestTerminal, event: object, id: string = newId()) =>
    mutation(n, {
      kind: 'order.noted',
      event: { id, prescriptionId: order.id, at: AT, by: 'someone', terminal: by.id, ...event },
    })
  const dispense = {
    id: newId(),
    rightId: right.id,
    itemId: item.id,
    prescriptionId: order.id,
    personId: who.id,
    lotId: lot.id,
    quantity: 10,
    at: AT,
    operator: 'asha',
    terminal: counter.hub.id,
  }
  const question = newId()
  const asked = { kind: 'asked', itemId: item.id, why: 'dose-unclear', instead: null, words: '' }
  assert.deepEqual(said(await counter.hub.push([note(1, counter.hub, asked, question)])), ['applied'])
  assert.equal((await rowsOf(room.hub, 'order_event')).length, 1, 'the room hears of it without HIMS')
  const word = { kind: 'answered', question, itemId: item.id, answer: 'as-written', replacedBy: null, words: '' }
  assert.deepEqual(said(await room.hub.push([note(2, room.hub, word)])), ['applied'])
  const back = {
    kind: 'given-back',
    dispenseId: dispense.id,
    rightId: right.id,
    itemId: item.id,
    lotId: lot.id,
    quantity: 4,
    cause: 'by-mistake',
    state: 'unopened',
    to: 'shelf',
    witness: null,
  }
  const came = newId()
  const given = mutation(2, { kind: 'dispense.recorded', dispense })
  assert.deepEqual(said(await counter.hub.push([given, note(3, counter.hub, back, came)])), ['applied', 'applied'])
  hub.line.up = true
  await hub.drained()
  const rightsAt = async (terminal: TestTerminal) =>
    (await rowsOf(terminal, 'right'))
      .map((row) => Right.parse(row))
      .map(({ id, left }) => `${id === came ? 'came back' : 'first'} ${left}`)
  await until(async () => (await rowsOf(counter.direct, 'order_event')).length === 3, 'HIMS to hear of all of it')
  assert.deepEqual((await rightsAt(counter.direct)).toSorted(), (await rightsAt(counter.hub)).toSorted())
  assert.deepEqual((await rightsAt(counter.direct)).toSorted(), ['came back 4', 'first 0'])
  assert.deepEqual(await rightMatters(above.hims.inside.store), [], 'nobody has to look at anything')
})
