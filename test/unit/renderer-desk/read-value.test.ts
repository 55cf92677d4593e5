import assert from 'node:assert/strict'
import { test } from 'node:test'

import { readValue } from '../../../renderer/desk/scheme/read-value.ts'

const day = (typed: string) => readValue('day', typed)

test('a day is read however it is written down, and a short day or month is not taken for another one', () => {
  for (const typed of ['05032026', '5.3.2026', '5/3/2026', '05-03-2026', ' 5 3 2026 ', '५/३/२०२६', '2026-03-05'])
    assert.equal(day(typed), '2026-03-05', typed)
  for (const typed of ['1.1.2026', '1/1/2026', '01.1.2026']) assert.equal(day(typed), '2026-01-01', typed)
  assert.equal(day('1/2/2026'), '2026-02-01')
  assert.deepEqual(readValue('birthday', '1/2/1990'), { kind: 'date', on: '1990-02-01' })
})

test('a month or a year alone is known as roughly as it was said', () => {
  for (const typed of ['112026', '11.2026', '11/2026', '2026-11']) assert.equal(day(typed), '2026-11', typed)
  assert.equal(day('3/2026'), '2026-03')
  assert.equal(day('2026'), '2026')
  assert.equal(readValue('birthday', '3/2026'), null)
})

test('what is no day is none', () => {
  for (const typed of [
    '',
    '31.02.2026',
    '31022026',
    '13.2026',
    '132026',
    '0.5.2026',
    '1.1.26',
    '1.1.1799',
    '1.2.3.2026',
    'x',
  ])
    assert.equal(day(typed), null, typed)
})

test('an amount is read with its commas and its sign', () => {
  for (const typed of ['₹ 1,20,000', '120000', '१,२०,०००']) assert.equal(readValue('rupees', typed), 120000, typed)
  assert.equal(readValue('rupees', '1.5'), null)
})
