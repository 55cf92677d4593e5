import assert from 'node:assert/strict'
import { test } from 'node:test'

import { TEST_CODE } from '../../../domain/scan/layout-test.ts'
import { pairingCode } from '../../../domain/scan/pairing-code.ts'
import { isWhole } from '../../../domain/scan/whole.ts'

const visit = 'DLV1:01926c00-0000-7000-8000-000000000001'
/** As SMART Health Cards write a signed text: each letter as two digits, counted from the minus sign. */
const signed = `eyJhbGciOiJFUzI1NiJ9.3ZJNb9swDIb_SqBdbVt2.${'Ab-_'.repeat(22).slice(2)}`
const health = `shc:/${Array.from(signed, (letter) => String(letter.charCodeAt(0) - 45).padStart(2, '0')).join('')}`

test('texts that can show that they are whole do so, and with a piece missing they do not', () => {
  for (const text of [visit, visit.toUpperCase(), TEST_CODE, pairingCode(new Uint8Array(19)), health, '{"a":[1,2]}']) {
    assert.equal(isWhole(text), true, text)
  }
  for (const text of [
    visit.slice(0, -1),
    TEST_CODE.slice(0, 40),
    health.slice(0, -1),
    '{"a":[1,2',
    'DLH1:6BF',
    'DLP1:',
  ]) {
    assert.equal(isWhole(text), false, text)
  }
})

test('texts that say nothing of their length are left open', () => {
  for (const text of ['8901030865275', 'hello', '', 'DLV9:X']) assert.equal(isWhole(text), null, text)
})
