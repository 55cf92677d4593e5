import assert from 'node:assert/strict'
import { test } from 'node:test'

import { contactProblem, isUnderWay, readyWishes } from '../../../renderer/desk/card/emergency-contact.ts'

const wishing = (contact: string | null) => ({
  details: true,
  emergency: true,
  face: false,
  told: { allergies: [], conditions: [2], medicines: [], contact },
})
const contactOf = (typed: string | null) => readyWishes(wishing(typed))?.told?.contact

test('a mobile number goes on the card as ten digits, however it was typed; none is none', () => {
  for (const typed of ['9811047263', '98110 47263', '098110-47263', '+91 98110 47263']) {
    assert.equal(contactOf(typed), '9811047263', typed)
  }
  assert.equal(contactOf(''), null)
  assert.equal(contactOf(null), null)
})

test('fewer than ten digits say how many there are, and no card is made of them', () => {
  assert.deepEqual(contactProblem('98110'), { id: 'cards.emergency.contact.short', values: { count: 5 } })
  assert.ok(isUnderWay('98110'))
  assert.equal(readyWishes(wishing('98110')), null)
})

test('what can be no mobile number says what one looks like', () => {
  for (const typed of ['2811047263', '98110472631', 'none']) {
    assert.deepEqual(contactProblem(typed), { id: 'cards.emergency.contact.wrong' }, typed)
    assert.equal(readyWishes(wishing(typed)), null)
  }
  assert.equal(isUnderWay('2811047263'), false)
})

test('a number that was begun and is no longer wished for keeps nothing from being made', () => {
  assert.deepEqual(readyWishes({ ...wishing('98'), emergency: false }), {
    details: true,
    emergency: false,
    face: false,
  })
})
