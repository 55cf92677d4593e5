import assert from 'node:assert/strict'
import { test } from 'node:test'

import { TEST_CODE } from '../../../domain/scan/layout-test.ts'
import { isGarbled } from '../../../domain/scan/garbled.ts'

test('a line at another speed is told from every code', () => {
  for (const code of [
    TEST_CODE,
    '[)>\u001e06\u001d9N110\u001d1TAB\u001dS1\u001e\u0004',
    '010950110153000310A7\u001d17270131',
    '{"name":"रमेश"}',
    '',
  ])
    assert.equal(isGarbled(code), false, code)
  for (const noise of ['\uFFFD\uFFFDx', '\0\0\0', 'DLV1:\u0006\uFFFD0\u0018']) assert.equal(isGarbled(noise), true)
})
