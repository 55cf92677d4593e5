import assert from 'node:assert/strict'
import { test } from 'node:test'

import { makeCodec } from '../../../build/host/bridge/codec.ts'

const codec = makeCodec()
const carried = (value: unknown): unknown => codec.decode(codec.encode(value))

test('a structured clone comes back the same', () => {
  const value = {
    text: 'ਪੰਜਾਬੀ',
    list: [1, -0, Number.NaN, -Infinity, null, undefined, true],
    big: -(2n ** 80n),
    date: new Date(1_700_000_000_000),
    map: new Map<unknown, unknown>([[{ key: 1 }, new Set(['a', ['b']])]]),
    bytes: Uint8Array.of(0, 1, 254, 255),
    words: Uint16Array.of(1, 65535),
    buffer: Uint8Array.of(9, 8).buffer,
    pattern: /a+/giu,
  }
  assert.deepEqual(carried(value), value)
})

test('an invalid date stays invalid', () => {
  const date = carried(new Date(Number.NaN))
  assert.ok(date instanceof Date && Number.isNaN(date.getTime()))
})

test('a cycle and a shared member keep their shape', () => {
  const shared = { name: 'shared' }
  const value: {
    self?: unknown
    readonly left: object
    readonly right: object
    readonly when: Date
    readonly again: Date[]
  } = {
    left: shared,
    right: shared,
    when: new Date(0),
    again: [],
  }
  value.self = value
  value.again.push(value.when)
  const back = carried(value)
  assert.ok(typeof back === 'object' && back !== null && 'self' in back && 'left' in back && 'right' in back)
  assert.equal(back.self, back)
  assert.equal(back.left, back.right)
  assert.deepEqual(back, value)
})

test('an error keeps its kind and message', () => {
  const error = carried(new RangeError('too far'))
  assert.ok(error instanceof RangeError)
  assert.equal(error.message, 'too far')
})

test('a key named __proto__ stays a key', () => {
  const back = carried(JSON.parse('{"__proto__": {"polluted": 1}}'))
  assert.ok(typeof back === 'object' && back !== null && Object.hasOwn(back, '__proto__'))
  assert.equal(Reflect.get({}, 'polluted'), undefined)
})

test('a view of part of a buffer carries that part only', () => {
  assert.deepEqual(carried(new Uint8Array([1, 2, 3, 4]).subarray(1, 3)), Uint8Array.of(2, 3))
})

for (const [what, value] of Object.entries({
  function: () => 1,
  symbol: Symbol('s'),
  promise: Promise.resolve(),
  weakMap: new WeakMap(),
})) {
  test(`a ${what} cannot be cloned`, () => {
    assert.throws(() => codec.encode({ value }), /An object could not be cloned/)
  })
}
