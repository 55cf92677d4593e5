import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { ScanEvent } from '../../../domain/scan/scan-event.ts'
import { hidScanners } from '../../../main/device/scanner/hid-scanner.ts'
import { fakeHid, reportsOf, voyagerInfo, zebraInfo } from '../../fake/scanner/fake-hid.ts'
import type { FakeHid } from '../../fake/scanner/fake-hid.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

function atDesk(hid: FakeHid) {
  const scans: ScanEvent[] = []
  const reports: string[] = []
  let look = () => {}
  let changes = 0
  const driver = hidScanners(
    {
      binding: hid,
      every: (_, run) => {
        look = run
        return () => {}
      },
      now: () => 0,
      report: (fault) => reports.push(String(fault)),
    },
    { scanned: (event) => scans.push(event), changed: () => (changes += 1) },
  )
  return {
    scans,
    reports,
    changes: () => changes,
    driver,
    states: () => driver.seen().map(({ device, state }) => `${device} ${state}`),
    async looks(times = 1) {
      for (let at = 0; at < times; at += 1) {
        look()
        await settled()
      }
    },
  }
}

test('a scanner that is plugged in is found, told to send, and heard', async () => {
  const hid = fakeHid()
  const desk = atDesk(hid)
  await desk.looks()
  assert.deepEqual(desk.states(), [])
  hid.plug(voyagerInfo)
  hid.plug({ ...voyagerInfo, path: '/dev/hidraw4', usagePage: 1, usage: 6 })
  await desk.looks()
  assert.deepEqual(desk.states(), ['hid-0c2e-0b61-19134B1234 ready'])
  assert.deepEqual(hid.features, [{ path: '/dev/hidraw3', report: [254, 1] }])
  hid.send('/dev/hidraw3', ...reportsOf('DLV1:01926C00-0000-7000-8000-000000000001', { end: '\r' }))
  assert.deepEqual(desk.scans, [
    {
      device: 'hid-0c2e-0b61-19134B1234',
      source: 'hid',
      text: 'DLV1:01926C00-0000-7000-8000-000000000001',
      symbology: ']Q1',
    },
  ])
})

test('two scanners that send at once are heard apart', async () => {
  const hid = fakeHid()
  hid.plug(voyagerInfo)
  hid.plug(zebraInfo)
  const desk = atDesk(hid)
  await desk.looks()
  const [one, other] = ['11'.repeat(80), '22'.repeat(80)]
  const [ours, theirs] = [reportsOf(one), reportsOf(other, { shift: 1 })]
  for (const [at, report] of ours.entries()) {
    hid.send(voyagerInfo.path, report)
    hid.send(zebraInfo.path, theirs[at] ?? new Uint8Array())
  }
  assert.deepEqual(
    desk.scans.map(({ text }) => text),
    [one, other],
  )
  assert.equal(hid.features.length, 1, 'only Honeywell is told to send')
})

test('a scanner counts as absent after three looks, and is heard again in any socket', async () => {
  const hid = fakeHid()
  hid.plug(voyagerInfo)
  const desk = atDesk(hid)
  await desk.looks()
  hid.unplug(voyagerInfo.path)
  assert.deepEqual(desk.states(), ['hid-0c2e-0b61-19134B1234 connecting'], 'the pulled plug is seen at once')
  await desk.looks(2)
  assert.deepEqual(desk.states(), ['hid-0c2e-0b61-19134B1234 connecting'])
  await desk.looks()
  assert.deepEqual(desk.states(), ['hid-0c2e-0b61-19134B1234 absent'])
  hid.plug({ ...voyagerInfo, path: '/dev/hidraw9' })
  await desk.looks()
  assert.deepEqual(desk.states(), ['hid-0c2e-0b61-19134B1234 ready'])
  hid.send('/dev/hidraw9', ...reportsOf('123'))
  assert.equal(desk.scans.length, 1)
})

test('a list that flickers loses no scan and opens nothing twice', async () => {
  const hid = fakeHid()
  hid.plug(voyagerInfo)
  const desk = atDesk(hid)
  await desk.looks()
  const changes = desk.changes()
  hid.flicker(2)
  await desk.looks(2)
  hid.send(voyagerInfo.path, ...reportsOf('123'))
  await desk.looks()
  assert.equal(desk.scans.length, 1)
  assert.equal(hid.opened(), 1)
  assert.equal(desk.changes(), changes)
})

test('half a message before the plug was pulled is not glued to the next', async () => {
  const hid = fakeHid()
  hid.plug(zebraInfo)
  const desk = atDesk(hid)
  await desk.looks()
  const [half = new Uint8Array()] = reportsOf(`shc:/${'11'.repeat(80)}`)
  hid.send(zebraInfo.path, half)
  hid.unplug(zebraInfo.path)
  hid.plug(zebraInfo)
  await desk.looks()
  hid.send(zebraInfo.path, ...reportsOf('8901030865275'))
  assert.deepEqual(
    desk.scans.map(({ text }) => text),
    ['8901030865275'],
  )
})

test('letters that a scanner is set to send around a code are left out', async () => {
  const hid = fakeHid()
  hid.plug(zebraInfo)
  const desk = atDesk(hid)
  await desk.looks()
  hid.send(zebraInfo.path, ...reportsOf('@DLV1:01926C00-0000-7000-8000-000000000001', { symbology: '\0\0\0' }))
  hid.send(zebraInfo.path, ...reportsOf(']d20109501101530003', { symbology: '\0\0\0' }))
  assert.deepEqual(
    desk.scans.map(({ text, symbology }) => [text, symbology]),
    [
      ['DLV1:01926C00-0000-7000-8000-000000000001', null],
      ['0109501101530003', ']d2'],
    ],
  )
})

test('one that may not be opened is tried again, and said once in the log', async () => {
  const hid = fakeHid()
  hid.plug(zebraInfo)
  hid.refuse(zebraInfo.path, true)
  const desk = atDesk(hid)
  await desk.looks()
  assert.deepEqual(desk.states(), ['hid-05e0-1300 connecting'])
  await desk.looks(2)
  assert.deepEqual(desk.states(), ['hid-05e0-1300 refused'])
  const changes = desk.changes()
  await desk.looks(2)
  assert.deepEqual([desk.states(), desk.changes()], [['hid-05e0-1300 refused'], changes], 'and stays it')
  assert.equal(desk.reports.length, 1)
  hid.plug(voyagerInfo)
  hid.refuse(voyagerInfo.path, true)
  await desk.looks()
  assert.equal(desk.reports.length, 2, 'the trouble of another is said too')
  hid.refuse(voyagerInfo.path, false)
  hid.refuse(zebraInfo.path, false)
  await desk.looks()
  assert.deepEqual(desk.states(), ['hid-05e0-1300 ready', 'hid-0c2e-0b61-19134B1234 ready'])
})

test('twins without a serial number have names of their own, which stay when one goes', async () => {
  const hid = fakeHid()
  hid.plug(zebraInfo)
  hid.plug({ ...zebraInfo, path: '/dev/hidraw6' })
  const desk = atDesk(hid)
  await desk.looks()
  assert.deepEqual(desk.states(), ['hid-05e0-1300 ready', 'hid-05e0-1300.2 ready'])
  hid.unplug(zebraInfo.path)
  await desk.looks(3)
  assert.deepEqual(desk.states(), ['hid-05e0-1300 absent', 'hid-05e0-1300.2 ready'])
  hid.send('/dev/hidraw6', ...reportsOf('123'))
  assert.equal(desk.scans[0]?.device, 'hid-05e0-1300.2')
})
