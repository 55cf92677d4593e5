import assert from 'node:assert/strict'
import { test } from 'node:test'

import { countText } from '../../../domain/pharmacy/measure.ts'
import { doseWritten, quantityFor, readDose } from '../../../domain/pharmacy/written-dose.ts'

test('a dose is read as it is written', () => {
  assert.deepEqual(readDose('1-0-1'), { morning: 1, noon: 0, evening: 0, night: 1 })
  assert.deepEqual(readDose(' ½ - 0 - 1½ '), { morning: 0.5, noon: 0, evening: 0, night: 1.5 })
  assert.deepEqual(readDose('5-5-5-5'), { morning: 5, noon: 5, evening: 5, night: 5 })
  assert.deepEqual(readDose('1/2 0 0'), { morning: 0.5, noon: 0, evening: 0, night: 0 })
})

test('a space before a half belongs to its number', () => {
  for (const text of ['1 1/2-0-1', '1 ½ - 0 - 1', '1½ 0 1'])
    assert.deepEqual(readDose(text), { morning: 1.5, noon: 0, evening: 0, night: 1 }, text)
})

test('what is no dose is none', () => {
  for (const text of [
    '',
    '1',
    '1-1',
    '0-0-0',
    '1-0-x',
    '21-0-0',
    '1-1-1-1-1',
    '1--1',
    '-1-0-1',
    '1/0-0-1',
    '1/3-0-0',
    '1-0 1',
  ])
    assert.equal(readDose(text), null, text)
})

test('written again it reads the same', () => {
  for (const text of ['1-0-1', '0.5-0-0.5', '5-5-5-5', '0-0-1'])
    assert.equal(doseWritten(readDose(text) ?? nothing), text)
})

test('a third that another system sends is not written out to its last digit', () => {
  assert.deepEqual([1 / 3, 0.5, 1.75, 2, 0.6].map(countText), ['0.33', '½', '1¾', '2', '0.6'])
})

const nothing = { morning: 0, noon: 0, evening: 0, night: 0 }

test('what is given in all is enough and whole', () => {
  const dose = (text: string) => readDose(text) ?? nothing
  assert.equal(quantityFor('tablet', dose('1-0-1'), 5), 10)
  assert.equal(quantityFor('tablet', dose('0.5-0-0'), 5), 3)
  assert.equal(quantityFor('syrup', dose('5-5-5'), 3), 45)
  assert.equal(quantityFor('ointment', dose('1-0-1'), 30), 1)
  assert.equal(quantityFor('tablet', dose('0.1-0.1-0.1'), 10), 3)
})
