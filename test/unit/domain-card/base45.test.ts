import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from 'fast-check'

import { decodeBase45, encodeBase45 } from '../../../domain/card/base45.ts'

const bytesOfText = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

for (const [plain, coded] of [
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
  ['', ''],
] as const) {
  test(`RFC 9285: ${JSON.stringify(plain)} is ${JSON.stringify(coded)}`, () => {
    assert.equal(encodeBase45(bytesOfText(plain)), coded)
    assert.deepEqual(decodeBase45(coded), bytesOfText(plain))
  })
}

test('any bytes come back', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 130 }), (bytes) => same(decodeBase45(encodeBase45(bytes)), bytes)))
})

test('a text that decodes is the one text for its bytes', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:')),
    maxLength: 9,
  })
  fc.assert(
    fc.property(letters, (text) => {
      const bytes = decodeBase45(text)
      return bytes === null || encodeBase45(bytes) === text
    }),
  )
})

for (const wrong of ['A', 'BB8A', 'GGW', ':::', '::', 'V5', 'bb8', 'B"8', 'ÄB8']) {
  test(`${JSON.stringify(wrong)} is no Base45`, () => assert.equal(decodeBase45(wrong), null))
}

const same = (one: Uint8Array | null, other: Uint8Array) => one !== null && Buffer.compare(one, other) === 0
