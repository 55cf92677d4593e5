import assert from 'node:assert/strict'
import { test } from 'node:test'

import { doubting } from '../../../main/device/scanner/doubt.ts'
import { hearReport, quietHid } from '../../../main/device/scanner/hid-report.ts'
import type { HidFault, HidScan, HidState } from '../../../main/device/scanner/hid-report.ts'
import { reportsOf } from '../../fake/scanner/fake-hid.ts'

const long = `shc:/${'5676290952432060346029'.repeat(8)}`

function hear(reports: readonly (readonly [report: Uint8Array, at: number])[], start: HidState = quietHid) {
  const scans: HidScan[] = []
  const faults: HidFault[] = []
  let state = start
  for (const [report, at] of reports) {
    const heard = hearReport(state, report, at)
    state = heard.state
    if (heard.scan !== null) scans.push(heard.scan)
    if (heard.fault !== null) faults.push(heard.fault)
  }
  return { texts: scans.map(({ text }) => text), scans, faults, state }
}

const soon = (reports: readonly Uint8Array[]) => reports.map((report, at): [Uint8Array, number] => [report, at * 8])

const bent = (report: Uint8Array, at: number, byte: number): Uint8Array => {
  const copy = Uint8Array.from(report)
  copy[at] = byte
  return copy
}

test('a report as Honeywell sends it is one scan with its AIM identifier', () => {
  // 2, 13 bytes, ]E0 (EAN-13), the digits, zeros, 0x64 is the maker's name for EAN-13, nothing more follows.
  const report = new Uint8Array(64)
  report.set([2, 13, 0x5d, 0x45, 0x30, ...Buffer.from('8901030865275')])
  report[61] = 0x64
  assert.deepEqual(hear([[report, 0]]).scans, [{ text: '8901030865275', symbology: ']E0', behind: '' }])
})

test('a long code comes together from its reports, at either place of the identifier', () => {
  for (const shift of [0, 1]) assert.deepEqual(hear(soon(reportsOf(long, { shift, end: '\r' }))).texts, [long])
  assert.equal(reportsOf(long).length, 4)
})

test('a code of exactly one report, of two, and an empty one', () => {
  for (const length of [56, 57, 112]) {
    const text = 'A'.repeat(length)
    assert.deepEqual(hear(soon(reportsOf(text))).texts, [text])
  }
  assert.deepEqual(hear(soon(reportsOf(''))).texts, [])
})

test('text in four scripts comes as UTF-8, other bytes as they are', () => {
  const text = '{"name":"आशा ਆਸ਼ਾ آشا Asha","n":12345678901234567890}'
  assert.deepEqual(hear(soon(reportsOf(text))).texts, [text])
  const report = bent(reportsOf('caf?')[0] ?? new Uint8Array(), 8, 0xe9)
  assert.deepEqual(hear([[report, 0]]).texts, ['café'])
})

test('a new scan before the last one ended begins anew', () => {
  const [first = new Uint8Array(), second = new Uint8Array()] = reportsOf(long)
  const card = reportsOf('DLV1:01926C00-0000-7000-8000-000000000001')
  const heard = hear(soon([first, second, ...card]))
  assert.deepEqual(heard.texts, ['DLV1:01926C00-0000-7000-8000-000000000001'])
  assert.deepEqual(heard.faults, ['broken-off'])
  const other = hear(soon([first, ...reportsOf('8901030865275', { symbology: ']E0' })]))
  assert.deepEqual(other.texts, ['8901030865275'])
})

test('a last report that comes twice is not a scan of its own', () => {
  const parts = reportsOf(long)
  const last = parts.at(-1) ?? new Uint8Array()
  assert.deepEqual(hear(soon([...parts, last, ...reportsOf('8901030865275')])).texts, [long, '8901030865275'])
})

test('what was unplugged in the middle is not glued to what comes later', () => {
  const [first = new Uint8Array()] = reportsOf(long)
  const [later = new Uint8Array()] = reportsOf('8901030865275')
  assert.deepEqual(
    hear([
      [first, 0],
      [later, 900],
    ]).texts,
    ['8901030865275'],
  )
})

test('wrong lengths, missing identifiers and foreign reports are faults, and the next message is heard', () => {
  const good = reportsOf('8901030865275')[0] ?? new Uint8Array()
  const parts = reportsOf(long)
  const part = parts[1] ?? new Uint8Array()
  for (const [broken, fault] of [
    [bent(good, 1, 57), 'wrong-length'],
    [bent(good, 1, 255), 'wrong-length'],
    [bent(good, 1, 20), 'wrong-length'],
    [bent(part, 1, 40), 'wrong-length'],
    [bent(good, 2, 0x41), 'no-symbology'],
    [good.subarray(0, 20), 'not-a-report'],
    [Uint8Array.of(2), 'not-a-report'],
  ] as const) {
    const heard = hear([[broken, 0], ...soon(parts.slice(2)).map(([each, at]): [Uint8Array, number] => [each, at + 8])])
    assert.equal(heard.faults[0], fault)
    const after = hear([[good, 2000]], heard.state)
    assert.deepEqual(after.texts, ['8901030865275'])
  }
  assert.deepEqual(hear([[bent(good, 0, 9), 0]]).texts, [])
  const empty = hear([
    [new Uint8Array(), 0],
    ...soon(parts.slice(1)).map(([each, at]): [Uint8Array, number] => [each, at + 8]),
  ])
  assert.deepEqual(empty.texts, [])
  assert.deepEqual(empty.faults, ['not-a-report'])
})

test('a broken report takes the rest of its message with it', () => {
  const parts = reportsOf(long)
  const broken = parts.map((part, at) => (at === 1 ? bent(part, 1, 99) : part))
  const heard = hear(soon([...broken, ...reportsOf('8901030865275')]))
  assert.deepEqual(heard.texts, ['8901030865275'])
})

test('three null bytes are a scanner that does not know the kind of code', () => {
  const report = new Uint8Array(64)
  report.set([2, 3, 0, 0, 0, 0x31, 0x32, 0x33])
  assert.deepEqual(hear([[report, 0]]).scans, [{ text: '123', symbology: null, behind: '' }])
})

test('bytes behind the stated length put a reading in doubt', () => {
  const report = bent(reportsOf('8901030865275')[0] ?? new Uint8Array(), 1, 8)
  assert.deepEqual(hear([[report, 0]]).scans, [{ text: '89010308', symbology: ']Q1', behind: '65275' }])
})

test('a reading in doubt counts when it comes twice the same, not when it comes once', () => {
  let time = 0
  const judge = doubting(() => time)
  assert.equal(judge({ text: 'DLV1', behind: ':1' }), 'scan-again')
  assert.equal(judge({ text: 'DLV1', behind: ':2' }), 'scan-again')
  const cut = { text: 'DLV1:01926C00-0000-7000-80', behind: '' }
  assert.equal(judge({ text: 'DLV1:01926C00-0000-7000-8000-000000000001', behind: '' }), 'sure')
  assert.equal(judge({ text: '8901030865275', behind: '' }), 'sure')
  assert.equal(judge({ text: '8901030865275', behind: '5' }), 'scan-again')
  assert.equal(judge(cut), 'scan-again')
  assert.equal(judge(cut), 'sure')
  assert.equal(judge(cut), 'scan-again')
  time = 60_000
  assert.equal(judge(cut), 'scan-again')
  assert.equal(judge({ text: 'x'.repeat(8000), behind: '' }), 'too-long')
})
