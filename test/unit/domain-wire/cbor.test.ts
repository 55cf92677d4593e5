import assert from 'node:assert/strict'
import { test } from 'node:test'

import { decode, encode } from 'cborg'
import * as fc from 'fast-check'

import { readCbor } from '../../../domain/wire/codec/cbor-read.ts'
import { writeCbor } from '../../../domain/wire/codec/cbor-write.ts'
import { packText } from '../../../domain/wire/codec/text-form.ts'

/** No reader takes a key that would reach into a prototype. */
const value = fc.jsonValue({ maxDepth: 5 }).filter((any) => !JSON.stringify(any).includes('__proto__'))
const formed = fc.oneof(
  fc.uuid(),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }).map((date) => date.toISOString()),
  fc
    .date({ noInvalidDate: true, min: new Date('1800-01-01'), max: new Date('2200-01-01') })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.stringMatching(/^[0-9]{10}$/),
  fc.stringMatching(/^[0-9]{14}$/),
  fc.stringMatching(/^[0-9a-f]{16}$/),
  fc.stringMatching(/^[0-9a-f]{64}$/),
  fc.stringMatching(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  fc.stringMatching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/),
  fc.stringMatching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/),
)

/** As JSON would carry it: minus zero is zero. */
const viaJson = (any: unknown): unknown => JSON.parse(JSON.stringify(any))

test('what is written is read again, text of every form included', () => {
  fc.assert(
    fc.property(fc.oneof(value, formed, fc.array(formed)), (any) => {
      const bytes = writeCbor(any)
      const read = readCbor(bytes)
      assert.ok(read.ok)
      assert.deepEqual(viaJson(read.value), viaJson(any))
      assert.deepEqual(writeCbor(read.value), bytes, 'one way of writing for each value')
    }),
    { numRuns: 3000 },
  )
})

test('another implementation of CBOR reads it and writes the same', () => {
  fc.assert(
    fc.property(value, (any) => {
      const plain = viaJson(any)
      const bytes = writeCbor(plain, 'plain')
      assert.deepEqual(viaJson(decode(bytes)), plain)
      const read = readCbor(encode(plain, { float64: true }), 'plain')
      assert.ok(read.ok)
      assert.deepEqual(viaJson(read.value), plain)
    }),
    { numRuns: 1000 },
  )
})

test('days and moments that no calendar has stay text', () => {
  for (const text of [
    '2026-02-30',
    '2026-13-01',
    '1899-12-31',
    '2026-11-22T24:00:00.000Z',
    '2025-02-29T00:00:00.000Z',
  ]) {
    assert.equal(packText(text), null, text)
  }
  assert.equal(packText('2024-02-29')?.length, 2)
})

const hostile: readonly (readonly [string, string, string])[] = [
  ['nothing', '', 'cut'],
  ['a list that is cut', '8301', 'cut'],
  ['a list longer than memory', '9bffffffffffffffff', 'number'],
  ['a list longer than what comes', '9a7fffffff', 'cut'],
  ['a map longer than what comes', 'ba7fffffff', 'cut'],
  ['a text that is cut', '6561', 'cut'],
  ['bytes that are cut', '5861', 'cut'],
  ['a head that is cut', '19ff', 'cut'],
  ['something left over', '0000', 'left-over'],
  ['a tag', 'c074323031332d30332d32315432303a30343a30305a', 'tag'],
  ['an indefinite list', '9f01ff', 'indefinite'],
  ['an indefinite text', '7f6161ff', 'indefinite'],
  ['a number longer than need be', '1801', 'number'],
  ['a number above 2^53', '1b0020000000000000', 'number'],
  ['a number below −2^53', '3b0020000000000000', 'number'],
  ['NaN', 'fb7ff8000000000000', 'number'],
  ['infinity', 'fb7ff0000000000000', 'number'],
  ['a short float', 'f93c00', 'number'],
  ['a whole number as a float', 'fb3ff0000000000000', 'number'],
  ['undefined', 'f7', 'number'],
  ['text that is no UTF-8', '61ff', 'text'],
  ['a number as a key', 'a10102', 'key'],
  ['a key of the prototype', `a1695f5f70726f746f5f5f01`, 'key'],
  ['a key twice', 'a2616101616102', 'twice'],
  ['bytes of no form', '43010203', 'bytes'],
  ['a moment after the year 9999', '46ffffffffffff', 'bytes'],
  ['a list in a list in a list…', '81'.repeat(100_000), 'too-deep'],
  ['a reserved head', '1c', 'number'],
]
for (const [name, hex, problem] of hostile) {
  test(`${name} is refused`, () => {
    assert.deepEqual(readCbor(Buffer.from(hex, 'hex')), { ok: false, problem })
  })
}

test('random bytes never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      readCbor(bytes)
      readCbor(bytes, 'plain')
    }),
    { numRuns: 5000 },
  )
})
