import assert from 'node:assert/strict'
import { test } from 'node:test'

import { PrescriptionItemId } from '../../../domain/id.ts'
import { placeFor, stockBack } from '../../../domain/pharmacy/give-back-rule.ts'
import { OrderEvent } from '../../../domain/pharmacy/order-event.ts'
import { isAllClosed, openQuestions, orderState, questionOf, unitsBack } from '../../../domain/pharmacy/order-state.ts'
import { unitsOf } from '../../../domain/pharmacy/stock-ledger.ts'

const id = (n: number) => `0192f000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [counter, room, otherRoom, counterTwo] = [id(901), id(902), id(903), id(904)]
const [first, second] = [id(101), id(102)]
const event = (n: number, terminal: string | undefined, said: object) =>
  OrderEvent.parse({
    id: id(n),
    prescriptionId: id(100),
    at: '2026-11-22T04:30:00.000Z',
    by: 'someone',
    terminal,
    ...said,
  })
const asked = event(1, counter, { kind: 'asked', itemId: first, why: 'not-in-stock', instead: null, words: '' })
const answer = (n: number, terminal: string | undefined, said: string) =>
  event(n, terminal, { kind: 'answered', question: asked.id, itemId: first, answer: said, replacedBy: null, words: '' })

test('a question is open until it is answered or withdrawn', () => {
  assert.equal(openQuestions(orderState([asked])).length, 1)
  assert.equal(openQuestions(orderState([asked, answer(2, room, 'as-written')])).length, 0)
  assert.equal(
    openQuestions(orderState([asked, event(2, counter, { kind: 'withdrawn', question: asked.id })])).length,
    0,
  )
})

test('of two answers the earlier counts, whatever order they come in', () => {
  const [early, late] = [answer(2, room, 'as-written'), answer(3, otherRoom, 'none')]
  for (const events of [
    [asked, early, late],
    [late, early, asked],
  ]) {
    const state = orderState(events)
    assert.equal(state.closed.size, 0)
    assert.equal(questionOf(state, first)?.answer?.answer, 'as-written')
  }
})

test('what another medicine replaces, or a doctor takes back, is closed; the rest goes on', () => {
  const replaced = orderState([asked, answer(2, room, 'instead')])
  assert.equal(replaced.closed.get(first), 'replaced')
  assert.ok(
    !isAllClosed(replaced, {
      items: [{ id: PrescriptionItemId.parse(first) }, { id: PrescriptionItemId.parse(second) }],
    }),
  )
  const back = orderState([event(1, room, { kind: 'taken-back', items: [first, second], words: '' })])
  assert.ok(
    isAllClosed(back, { items: [{ id: PrescriptionItemId.parse(first) }, { id: PrescriptionItemId.parse(second) }] }),
  )
})

test('whoever took a prescription first picks it, until they lay it down', () => {
  const one = event(1, counter, { kind: 'picking' })
  const other = event(2, counterTwo, { kind: 'picking' })
  assert.equal(orderState([other, one]).picking?.terminal, counter)
  assert.equal(orderState([one, event(3, counterTwo, { kind: 'laid-down' })]).picking?.terminal, counter)
  const laid = event(2, counter, { kind: 'laid-down' })
  assert.equal(orderState([one, laid, event(3, counterTwo, { kind: 'picking' })]).picking?.terminal, counterTwo)
})

test('what came back goes where the rule says, and no place is left with less than nothing', () => {
  assert.equal(placeFor({ cause: 'by-mistake', state: 'unopened' }), 'shelf')
  assert.equal(placeFor({ cause: 'brought-back', state: 'unopened' }), 'quarantine')
  assert.equal(placeFor({ cause: 'by-mistake', state: 'opened' }), 'waste')
  for (const cause of ['by-mistake', 'brought-back'] as const) {
    for (const state of ['unopened', 'opened'] as const) {
      const to = placeFor({ cause, state })
      const back = event(9, counter, {
        kind: 'given-back',
        dispenseId: id(50),
        rightId: id(51),
        itemId: first,
        lotId: 'L1',
        quantity: 10,
        cause,
        state,
        to,
        witness: null,
      })
      assert.ok(back.kind === 'given-back')
      const events = stockBack(back)
      const at = (store: string) => unitsOf(events.filter((each) => (each.store ?? 'pharmacy') === store))
      assert.equal(at('pharmacy'), to === 'shelf' ? 10 : 0)
      assert.equal(at('quarantine'), to === 'quarantine' ? 10 : 0)
      assert.equal(unitsBack({ givenBack: [back] }, id(50)), 10)
      assert.equal(unitsBack({ givenBack: [back] }, id(50), 'by-mistake'), cause === 'by-mistake' ? 10 : 0)
    }
  }
})
