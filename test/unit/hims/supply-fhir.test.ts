import assert from 'node:assert/strict'
import { test } from 'node:test'

import { fhirClient } from './fhir-client.ts'
import { lot, mutation } from './hospital.ts'
import { newId } from './terminal.ts'
import { said, twoPharmacies } from './two-pharmacies.ts'

const AT = '2026-11-22T05:00:00.000Z'

type Fields = Readonly<Record<string, unknown>>
const entries = (body: Fields): readonly Fields[] =>
  Array.isArray(body['entry']) ? body['entry'].map((each: { readonly resource: Fields }) => each.resource) : []

test('a question is a Task on its order, and the answer its output; an order taken back is stopped', async (t) => {
  const place = await twoPharmacies(t)
  const { holder, order, first, enrol, give } = place
  const doctor = await enrol('doctor')
  const question = newId()
  const common = { prescriptionId: order.id, at: AT, by: 'someone' }
  const asked = {
    ...common,
    id: question,
    terminal: holder.id,
    kind: 'asked',
    itemId: first.itemId,
    why: 'not-in-stock',
    instead: null,
    words: 'none left',
  }
  const picking = { ...common, id: newId(), terminal: holder.id, kind: 'picking' }
  const note = (n: number, event: object) => mutation(n, { kind: 'order.noted', event })
  assert.deepEqual(said(await holder.push([note(1, asked), note(2, picking)])), ['applied', 'applied'])
  const ask = await fhirClient(place)
  const found = async (query: string) => entries((await ask('GET', `/Task?${query}`)).body)
  for (const query of [`patient=${order.personId}`, 'status=requested', `_id=${question}`, 'code=not-in-stock']) {
    assert.deepEqual(
      (await found(query)).map(({ id }) => id),
      [question],
      query,
    )
  }
  assert.deepEqual(await found('status=completed'), [])
  const answered = {
    ...common,
    id: newId(),
    terminal: doctor.id,
    kind: 'answered',
    question,
    itemId: first.itemId,
    answer: 'none',
    replacedBy: null,
    words: '',
  }
  assert.deepEqual(said(await doctor.push([note(1, answered)])), ['applied'])
  const task = (await ask('GET', `/Task/${question}`)).body
  assert.equal(task['status'], 'completed')
  assert.match(JSON.stringify(task['output']), /"code":"none"/)
  assert.deepEqual(task['focus'], { reference: `MedicationRequest/${first.itemId}` })
  assert.equal((await ask('GET', `/MedicationRequest/${first.itemId}`)).body['status'], 'stopped')
  assert.equal((await ask('GET', `/Task/${picking.id}`)).status, 404)
  assert.equal(said(await holder.push([give(3, 1, holder)])) !== undefined, true)
})

test('what was given by mistake and came back is a dispense in error', async (t) => {
  const place = await twoPharmacies(t)
  const { holder, order, first, give } = place
  const id = newId()
  const back = {
    id: newId(),
    prescriptionId: order.id,
    at: AT,
    by: 'asha',
    terminal: holder.id,
    kind: 'given-back',
    dispenseId: id,
    rightId: first.id,
    itemId: first.itemId,
    lotId: lot.id,
    quantity: 10,
    cause: 'by-mistake',
    state: 'unopened',
    to: 'shelf',
    witness: null,
  }
  const pushed = await holder.push([
    give(1, 10, holder, first.id, id),
    mutation(2, { kind: 'order.noted', event: back }),
  ])
  assert.deepEqual(said(pushed), ['applied', 'applied'])
  const ask = await fhirClient(place)
  const { body } = await ask('GET', `/MedicationDispense/${id}`)
  assert.equal(body['status'], 'entered-in-error')
  assert.match(JSON.stringify(body['note']), /10 back: by-mistake/)
  assert.equal((await ask('GET', `/MedicationRequest/${first.itemId}`)).body['status'], 'active')
})

test('deliveries and transfers are SupplyDeliveries, a wish a SupplyRequest; counts are neither', async (t) => {
  const place = await twoPharmacies(t)
  const { holder } = place
  await place.hims.load([
    {
      table: 'supply_request',
      row: { id: 'paracetamol.1', medicine: lot.medicine, quantity: 500, received: 90, status: 'active', at: AT },
    },
  ])
  const line = { lotId: lot.id, medicine: lot.medicine, expected: 100, found: 100, damaged: 10 }
  const base = {
    kind: 'received',
    store: 'pharmacy',
    other: 'Central store',
    reference: 'paracetamol.1',
    lines: [line],
    at: AT,
    by: 'asha',
    witness: null,
    terminal: holder.id,
    note: '',
  }
  const paper = (n: number, more: object, delta: number, found?: number) => {
    const whole = { ...base, id: newId(), ...more }
    const reason = whole.kind
    const event = { id: `${whole.id}.0`, lotId: lot.id, reason, at: AT, store: 'pharmacy', paper: whole.id, delta }
    const events = [found === undefined ? event : { ...event, found }]
    return { said: mutation(n, { kind: 'stock.recorded', paper: whole, lots: [], events }), id: whole.id }
  }
  const received = paper(1, {}, 90)
  const counted = { lotId: lot.id, medicine: lot.medicine, expected: 90, found: 90, damaged: 0 }
  const count = paper(2, { kind: 'counted', other: null, reference: '', lines: [counted] }, 0, 90)
  assert.deepEqual(said(await holder.push([received.said, count.said])), ['applied', 'applied'])
  const ask = await fhirClient(place)
  const deliveries = entries((await ask('GET', '/SupplyDelivery?status=completed')).body)
  assert.deepEqual(
    deliveries.map(({ id }) => id),
    [received.id],
  )
  assert.deepEqual(deliveries[0]?.['basedOn'], [{ reference: 'SupplyRequest/paracetamol.1' }])
  assert.match(JSON.stringify(deliveries[0]), /"url":"damaged","valueInteger":10/)
  assert.equal((await ask('GET', `/SupplyDelivery/${count.id}`)).status, 404)
  const [wish] = entries((await ask('GET', '/SupplyRequest?status=active')).body)
  assert.deepEqual([wish?.['id'], wish?.['quantity']], ['paracetamol.1', { value: 500 }])
  assert.match(JSON.stringify(wish?.['extension']), /"valueInteger":/)
  const theirs = { resourceType: 'SupplyDelivery', status: 'in-progress' }
  assert.equal((await ask('POST', '/SupplyDelivery', theirs)).status, 201)
  assert.equal(entries((await ask('GET', '/SupplyDelivery')).body).length, 2)
})
