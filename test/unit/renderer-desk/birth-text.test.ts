import assert from 'node:assert/strict'
import { test } from 'node:test'

import { ageOn } from '../../../domain/person/person.ts'
import { readBirth } from '../../../renderer/desk/new-person/birth-text.ts'

const today = '2026-11-22'
const read = (text: string) => {
  const result = readBirth(text, today)
  return result.ok ? result.value.birth : result.problem
}

test('dates are read as day, month, year', () => {
  for (const text of ['06041991', '6/4/1991', '06-04-1991', '6.4.1991', '०६०४१९९१', '۰۶۰۴۱۹۹۱']) {
    assert.deepEqual(read(text), { kind: 'date', on: '1991-04-06' })
  }
})

test('two or three digits are years', () => {
  assert.deepEqual(read('35'), { kind: 'age', years: 35, asOf: today })
  assert.deepEqual(read(' 104 '), { kind: 'age', years: 104, asOf: today })
  for (const text of ['३५', '35y', '35 Years', '35 yrs', '३५ साल', '35 ਸਾਲ', '۳۵ برس'])
    assert.deepEqual(read(text), { kind: 'age', years: 35, asOf: today }, text)
  for (const text of ['35k', '35 y 2', '35 सालो']) assert.equal(read(text), 'unclear')
})

test('a year alone is an age, and never a birthday', () => {
  assert.deepEqual(read('1991'), { kind: 'age', years: 35, asOf: today })
  assert.deepEqual(read('२०२६'), { kind: 'age', years: 0, asOf: today })
  assert.equal(read('2027'), 'in-future')
  assert.equal(read('1800'), 'unclear')
})

test('months in any of the four languages become an age that turns one in time', () => {
  for (const text of ['8m', '8 M', '8म', '8 माह', '8ਮ', '8م', '८ माह']) {
    assert.deepEqual(read(text), { kind: 'age', years: 0, asOf: '2026-03-22' })
  }
  const birth = { kind: 'age', years: 0, asOf: '2026-03-22' } as const
  assert.equal(ageOn(birth, '2027-03-21'), 0)
  assert.equal(ageOn(birth, '2027-03-22'), 1)
})

test('months before a long month end on its last day', () => {
  const result = readBirth('1m', '2026-03-31')
  assert.deepEqual(result.ok && result.value.birth, { kind: 'age', years: 0, asOf: '2026-02-28' })
})

test('what cannot be is said as what it is', () => {
  assert.equal(read(''), 'empty')
  assert.equal(read('31022020'), 'no-such-day')
  assert.equal(read('23112026'), 'in-future')
  assert.deepEqual(read('22112026'), { kind: 'date', on: today })
  assert.equal(read('01011890'), 'too-old')
  assert.equal(read('131'), 'too-old')
  assert.equal(read('old'), 'unclear')
  assert.equal(read('0604199'), 'unclear')
})

test('an age is never taken for a year or a day, nor the other way round', () => {
  assert.deepEqual(read('12'), { kind: 'age', years: 12, asOf: today })
  assert.deepEqual(read('2012'), { kind: 'age', years: 14, asOf: today })
  assert.deepEqual(read('12/3/2012'), { kind: 'date', on: '2012-03-12' })
  for (const half of ['12/3', '12/3/12', '12032', '120312', '1203', '12/2012', '2012-03-12x']) {
    assert.equal(read(half), 'unclear', half)
  }
})
