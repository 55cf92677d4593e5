import assert from 'node:assert/strict'
import { test } from 'node:test'

import { gs1Date } from '../../../domain/pharmacy/gs1-date.ts'
import { readGs1 } from '../../../domain/pharmacy/gs1.ts'
import { checkDigitOf, gtinOf, hasCheckDigit } from '../../../domain/pharmacy/gtin.ts'

const today = '2026-11-22'
const GS = '\u001d'
const read = (text: string) => {
  const answer = readGs1(text, today)
  return answer.ok
    ? Object.fromEntries(Object.entries(answer.value).filter(([, value]) => value !== null))
    : answer.problem
}

test('check digits of known numbers fit, and no other digit does', () => {
  // GS1's own example, a book, an EAN-8, a UPC-A and an SSCC.
  for (const number of ['6291041500213', '9780306406157', '73513537', '036000291452', '106141412345678908']) {
    assert.ok(hasCheckDigit(number), number)
    for (let digit = 0; digit < 10; digit++) {
      const other = `${number.slice(0, -1)}${digit}`
      assert.equal(hasCheckDigit(other), other === number)
    }
  }
  assert.equal(checkDigitOf('629104150021'), '3')
  assert.equal(gtinOf('6291041500213'), '06291041500213')
  assert.equal(gtinOf('629104150021'), null)
  assert.equal(gtinOf('62910415002133'), null)
})

test('one pack reads the same however its code was sent', () => {
  const whole = { gtin: '09501101530003', expiry: '2027-01-31', lot: 'AB-123', serial: '12345' }
  const sent = `01095011015300031727013110AB-123${GS}2112345`
  for (const text of [
    sent,
    `]d2${sent}`,
    `]C1${sent}`,
    `]Q3${sent}`,
    `${GS}${sent}`,
    `]d2${GS}${sent}\r\n`,
    sent.replace(GS, '\u241d'),
    '(01)09501101530003(17)270131(10)AB-123(21)12345',
    '(01) 0950 1101 5300 03 (17) 270131 (10) AB-123 (21) 12345',
    `2112345${GS}10AB-123${GS}17270131${GS}0109501101530003`,
  ])
    assert.deepEqual(read(text), whole, JSON.stringify(text))
})

test('the number of the article may stand behind other fields, without any sign that it comes', () => {
  const whole = { gtin: '09501101530003', expiry: '2027-01-31', lot: 'AB-1' }
  for (const text of ['17270131010950110153000310AB-1', '(10)AB-1(17)270100(01)09501101530003'])
    assert.deepEqual(read(text), whole, text)
  assert.equal(read('(10)AB-1(17)270100'), 'not-gs1')
})

test('brackets inside a lot are of the lot', () => {
  assert.deepEqual(read('(01)09501101530003(10)AB(1)(17)270131'), {
    gtin: '09501101530003',
    expiry: '2027-01-31',
    lot: 'AB(1)',
  })
})

test('a separator after a field of a set length is stepped over, and one at the end too', () => {
  assert.deepEqual(read(`0109501101530003${GS}17270131${GS}10A${GS}`), {
    gtin: '09501101530003',
    expiry: '2027-01-31',
    lot: 'A',
  })
})

test('an article number alone is enough; its check digit must fit', () => {
  assert.deepEqual(read('9501101530003'), { gtin: '09501101530003' })
  assert.deepEqual(read(']E09501101530003'), { gtin: '09501101530003' })
  assert.deepEqual(read('09501101530003'), { gtin: '09501101530003' })
  assert.deepEqual(read('73513537'), { gtin: '00000073513537' })
  assert.equal(read('9501101530004'), 'wrong-check-digit')
})

test('cartons say what they hold, and fields of a company are stepped over', () => {
  assert.deepEqual(read(`02095011015300033710${GS}9312ABC${GS}11260700`), {
    content: '09501101530003',
    count: 10,
    made: '2026-07-31',
  })
  assert.deepEqual(read(`01095011015300033024${GS}714987654`), { gtin: '09501101530003', count: 24 })
})

test('the best-before day stands in where there is no expiry', () => {
  assert.deepEqual(read('010950110153000315280229'), { gtin: '09501101530003', expiry: '2028-02-29' })
  assert.deepEqual(read('01095011015300031528022917280131'), { gtin: '09501101530003', expiry: '2028-01-31' })
})

test('what is broken is named, and what is none is left alone', () => {
  assert.equal(read('https://example.org'), 'not-gs1')
  assert.equal(read('DLH1:ABC'), 'not-gs1')
  assert.equal(read(''), 'not-gs1')
  assert.equal(read('0109501101530004'), 'wrong-check-digit')
  assert.equal(read('010950110153000317271301'), 'wrong-date')
  assert.equal(read('010950110153000317270231'), 'wrong-date')
  assert.equal(read('01095011015300031727'), 'cut-off')
  assert.equal(read('010950110153000310'), 'cut-off')
  assert.equal(read(']d217270131'), 'cut-off', 'no article number')
  assert.equal(read('010950110153000310A\u00e9'), 'wrong-letter')
  assert.equal(read('01095011015300033012A'), 'wrong-letter')
  assert.equal(read(`010950110153000310${'A'.repeat(21)}`), 'too-long')
  assert.equal(read(`01095011015300038510`), 'unknown-field')
  assert.equal(read(`010950110153000310A${GS}10B`), 'says-two-things')
  assert.equal(read(`0109501101530003${'9'.repeat(600)}`), 'too-long')
})

test('no text makes the reader throw or run long', () => {
  let seed = 7
  const letters = `01170(10)21${GS}]d2C1930AB%é\u241d `
  for (let round = 0; round < 20_000; round++) {
    let text = round % 3 === 0 ? '0109501101530003' : ''
    for (let at = 0; at < 24; at++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      text += letters.charAt(seed % letters.length)
    }
    const answer = readGs1(text, today)
    if (answer.ok) assert.ok(answer.value.gtin !== null || answer.value.content !== null)
  }
})

test('a day of 00 is the last of its month, leap years too', () => {
  assert.equal(gs1Date('270100', today), '2027-01-31')
  assert.equal(gs1Date('130200', today), '2013-02-28')
  assert.equal(gs1Date('160200', today), '2016-02-29')
  assert.equal(gs1Date('000229', '2000-01-01'), '2000-02-29')
  assert.equal(gs1Date('270001', today), null)
  assert.equal(gs1Date('2701', today), null)
})

test('the century slides with the year: 49 back, 50 ahead', () => {
  assert.equal(gs1Date('760131', today), '2076-01-31')
  assert.equal(gs1Date('770131', today), '1977-01-31')
  assert.equal(gs1Date('260131', today), '2026-01-31')
  assert.equal(gs1Date('000131', '2060-05-01'), '2100-01-31')
  assert.equal(gs1Date('110131', '2060-05-01'), '2011-01-31')
  assert.equal(gs1Date('100131', '2060-05-01'), '2110-01-31')
})
