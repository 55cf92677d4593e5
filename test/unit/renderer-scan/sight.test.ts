import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { openDecoder } from '../../../renderer/scan/decode.ts'
import type { Grey } from '../../../renderer/scan/frame.ts'
import type { Hint } from '../../../renderer/scan/hint.ts'
import { textsInSight } from '../../../renderer/scan/in-sight.ts'
import { steadyHint } from '../../../renderer/scan/steady-hint.ts'
import { code, pictureOf } from './fixture.ts'

test('a text is new once, even when two are read in turns, and again after it was away', () => {
  const isNew = textsInSight()
  const said = ['a', 'b', 'a', 'b', 'a'].map((text, at) => isNew(text, at * 100))
  assert.deepEqual(said, [true, true, false, false, false])
  assert.equal(isNew('a', 1700), false, 'it never left')
  assert.equal(isNew('b', 1900), true, 'it was away for 1.6 s')
})

/** What is said at each frame, thirty frames a second. */
const saidOver = (hints: readonly Hint[]): readonly Hint[] => {
  const steady = steadyHint()
  return hints.map((hint, at) => steady(hint, at * 33))
}
const changes = (hints: readonly Hint[]): number => hints.filter((hint, at) => at > 0 && hint !== hints[at - 1]).length

test('a hint is said after some frames and stays to be read, however frames flicker', () => {
  const flicker = Array.from({ length: 60 }, (_, at): Hint => (at % 2 === 0 ? 'too-far' : 'none'))
  const said = saidOver(flicker)
  assert.deepEqual(said.slice(0, 4), ['none', 'none', 'none', 'none'])
  assert.equal(said.at(-1), 'too-far')
  assert.equal(changes(said), 1)
  const torn = saidOver(Array.from({ length: 90 }, (_, at): Hint => (at % 20 < 10 ? 'too-far' : 'glare')))
  assert.ok(changes(torn) <= 4, String(changes(torn)))
})

test('a single dark frame says nothing, and a hint that helped goes away', () => {
  assert.equal(changes(saidOver(['too-dark', ...Array.from({ length: 30 }, (): Hint => 'none')])), 0)
  const said = saidOver(Array.from({ length: 90 }, (_, at): Hint => (at < 30 ? 'too-dark' : 'none')))
  assert.ok(said.includes('too-dark'))
  assert.equal(said.at(-1), 'none')
})

test('of two codes in one picture the card is read, on whichever side it lies', async () => {
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const decoder = await openDecoder(Uint8Array.from(readFileSync(wasm)).buffer)
  const other = 'https://example.org/visit'
  const place = { width: 640, height: 480, top: 120 }
  const beside = (left: string, right: string): Grey => {
    const one = pictureOf(5, { ...place, left: 60 }, left)
    const two = pictureOf(5, { ...place, left: 360 }, right)
    return { ...one, data: one.data.map((value, at) => Math.min(value, two.data[at] ?? 255)) }
  }
  assert.equal(decoder.read(beside(code, other), 'quick').text, code)
  assert.equal(decoder.read(beside(other, code), 'quick').text, code)
  assert.equal(decoder.read(beside(other, other), 'quick').text, other)
})
