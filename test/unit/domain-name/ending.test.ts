import assert from 'node:assert/strict'
import { test } from 'node:test'

import { cutEnding } from '../../../domain/name/ending.ts'

test('a part that many names end with is cut off, the longest first', () => {
  assert.equal(cutEnding('lakhwinder')?.stem, 'lakh')
  assert.equal(cutEnding('lakhwinder')?.written.Guru[0], 'ਵਿੰਦਰ')
  assert.equal(cutEnding('nagendra')?.stem, 'nag')
  assert.deepEqual(cutEnding('qamaruddin')?.written.Arab, ['الدین'])
})

test('nothing is cut where hardly anything is left, or a vowel would stand before a vowel', () => {
  assert.equal(cutEnding('ram'), null)
  assert.equal(cutEnding('kamala'), null)
  assert.equal(cutEnding('ataullah'), null)
})
