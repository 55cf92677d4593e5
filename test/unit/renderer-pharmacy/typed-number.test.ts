import assert from 'node:assert/strict'
import { test } from 'node:test'

import { amountOf } from '../../../renderer/pharmacy/pick/amount-of.ts'
import { celsiusOf, digits, monthEnd, numberOf } from '../../../renderer/pharmacy/stock/stock-text.ts'

const twelve = ['12', '१२', '੧੨', '١٢', '۱۲', ' १२ ']

test('an amount is read in the digits of any script', () => {
  for (const typed of twelve) assert.equal(amountOf(typed, 30), 12, typed)
  assert.equal(amountOf('३१', 30), null)
  assert.equal(amountOf('१.५', 30), null)
})

test('a count of stock is read and kept in the digits of any script', () => {
  for (const typed of twelve) {
    assert.equal(numberOf(typed), 12, typed)
    assert.equal(digits(typed), '12', typed)
  }
  assert.equal(numberOf('-१'), null)
  assert.equal(numberOf(''), null)
  assert.equal(digits('१२३४५६७'), '123456')
})

test('a month is read in the digits of any script', () => {
  for (const typed of ['06/27', '6-2027', '०६/२७', '੬.੨੦੨੭', '۰۶ ۲۰۲۷', '٦/٢٧'])
    assert.equal(monthEnd(typed), '2027-06-30', typed)
  for (const typed of ['१३/२७', '६', '०/२७']) assert.equal(monthEnd(typed), null, typed)
})

test('degrees are read in the digits of any script, with a point or a comma', () => {
  for (const typed of ['4.5', '4,5', '४.५', '੪,੫', '۴٫۵']) assert.equal(celsiusOf(typed), 4.5, typed)
  assert.equal(celsiusOf('-२'), -2)
  for (const typed of ['', '४.५५', '४ ५', '१००']) assert.equal(celsiusOf(typed), null, typed)
})
