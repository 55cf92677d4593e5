import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

import type { ScannerHeard } from '../../../contract/scanner.ts'
import { asIfSetTo, TEST_CODE } from '../../../domain/scan/layout-test.ts'
import type { ScannerSeen } from '../../../domain/scan/scanner-seen.ts'
import { pairedScanners } from '../../../main/paired-scanner.ts'
import { scannerDesk } from '../../../main/service/scanner-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'hims-scanner-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const voyager: ScannerSeen = { device: 'hid-0c2e-0b61', source: 'hid', label: 'Honeywell Voyager', state: 'ready' }

function opened(at = folder) {
  const told: ScannerHeard[] = []
  let time = 1000
  const desk = scannerDesk({
    folder: at,
    now: () => new Date(time),
    random: (bytes) => Uint8Array.from({ length: bytes }, (_, each) => each * 5),
    tell: (heard) => told.push(heard),
  })
  desk.seen([voyager])
  const send = (text: string) => desk.takes({ device: voyager.device, source: 'hid', text, symbology: ']Q1' })
  return { desk, told, send, wait: (milliseconds: number) => (time += milliseconds) }
}

test('whichever scanner sends the code on the screen is named, and still is after a restart', async () => {
  const { desk, told, send } = opened()
  await desk.handlers['scanner.watch']({})
  const { code } = await desk.handlers['scanner.pair']({})
  assert.equal(send(code), true)
  assert.deepEqual(told, [{ scanner: { ...voyager, name: null }, verdict: { kind: 'in-hand' } }])
  const named = await desk.handlers['scanner.name']({ device: voyager.device, name: 'Window side' })
  assert.deepEqual(named, { kind: 'saved' })

  const later = opened()
  assert.deepEqual(await later.desk.handlers['scanner.watch']({}), [{ ...voyager, name: 'Window side' }])
  later.desk.seen([])
  assert.deepEqual(await later.desk.handlers['scanner.watch']({}), [
    { ...voyager, name: 'Window side', state: 'absent' },
  ])
  await later.desk.handlers['scanner.forget']({ device: voyager.device })
  assert.deepEqual(pairedScanners(folder), [])
})

test('a code that is no longer shown pairs nothing', async () => {
  const { desk, told, send } = opened()
  await desk.handlers['scanner.watch']({})
  const { code } = await desk.handlers['scanner.pair']({})
  const other = opened()
  await other.desk.handlers['scanner.watch']({})
  other.send(code)
  assert.deepEqual(
    other.told.map(({ verdict }) => verdict.kind),
    ['old-code'],
  )
  send(TEST_CODE)
  send('8901030865275')
  send('\uFFFD\u0006x')
  assert.deepEqual(
    told.map(({ verdict }) => verdict),
    [{ kind: 'right' }, { kind: 'other', length: 13 }, { kind: 'garbled' }],
  )
})

test('scans go to the page only while it is open; codes of the page never count as cards', async () => {
  const { desk, told, send, wait } = opened()
  assert.equal(send('DLH1:ABC'), false)
  await desk.handlers['scanner.watch']({})
  assert.equal(send('DLH1:ABC'), true)
  wait(10_000)
  assert.equal(send('DLH1:ABC'), false)
  assert.equal(send(TEST_CODE), true)
  assert.equal(told.length, 1)
})

test('a scanner that types is judged by what the page heard, and can have a name', async () => {
  const { desk } = opened()
  const heard = await desk.handlers['scanner.typed']({ text: asIfSetTo('france', TEST_CODE) })
  assert.equal(heard.scanner.source, 'wedge')
  assert.ok(heard.verdict.kind === 'other-layout')
  assert.equal(heard.verdict.country, 'france')
  await desk.handlers['scanner.name']({ device: 'wedge', name: 'Spare' })
  const all = await desk.handlers['scanner.watch']({})
  assert.deepEqual(all.at(-1), { device: 'wedge', source: 'wedge', label: '', name: 'Spare', state: 'unknown' })
})

test('a list that cannot be written is said, and one that cannot be read is empty', async () => {
  const { desk } = opened(join(folder, 'missing'))
  assert.deepEqual(await desk.handlers['scanner.name']({ device: 'wedge', name: 'Spare' }), { kind: 'not-saved' })
  writeFileSync(join(folder, 'scanners.json'), '{"half')
  assert.deepEqual(pairedScanners(folder), [])
  writeFileSync(join(folder, 'scanners.json'), '[{"device":1}]')
  assert.deepEqual(pairedScanners(folder), [])
})
