import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { ScannerSeen } from '../../../domain/scan/scanner-seen.ts'
import { lines } from '../../../main/device/scanner/line.ts'
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
  assert.deepEqual(heardFrom('x'.repeat(8000), 'tail\rnext\r'), ['next'])
})

test('a scanner that ends its lines is not heard in the middle of one; one that ends none is, at a silence', () => {
  const heard: string[] = []
  const { take, silence, forget } = lines((text) => heard.push(text))
  take(Buffer.from('NO-END'))
  silence()
  assert.deepEqual(heard, ['NO-END'])
  take(Buffer.from('ENDED\r010950110153'))
  silence()
  take(Buffer.from('0003\r'))
  assert.deepEqual(heard.slice(1), ['ENDED', '0109501101530003'])
  take(Buffer.from('half of a '))
  assert.equal(forget(), true)
  take(Buffer.from('NEXT\r'))
  assert.deepEqual(heard.slice(3), ['NEXT'], 'what was left of a line is glued to no other')
  assert.equal(forget(), false)
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
