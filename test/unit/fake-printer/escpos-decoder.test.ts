import assert from 'node:assert/strict'
import { test } from 'node:test'

import { escposDecoder, type PrinterEvent } from '../../fake/printer/escpos-decoder.ts'

function run(bytes: readonly number[], dots = 16, piece = bytes.length) {
  const events: PrinterEvent[] = []
  const decoder = escposDecoder({ dots, dpi: 203, sensor: () => 3, emit: (event) => events.push(event) })
  for (let from = 0; from < bytes.length; from += piece) {
    decoder.take(Uint8Array.from(bytes.slice(from, from + piece)), () => true)
  }
  const strips = events.flatMap((event) => (event.kind === 'cut' ? [event.rows.map((row) => row.join(''))] : []))
  return { events, strips, decoder }
}

const cut = [0x1d, 0x56, 0]
const white = '0000000000000000'

test('GS v 0 burns its bits, most significant first, however the bytes arrive', () => {
  const bytes = [0x1b, 0x40, 0x1d, 0x76, 0x30, 0, 1, 0, 2, 0, 0b10000001, 0b11110000, ...cut]
  for (let piece = 1; piece <= bytes.length; piece += 1) {
    assert.deepEqual(run(bytes, 16, piece).strips, [['1000000100000000', '1111000000000000']])
  }
})

test('GS v 0 doubles width, height or both, and stands where ESC a puts it', () => {
  const band = (mode: number) => [0x1d, 0x76, 0x30, mode, 1, 0, 1, 0, 0b10100000]
  assert.deepEqual(run([...band(1), ...cut]).strips, [['1100110000000000']])
  assert.deepEqual(run([...band(2), ...cut]).strips, [['1010000000000000', '1010000000000000']])
  assert.deepEqual(run([0x1b, 0x61, 1, ...band(0), ...cut]).strips, [['0000101000000000']])
  assert.deepEqual(run([0x1b, 0x61, 2, ...band(0), ...cut]).strips, [['0000000010100000']])
})

test('what is wider than the head is lost, as on paper', () => {
  assert.deepEqual(run([0x1d, 0x76, 0x30, 0, 3, 0, 1, 0, 255, 255, 255, ...cut]).strips, [['1'.repeat(16)]])
})

test('ESC J counts motion units: half dots by default, dots after GS P', () => {
  assert.deepEqual(run([0x1b, 0x4a, 4, ...cut]).strips, [[white, white]])
  assert.deepEqual(run([0x1d, 0x50, 203, 203, 0x1b, 0x4a, 2, ...cut]).strips, [[white, white]])
  assert.deepEqual(run([0x1d, 0x50, 203, 203, 0x1b, 0x40, 0x1b, 0x4a, 2, ...cut]).strips, [[white]])
})

test('ESC d and LF feed lines of a sixth of an inch', () => {
  assert.equal(run([0x1b, 0x64, 2, ...cut]).strips[0]?.length, 68)
  assert.equal(run([0x0a, ...cut]).strips[0]?.length, 34)
})

test('GS ( H repeats its id, GS r reads the sensor, GS a is heard', () => {
  const { events } = run([0x1d, 0x28, 0x48, 6, 0, 48, 48, 0x41, 0x42, 0x43, 0x44, 0x1d, 0x72, 1, 0x1d, 0x61, 0xff])
  assert.deepEqual(events, [
    { kind: 'reply', bytes: Uint8Array.from([0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0]) },
    { kind: 'reply', bytes: Uint8Array.from([3]) },
    { kind: 'automatic-status', parts: 0xff },
  ])
})

test('commands it does not know are named and passed over', () => {
  const { events, strips } = run([0x1b, 0x5a, 0x1d, 0x28, 0x6b, 3, 0, 49, 67, 6, 0x41, 0x1d, 0x7f, ...cut])
  const unknown = events.flatMap((event) => (event.kind === 'unknown' ? [event.bytes] : []))
  assert.deepEqual(unknown, ['1b5a', '1d286b0300314306', '41', '1d7f'])
  assert.equal(strips.length, 1)
})

test('no bytes at all make it throw', () => {
  let state = 42
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24
  for (let turn = 0; turn < 300; turn += 1) {
    const noise = Array.from({ length: 200 }, () => (next() < 60 ? ([0x1b, 0x1d, 0x10, 0][next() & 3] ?? 0) : next()))
    assert.doesNotThrow(() => run(noise, 16, 7))
  }
})

test('it obeys nothing while it is not ready, and everything afterwards', () => {
  const events: PrinterEvent[] = []
  const decoder = escposDecoder({ dots: 16, dpi: 203, sensor: () => 0, emit: (event) => events.push(event) })
  decoder.take(Uint8Array.from([0x1d, 0x76, 0x30, 0, 1, 0, 1, 0, 255, ...cut]), () => false)
  assert.equal(decoder.waiting(), 12)
  assert.equal(events.length, 0)
  decoder.take(new Uint8Array(), () => true)
  assert.equal(events.length, 1)
})
