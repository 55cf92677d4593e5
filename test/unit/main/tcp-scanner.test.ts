import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { ScannerSeen } from '../../../domain/scan/scanner-seen.ts'
import { lines, readingOf } from '../../../main/device/scanner/line.ts'
import { tcpScanner } from '../../../main/device/scanner/tcp-scanner.ts'
import { virtualScanner } from '../../fake/scanner/virtual-scanner.ts'

const heardFrom = (...chunks: readonly string[]) => {
  const heard: string[] = []
  const { take } = lines((text) => heard.push(text))
  for (const chunk of chunks) take(Buffer.from(chunk))
  return heard
}

test('a code split over two chunks is heard once, two codes in one chunk apart', () => {
  assert.deepEqual(heardFrom('DLH1:AB', 'CD\r'), ['DLH1:ABCD'])
  assert.deepEqual(heardFrom('A\rB\r\n\nC\n'), ['A', 'B', 'C'])
})

test('a line longer than any card is thrown away whole, and the next one is heard', () => {
  assert.deepEqual(heardFrom('x'.repeat(5000), 'tail\rnext\r'), ['next'])
})

test('an AIM identifier before a line is taken from it', () => {
  assert.deepEqual(readingOf(']Q1DLH1:AB'), { text: 'DLH1:AB', symbology: ']Q1' })
  assert.deepEqual(readingOf('DLH1:AB'), { text: 'DLH1:AB', symbology: null })
})

test('a scanner is heard over a real socket, and its coming and going is told', { timeout: 60_000 }, async () => {
  const device = await virtualScanner()
  const states: (ScannerSeen['state'] | undefined)[] = []
  const heard = await new Promise<string>((resolve) => {
    const scanner = tcpScanner(
      { kind: 'tcp', id: 'counter', host: '127.0.0.1', port: device.port },
      {
        scanned: ({ text, device: from, source }) => {
          resolve(`${from} ${source} ${text}`)
          scanner.close()
        },
        changed: () => {
          const state = scanner.seen()[0]?.state
          states.push(state)
          if (state === 'ready') setTimeout(() => device.send('DLH1:X'), 20)
        },
      },
    )
  })
  assert.equal(heard, 'counter network DLH1:X')
  assert.equal(states[0], 'ready')
  await device.close()
})
