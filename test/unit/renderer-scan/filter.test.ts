import assert from 'node:assert/strict'
import { test } from 'node:test'

import { randomFrom } from '../../../build/demo/seed/random.ts'
import { blur } from '../../../renderer/scan/filter.ts'
import { crop, frameOf, greyOf } from '../../../renderer/scan/frame.ts'
import type { Grey } from '../../../renderer/scan/frame.ts'
import { hintFor } from '../../../renderer/scan/hint.ts'
import { halve } from '../../../renderer/scan/symbol/halve.ts'
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

test('half the size is the mean of four points, whichever way the picture lies in memory', () => {
  const random = randomFrom('halve')
  for (const [width, height] of [
    [8, 4],
    [12, 7],
    [10, 6],
    [7, 5],
  ] as const) {
    const values = Array.from({ length: width * height }, () =>
      random.pick([0, 1, 2, 254, 255, random.between(0, 255)]),
    )
    const at = (x: number, y: number) => values[y * width + x] ?? 0
    const wanted = Array.from({ length: (width >> 1) * (height >> 1) }, (_, place) => {
      const [x, y] = [2 * (place % (width >> 1)), 2 * Math.floor(place / (width >> 1))]
      return Math.floor((at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1) + 2) / 4)
    })
    const half = halve(grey(width, values))
    assert.deepEqual([half.width, half.height, ...half.data], [width >> 1, height >> 1, ...wanted])
    const data = new Uint8ClampedArray(values.length + 1).subarray(1)
    data.set(values)
    assert.deepEqual([...halve({ data, width, height }).data], wanted, 'also from an odd place')
  }
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
