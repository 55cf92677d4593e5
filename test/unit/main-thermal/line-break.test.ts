import assert from 'node:assert/strict'
import { test } from 'node:test'

import { broken, brokenAnywhere, evened } from '../../../main/print/thermal/line-break.ts'

const within = (width: number) => (text: string) => text.length <= width

test('lines break at spaces, and a word too wide keeps its own line', () => {
  assert.deepEqual(broken('one two three', within(7)), ['one two', 'three'])
  assert.deepEqual(broken('a compounded b', within(5)), ['a', 'compounded', 'b'])
  assert.deepEqual(broken('  ', within(5)), [])
})

test('a word breaks at its held spaces before it breaks between letters', () => {
  assert.deepEqual(brokenAnywhere('take 40\u00a0mg/5\u00a0ml', within(6)), ['take', '40', 'mg/5', 'ml'])
  assert.deepEqual(brokenAnywhere('compounded', within(4)), ['comp', 'ound', 'ed'])
})

test('a letter never parts from its marks', () => {
  for (const part of brokenAnywhere('लक्ष्मीनरसिम्हन', within(1))) assert.doesNotMatch(part, /^\p{Mark}/u)
})

test('lines of one text are of like length', () => {
  const text = 'bring this slip and card'
  assert.deepEqual(evened(text, broken(text, within(20)), 20, within), ['bring this', 'slip and card'])
})
