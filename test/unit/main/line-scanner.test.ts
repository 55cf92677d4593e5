import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { DeviceHealth } from '../../../domain/print/outcome.ts'
import { lineScanner, lines } from '../../../main/device/scanner/line-scanner.ts'
import { virtualScanner } from '../../fake/scanner/virtual-scanner.ts'

const heardFrom = (...chunks: readonly string[]) => {
  const heard: string[] = []
  const hear = lines((text) => heard.push(text))
  for (const chunk of chunks) hear(Buffer.from(chunk))
  return heard
}

test('a code split over two chunks is heard once, two codes in one chunk apart', () => {
  assert.deepEqual(heardFrom('DLH1:AB', 'CD\r'), ['DLH1:ABCD'])
  assert.deepEqual(heardFrom('A\rB\r\n\nC\n'), ['A', 'B', 'C'])
})

test('a line longer than any card is thrown away whole, and the next one is heard', () => {
  assert.deepEqual(heardFrom('x'.repeat(5000), 'tail\rnext\r'), ['next'])
})

test('a scanner is heard over a real socket, and its coming and going is told', { timeout: 10_000 }, async () => {
  const device = await virtualScanner()
  const states: DeviceHealth['state'][] = []
  const heard = await new Promise<string>((resolve) => {
    const scanner = lineScanner(
      { id: 'counter', host: '127.0.0.1', port: device.port },
      {
        scanned: ({ text, device: from, source }) => {
          resolve(`${from} ${source} ${text}`)
          scanner.close()
        },
        changed: () => {
          states.push(scanner.health().state)
          if (scanner.health().state === 'ready') setTimeout(() => device.send('DLH1:X'), 20)
        },
      },
    )
  })
  assert.equal(heard, 'counter network DLH1:X')
  assert.equal(states[0], 'ready')
  await device.close()
})
