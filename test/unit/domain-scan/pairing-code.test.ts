import assert from 'node:assert/strict'
import { test } from 'node:test'

import { PAIRING_BYTES, pairingCode, readPairingCode } from '../../../domain/scan/pairing-code.ts'
import { isOurs, isPrefix, mayBecomePrefix } from '../../../domain/scan/prefix.ts'

const code = pairingCode(Uint8Array.from({ length: PAIRING_BYTES }, (_, at) => (at * 37 + 11) % 256))

test('a pairing code is read back, small letters and line end allowed', () => {
  assert.match(code, /^DLP1:[0-9A-Z]{20}$/)
  assert.equal(readPairingCode(code), code)
  assert.equal(readPairingCode(` ${code.toLowerCase()}\r`), code)
})

test('every single wrong letter and every swapped pair is noticed', () => {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (let at = 5; at < code.length; at += 1) {
    for (const letter of letters) {
      const wrong = code.slice(0, at) + letter + code.slice(at + 1)
      if (wrong !== code) assert.equal(readPairingCode(wrong), null, wrong)
    }
    const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2)
    if (swapped !== code && at + 1 < code.length) assert.equal(readPairingCode(swapped), null, swapped)
  }
  assert.equal(readPairingCode(code.slice(0, -1)), null)
  assert.equal(readPairingCode('DLH1:ABC'), null)
})

test('our prefixes, their beginnings and what is none', () => {
  for (const prefix of ['DLH1:', 'DLH12:', 'DLH999:', 'DLV1:', 'DLP1:']) {
    assert.ok(isPrefix(prefix))
    for (let length = 1; length < prefix.length; length += 1) assert.ok(mayBecomePrefix(prefix.slice(0, length)))
  }
  for (const other of ['DLH0:', 'DLH:', 'DLH1000:', 'DLV2:', 'DLX1:', 'DLH1']) assert.equal(isPrefix(other), false)
  for (const other of ['DI', 'DLH0', 'DLV12', 'L', '']) assert.equal(mayBecomePrefix(other), false)
  assert.ok(isOurs('dlh1:abc'))
  assert.equal(isOurs('XDLH1:'), false)
})
