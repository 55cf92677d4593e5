import assert from 'node:assert/strict'
import { test } from 'node:test'

import { asIfSetTo, BASE45, judgeTest, TEST_CODE } from '../../../domain/scan/layout-test.ts'

test('the test symbol holds all 45 letters once, after the prefix', () => {
  assert.equal(new Set(BASE45).size, 45)
  assert.ok(TEST_CODE.endsWith(BASE45))
})

test('a scanner on the US layout is right, one that makes letters small is right for cards', () => {
  assert.deepEqual(judgeTest(TEST_CODE), { kind: 'right' })
  assert.deepEqual(judgeTest(`${TEST_CODE}\r\n`), { kind: 'right' })
  assert.deepEqual(judgeTest(TEST_CODE.toLowerCase()), { kind: 'small-letters' })
})

test('each country is known again from what its scanners send, with the letters that differ', () => {
  for (const country of ['france', 'belgium', 'germany', 'switzerland', 'spain-italy', 'japan'] as const) {
    const verdict = judgeTest(asIfSetTo(country, TEST_CODE))
    assert.ok(verdict.kind === 'other-layout', country)
    assert.equal(verdict.country, country)
    assert.ok(verdict.wrong.length > 0)
    for (const { letter, came } of verdict.wrong) assert.equal(asIfSetTo(country, letter), came)
  }
  assert.equal(asIfSetTo('france', TEST_CODE).slice(0, 15), 'DLP!.)!@#$%^&*(')
})

test('a few odd letters are shown though no country fits', () => {
  const verdict = judgeTest(TEST_CODE.replace('$', '#'))
  assert.deepEqual(verdict, { kind: 'other-layout', country: null, wrong: [{ letter: '$', came: '#' }] })
})

test('a cut text is told from another code', () => {
  assert.deepEqual(judgeTest(TEST_CODE.slice(0, 30)), { kind: 'cut', came: 30, wanted: 50 })
  assert.deepEqual(judgeTest('8901030865275'), { kind: 'not-the-test' })
  assert.deepEqual(judgeTest('7'.repeat(50)), { kind: 'not-the-test' })
  assert.deepEqual(judgeTest(''), { kind: 'not-the-test' })
})
