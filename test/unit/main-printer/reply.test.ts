import assert from 'node:assert/strict'
import { test } from 'node:test'

import { replyReader } from '../../../main/device/printer/reply.ts'
import { conditionOf } from '../../../main/device/printer/status.ts'

test('replies are told apart however the network cuts them', () => {
  // XON, status, automatic status, process id "0042", GS r.
  const bytes = Uint8Array.from([0x11, 0x1a, 0x18, 0x00, 0x0f, 0x00, 0x37, 0x22, 0x30, 0x30, 0x34, 0x32, 0, 0x0c])
  const expected = [
    { kind: 'status', byte: 0x1a },
    { kind: 'process', mark: '0042' },
    { kind: 'sensor', byte: 0x0c },
  ]
  for (let piece = 1; piece <= bytes.length; piece += 1) {
    const read = replyReader()
    const replies = []
    for (let from = 0; from < bytes.length; from += piece) replies.push(...read(bytes.subarray(from, from + piece)))
    assert.deepEqual(replies, expected, `${piece} bytes at a time`)
  }
})

test('bits of DLE EOT become one condition', () => {
  const well = { printer: 0x12, cause: 0x12, paper: 0x12 }
  assert.equal(conditionOf(well), 'ready')
  assert.equal(conditionOf({ ...well, paper: 0x1e }), 'paper-low')
  assert.equal(conditionOf({ ...well, paper: 0x72 }), 'paper-out')
  assert.equal(conditionOf({ printer: 0x1a, cause: 0x16, paper: 0x72 }), 'cover-open')
  assert.equal(conditionOf({ ...well, printer: 0x1a }), 'offline')
  assert.equal(conditionOf({ ...well, cause: 0x52 }), 'offline')
})
