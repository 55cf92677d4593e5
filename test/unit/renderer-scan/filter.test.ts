import assert from 'node:assert/strict'
import { test } from 'node:test'

import { blur, enlarge, levelLight, sharpen } from '../../../renderer/scan/filter.ts'
import { crop, frameOf, greyOf } from '../../../renderer/scan/frame.ts'
import type { Grey } from '../../../renderer/scan/frame.ts'
import { hintFor } from '../../../renderer/scan/hint.ts'
import { covered, pictureOf } from './fixture.ts'

const grey = (width: number, values: readonly number[]): Grey => ({
  data: Uint8ClampedArray.from(values),
  width,
  height: values.length / width,
})

test('a picture survives the way through colour and back', () => {
  const picture = pictureOf(3)
  assert.deepEqual(greyOf(frameOf(picture)), picture)
})

test('blur takes the mean of the neighbours and keeps a flat picture flat', () => {
  assert.deepEqual(
    Array.from(blur(grey(3, [0, 0, 0, 0, 90, 0, 0, 0, 0]), 1).data),
    Array.from({ length: 9 }, () => 10),
  )
  assert.deepEqual(
    new Set(
      blur(
        grey(
          4,
          Array.from({ length: 16 }, () => 77),
        ),
        2,
      ).data,
    ),
    new Set([77]),
  )
})

test('sharpening makes dark darker and light lighter at an edge, and only there', () => {
  const row = [100, 100, 100, 100, 150, 150, 150, 150]
  const sharp = Array.from(sharpen(grey(8, [...row, ...row, ...row]), 1, 1).data).slice(8, 16)
  assert.ok((sharp[3] ?? 0) < 100 && (sharp[4] ?? 0) > 150, String(sharp))
  assert.deepEqual([sharp[0], sharp[1], sharp[6], sharp[7]], [100, 100, 150, 150])
})

test('evened light gives both halves of an unevenly lit picture the same contrast', () => {
  const bars = (low: number, high: number) => Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? low : high))
  const rows = Array.from({ length: 16 }, () => [...bars(10, 30), ...bars(150, 250)])
  const even = levelLight(grey(32, rows.flat()), 3).data
  const contrast = (from: number) => Math.abs((even[8 * 32 + from] ?? 0) - (even[8 * 32 + from + 1] ?? 0))
  assert.ok(contrast(6) > 60 && contrast(24) > 60, `${contrast(6)} ${contrast(24)}`)
})

test('an enlarged picture is twice as large and as bright', () => {
  const large = enlarge(grey(2, [0, 200, 0, 200]))
  assert.deepEqual([large.width, large.height], [4, 4])
  assert.deepEqual(Array.from(large.data.slice(0, 4)), [0, 50, 150, 200])
})

test('a crop stays inside its picture', () => {
  const picture = grey(3, [1, 2, 3, 4, 5, 6, 7, 8, 9])
  assert.deepEqual(crop(picture, { left: 1, top: 1, width: 9, height: 9 }), grey(2, [5, 6, 8, 9]))
  assert.equal(crop(picture, { left: 5, top: 5, width: 2, height: 2 }).data.length, 0)
})

test('a hint says what would help', () => {
  const symbol = { left: 90, top: 50, width: 220, height: 220 }
  assert.equal(hintFor(pictureOf(4, { dark: 5, light: 30 }), symbol), 'too-dark')
  assert.equal(hintFor(pictureOf(2), { left: 90, top: 50, width: 100, height: 100 }), 'too-far')
  assert.equal(hintFor(covered(pictureOf(4), { x: 90, y: 50, w: 220, h: 220 }, 255), symbol), 'glare')
  assert.equal(hintFor(pictureOf(4), symbol), 'none')
  assert.equal(hintFor(pictureOf(4), null), 'none')
})
