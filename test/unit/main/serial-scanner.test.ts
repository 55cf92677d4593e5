import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import { SerialPortMock } from 'serialport'

import type { ScanEvent } from '../../../domain/scan/scan-event.ts'
import { nodeSerial, serialOver } from '../../../main/device/scanner/serial-binding.ts'
import type { SerialBinding } from '../../../main/device/scanner/serial-binding.ts'
import { serialScanner } from '../../../main/device/scanner/serial-scanner.ts'

const after = (milliseconds: number, run: () => void) => {
  // The waits for a port are long, tests should not be; a silence is as long as it is at a desk.
  const timer = setTimeout(run, milliseconds > 1000 ? milliseconds / 10 : milliseconds)
  return () => clearTimeout(timer)
}

function atDesk(path: string | null, binding: SerialBinding) {
  const scans: ScanEvent[] = []
  const states: (string | undefined)[] = []
  const reports: string[] = []
  const scanner = serialScanner(
    { kind: 'serial', id: 'gate', path, baud: 115_200 },
    { binding, after, report: (fault) => reports.push(String(fault)) },
    { scanned: (event) => scans.push(event), changed: () => states.push(scanner.seen()[0]?.state) },
  )
  return { scanner, scans, states, reports }
}

async function until(reached: () => boolean, what: string): Promise<void> {
  const last = performance.now() + 15_000
  while (performance.now() < last) {
    if (reached()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  assert.fail(`waited in vain for ${what}`)
}

test('a scanner is found by its maker (mock)', async () => {
  SerialPortMock.binding.createPort('/dev/ttyACM7', { echo: false, vendorId: '0C2E', manufacturer: 'Honeywell' })
  const desk = atDesk(
    null,
    serialOver(async () => SerialPortMock),
  )
  await until(() => desk.states.at(-1) === 'ready', 'the port to open')
  assert.deepEqual(desk.scanner.seen(), [
    { device: 'gate', source: 'serial', label: 'Honeywell /dev/ttyACM7', state: 'ready' },
  ])
  desk.scanner.close()
  SerialPortMock.binding.reset()
})

test('a port that nobody has, and a system that cannot list its ports, are tried again and said once', async () => {
  const desk = atDesk(null, {
    list: async () => {
      throw new Error('spawn udevadm ENOENT')
    },
    plugAt: String,
    open: async () => ({ close: () => {} }),
  })
  await until(() => desk.states.at(-1) === 'absent', 'the scanner to count as absent')
  await new Promise((resolve) => setTimeout(resolve, 400))
  assert.deepEqual(desk.reports, ['Error: spawn udevadm ENOENT'])
  desk.scanner.close()
})

test('a port that is there but not for us is called so, and tried again', async () => {
  let denied = true
  const desk = atDesk('/dev/ttyACM0', {
    list: async () => [],
    plugAt: String,
    open: async () => {
      if (denied) throw new Error('Error: Permission denied, cannot open /dev/ttyACM0')
      return { close: () => {} }
    },
  })
  await until(() => desk.states.at(-1) === 'refused', 'the port to be refused')
  denied = false
  await until(() => desk.states.at(-1) === 'ready', 'the port to open')
  desk.scanner.close()
})

test('a scanner that ends no line is heard again after a code of two lines', async (t) => {
  let data: (chunk: Uint8Array) => void = () => {}
  const desk = atDesk('/dev/ttyACM0', {
    list: async () => [],
    plugAt: String,
    open: async (_path, _baud, ears) => {
      data = ears.data
      return { close: () => {} }
    },
  })
  t.after(() => desk.scanner.close())
  await until(() => desk.states.at(-1) === 'ready', 'the port to open')
  const send = (text: string) => data(new TextEncoder().encode(text))
  send('BEGIN:VCARD\nEND:VCARD')
  await until(() => desk.reports.at(-1) === 'broken-off', 'its rest to be given up')
  send('DLH1:AB')
  await until(() => desk.scans.at(-1)?.text === 'DLH1:AB', 'the card after it')
})

test('a real serial line: line ends, silence, a burst, a pulled plug and a new one', { timeout: 60_000 }, async (t) => {
  if (spawnSync('socat', ['-V']).error !== undefined) return t.skip('socat is not installed: apt-get install socat')
  const folder = mkdtempSync(join(tmpdir(), 'hims-serial-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const [near, far] = [join(folder, 'near'), join(folder, 'far')]
  const cable = async () => {
    const child = spawn('socat', [`pty,raw,echo=0,link=${near}`, `pty,raw,echo=0,link=${far}`], { stdio: 'ignore' })
    t.after(() => child.kill())
    await until(() => existsSync(near) && existsSync(far), 'the cable')
    return child
  }
  const first = await cable()
  const desk = atDesk(near, nodeSerial())
  t.after(() => desk.scanner.close())
  const texts = () => desk.scans.map(({ text }) => text)
  await until(() => desk.states.at(-1) === 'ready', 'the port to open')

  const scanner = openSync(far, 'w')
  writeSync(scanner, '\u0002NO-END\u0003')
  await until(() => desk.scans.length === 1, 'silence')
  assert.equal(texts()[0], 'NO-END')
  writeSync(scanner, ']Q1DLH1:AB\r')
  writeSync(scanner, '\u0002TWO\u0003\r\nTHREE\n')
  await until(() => desk.scans.length === 4, 'three line ends')
  assert.deepEqual(texts().slice(1), ['DLH1:AB', 'TWO', 'THREE'])
  assert.equal(desk.scans[1]?.symbology, ']Q1')
  // Half a line, a wait that ends a text without line end, and the rest: one reading. Without the rest: none.
  desk.scans.splice(0, 1)
  writeSync(scanner, 'FO')
  await new Promise((resolve) => setTimeout(resolve, 200))
  writeSync(scanner, 'UR\r')
  await until(() => desk.scans.length === 4, 'a line in halves')
  assert.equal(texts()[3], 'FOUR')
  writeSync(scanner, '{"hidn":"91-23')
  await until(() => desk.reports.at(-1) === 'broken-off', 'half a line to be given up')

  for (let at = 0; at < 500; at += 1) writeSync(scanner, `DLV1:${at}\r`)
  await until(() => desk.scans.length === 504, 'a burst of 500')
  assert.deepEqual(
    texts().slice(4),
    Array.from({ length: 500 }, (_, at) => `DLV1:${at}`),
  )

  const ended = new Promise((resolve) => first.once('exit', resolve))
  first.kill()
  await ended
  await until(() => desk.states.at(-1) === 'absent', 'the pulled plug')
  await cable()
  await until(() => desk.states.at(-1) === 'ready', 'the plug in again')
  writeSync(openSync(far, 'w'), 'AGAIN\r')
  await until(() => texts().at(-1) === 'AGAIN', 'a scan after that')
})
