import assert from 'node:assert/strict'
import { test } from 'node:test'

import { bareReading } from '../../../domain/scan/bare.ts'

test('what a scanner is set to send around a code is left out', () => {
  for (const [sent, text, symbology] of [
    ['DLH1:6BF', 'DLH1:6BF', null],
    [']Q1DLH1:6BF', 'DLH1:6BF', ']Q1'],
    ['\u0002]Q1DLH1:6BF\u0003', 'DLH1:6BF', ']Q1'],
    ['@DLH1:6BF\r\n', 'DLH1:6BF', null],
    ['@]Q1dlh1:6bf\t', 'DLH1:6BF', ']Q1'],
    ['\u0002{"hidn":"91"}\u0003', '{"hidn":"91"}', null],
    [']d2010950110153000310A7\u001d17270131\u001d', '010950110153000310A7\u001d17270131', ']d2'],
    [' leading spaces belong to Base45', ' leading spaces belong to Base45', null],
    ['a text that names DLH1: far inside', 'a text that names DLH1: far inside', null],
    [']Q1', '', ']Q1'],
    ['', '', null],
  ] as const)
    assert.deepEqual(bareReading(sent), { text, symbology }, sent)
})
