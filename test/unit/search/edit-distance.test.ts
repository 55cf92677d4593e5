import { assert as check, constantFrom, nat, property, string } from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { editDistance, editLikeness } from '../../../domain/search/edit-distance.ts'
import { nearShapes } from '../../../domain/search/near-shape.ts'

for (const [left, right, slips] of [
  ['', '', 0],
  ['nandini', 'nandini', 0],
  ['nandini', 'nnadini', 1],
  ['nandini', 'nandni', 1],
  ['nandini', 'nanddini', 1],
  ['nandini', 'nandimi', 1],
  ['tarun', 'arun', 1],
  ['kitten', 'sitting', 3],
  // Optimal string alignment: no letter is moved twice.
  ['ca', 'abc', 3],
  ['नंदिनी', 'नदंिनी', 1],
] as const)
  test(`${slips} slips part “${left}” and “${right}”`, () => {
    assert.equal(editDistance(left, right), slips)
    assert.equal(editDistance(right, left), slips)
  })

const letter = constantFrom('a', 'b', 'r', 's', 'n')
const word = string({ unit: letter, maxLength: 8 })

test('a distance is symmetric, zero only for the same word, and at most the longer word', () => {
  check(
    property(word, word, (left, right) => {
      const slips = editDistance(left, right)
      assert.equal(slips, editDistance(right, left))
      assert.equal(slips === 0, left === right)
      assert.ok(slips <= Math.max(left.length, right.length))
      assert.ok(editLikeness(left, right) >= 0 && editLikeness(left, right) <= 1)
    }),
  )
})

const slips: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => `${text.slice(0, at)}u${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}u${text.slice(at + 1)}`,
  (text, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
]

test('words that one slip parts share a near shape, wherever it was', () => {
  const longEnough = string({ unit: letter, minLength: 4, maxLength: 11 })
  check(
    property(longEnough, constantFrom(...slips), nat(10), (text, slip, place) => {
      const slipped = slip(text, place % text.length)
      assert.ok(editDistance(text, slipped) <= 1)
      const shapes = new Set(nearShapes(text))
      assert.ok(nearShapes(slipped).some((shape) => shapes.has(shape)))
    }),
  )
})

test('a word has few shapes however long it is, and itself among them when it is short', () => {
  assert.deepEqual(nearShapes('om'), ['om'])
  assert.deepEqual(nearShapes('asha'), ['asha', 'sha', 'aha', 'asa', 'ash'])
  assert.equal(nearShapes('venkataramana').length, 6)
})
