import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'

import type { PrintOutcome } from '../../../domain/print/outcome.ts'
import { tcpPrinter } from '../../../main/device/printer/tcp-printer.ts'
import { drawTicket } from '../../../main/print/thermal/draw-ticket.ts'
import type { PrinterFaults } from '../../fake/printer/virtual-printer.ts'
import { tokenSlip } from '../main-thermal/papers.ts'
import { deps } from '../main-thermal/texts.ts'
import { differences, profile, quick, randomRaster, rig } from './rig.ts'

const slip = drawTicket(tokenSlip('pa'), deps, 576)
/** The three questions before a paper. */
const preflight = 9
const attempt = (id = '019abcde-f012-7abc-8def-0123456789ab', onOpen = async () => {}) => ({ id, onOpen })
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a healthy printer says printed, and the paper is the drawing', async (t) => {
  const { fake, printer } = await rig(t)
  const papers: (readonly Uint8Array[])[] = []
  fake.on((paper) => papers.push(paper.rows))
  assert.deepEqual(await printer.print(slip, attempt()), { kind: 'printed' })
  assert.equal(differences(slip, papers[0] ?? []), 0)
  assert.equal(printer.health().state, 'ready')
  assert.deepEqual(fake.unknown(), [])
})

test('a slow printer is waited for', async (t) => {
  const { printer } = await rig(t, { bytesPerSecond: 200_000 }, profile('epson-80'), { ...quick, confirm: 3000 })
  assert.deepEqual(await printer.print(slip, attempt()), { kind: 'printed' })
})

const before: readonly { faults: Partial<PrinterFaults>; outcome: PrintOutcome }[] = [
  { faults: { paperOut: true }, outcome: { kind: 'not-sent', reason: 'paper-out' } },
  { faults: { coverOpen: true }, outcome: { kind: 'not-sent', reason: 'cover-open' } },
  { faults: { coverOpen: true, paperOut: true }, outcome: { kind: 'not-sent', reason: 'cover-open' } },
  { faults: { offline: true }, outcome: { kind: 'not-sent', reason: 'offline' } },
  { faults: { mute: true }, outcome: { kind: 'not-sent', reason: 'offline' } },
  { faults: { resetAfter: 4 }, outcome: { kind: 'not-sent', reason: 'unreachable' } },
]
for (const { faults, outcome } of before) {
  test(`${JSON.stringify(faults)} before the paper: not sent, never opened, no byte of it`, async (t) => {
    const { fake, printer } = await rig(t, faults)
    let opened = false
    const onOpen = async () => {
      opened = true
    }
    assert.deepEqual(await printer.print(slip, attempt('a1b2', onOpen)), outcome)
    assert.equal(opened, false)
    assert.ok(fake.received() <= preflight)
  })
}

test('nobody at the address: not sent', async (t) => {
  const { fake, printer } = await rig(t)
  await fake.close()
  assert.deepEqual(await printer.print(slip, attempt()), { kind: 'not-sent', reason: 'unreachable' })
})

test('a link that breaks anywhere in the paper leaves it uncertain', async (t) => {
  for (const share of [0, 0.001, 0.2, 0.5, 0.9, 0.999]) {
    for (const fault of ['resetAfter', 'closeAfter'] as const) {
      const { printer } = await rig(t, { [fault]: preflight + 1 + Math.floor(share * 25_000) })
      assert.deepEqual(await printer.print(slip, attempt()), { kind: 'uncertain' }, `${fault} at ${share}`)
    }
  }
})

test('paper that ends in the middle is uncertain, and new paper brings the rest', async (t) => {
  const { fake, printer } = await rig(t, { rowsLeft: 200 })
  const papers: (readonly Uint8Array[])[] = []
  fake.on((paper) => papers.push(paper.rows))
  assert.deepEqual(await printer.print(slip, attempt()), { kind: 'uncertain' })
  assert.deepEqual(await printer.print(slip, attempt()), { kind: 'not-sent', reason: 'paper-out' })
  assert.equal(printer.health().state, 'paper-out')
  assert.equal(papers.length, 0)
  fake.set({ paperOut: false })
  assert.equal(differences(slip, papers[0] ?? []), 0)
})

test('after a torn paper the next one is whole and apart', async (t) => {
  const { fake, printer } = await rig(t, { resetAfter: 12_345 })
  const papers: (readonly Uint8Array[])[] = []
  fake.on((paper) => papers.push(paper.rows))
  assert.deepEqual(await printer.print(slip, attempt()), { kind: 'uncertain' })
  fake.set({ resetAfter: null })
  assert.deepEqual(await printer.print(slip, attempt('b2c3')), { kind: 'printed' })
  assert.equal(papers.length, 2)
  assert.equal(differences(slip, papers[1] ?? []), 0)
})

test('the first byte of the paper waits until the attempt is on record', async (t) => {
  const { fake, printer } = await rig(t)
  let receivedAtOpen = -1
  const onOpen = async () => {
    await wait(60)
    receivedAtOpen = fake.received()
  }
  assert.deepEqual(await printer.print(slip, attempt('c3d4', onOpen)), { kind: 'printed' })
  assert.equal(receivedAtOpen, preflight)
})

test('a link lost while the attempt is put on record: not sent', async (t) => {
  const { fake, printer } = await rig(t)
  const onOpen = async () => {
    fake.powerCycle()
    await wait(60)
  }
  assert.deepEqual(await printer.print(slip, attempt('d4e5', onOpen)), { kind: 'not-sent', reason: 'unreachable' })
  assert.equal(fake.received(), preflight)
})

test('a printer without process ids is asked with GS r and looked at again', async (t) => {
  const { fake, printer } = await rig(t, {}, profile('escpos-80'))
  assert.deepEqual(await printer.print(slip, attempt()), { kind: 'printed' })
  // The band ends after row 200 of which the last rows are burnt, so GS r finds no paper.
  fake.set({ rowsLeft: 200 })
  assert.deepEqual(await printer.print(slip, attempt()), { kind: 'uncertain' })
})

test('a printer that never answers gets everything, and nobody can be sure', async (t) => {
  const { fake, printer } = await rig(t, { mute: true, bytesPerSecond: 400_000 }, profile('escpos-80-mute'))
  const papers: (readonly Uint8Array[])[] = []
  fake.on((paper) => papers.push(paper.rows))
  assert.deepEqual(await printer.print(slip, attempt()), { kind: 'uncertain' })
  assert.equal(differences(slip, papers[0] ?? []), 0)
})

test('another attempt’s confirmation does not count', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      if (bytes[0] === 0x10) socket.write(Uint8Array.from([0x12]))
      else socket.write(Uint8Array.from([0x37, 0x22, 0x39, 0x39, 0x39, 0x39, 0]))
    })
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const address = { host: '127.0.0.1', port }
  const printer = tcpPrinter({ device: 's', kind: 'ticket', address, profile: profile('epson-80'), patience: quick })
  assert.deepEqual(await printer.print(slip, attempt('0042')), { kind: 'uncertain' })
  await printer.close()
  await new Promise((resolve) => server.close(resolve))
})

test('dots that look like DLE EOT make the printer talk, and are not taken for an answer', async (t) => {
  for (const model of ['epson-80', 'escpos-80']) {
    const { fake, printer } = await rig(t, {}, profile(model))
    const papers: (readonly Uint8Array[])[] = []
    fake.on((paper) => papers.push(paper.rows))
    const tricky = randomRaster(3, 576, 300)
    tricky.rows.set([0x10, 0x04, 0x01, 0x10, 0x04, 0x04], 720)
    tricky.rows.set([0x10, 0x04, 0x02], 7200)
    assert.deepEqual(await printer.print(tricky, attempt()), { kind: 'printed' })
    assert.equal(differences(tricky, papers[0] ?? []), 0)
  }
})

test('two papers at once come out one after the other', async (t) => {
  const { fake, printer } = await rig(t)
  const papers: (readonly Uint8Array[])[] = []
  fake.on((paper) => papers.push(paper.rows))
  const other = randomRaster(5, 576, 200)
  const outcomes = await Promise.all([printer.print(slip, attempt('e5f6')), printer.print(other, attempt('f6a7'))])
  assert.deepEqual(outcomes, [{ kind: 'printed' }, { kind: 'printed' }])
  assert.equal(differences(slip, papers[0] ?? []), 0)
  assert.equal(differences(other, papers[1] ?? []), 0)
})

test('health follows the printer, and three misses make it absent', async (t) => {
  const { fake, printer } = await rig(t, {}, profile('epson-80'), { ...quick, status: 150, poll: 10 })
  const seen: string[] = []
  printer.watch((health) => seen.push(health.state))
  const until = async (state: string) => {
    const last = performance.now() + 30_000
    while (performance.now() < last && printer.health().state !== state) await wait(5)
    assert.equal(printer.health().state, state)
  }
  assert.equal(printer.health().state, 'connecting')
  await until('ready')
  fake.set({ paperLow: true })
  await until('paper-low')
  fake.set({ paperOut: true })
  await until('paper-out')
  fake.set({ paperOut: false, paperLow: false, coverOpen: true })
  await until('cover-open')
  fake.set({ coverOpen: false, mute: true })
  await until('offline')
  fake.set({ mute: false })
  await until('ready')
  await fake.close()
  await until('absent')
  assert.deepEqual(seen, ['ready', 'paper-low', 'paper-out', 'cover-open', 'offline', 'ready', 'absent'])
})

test('one missed look does not change the state', async (t) => {
  const { fake, printer } = await rig(t)
  assert.deepEqual(await printer.print(slip, attempt()), { kind: 'printed' })
  await fake.close()
  for (const state of ['ready', 'ready', 'absent']) {
    await printer.print(slip, attempt())
    assert.equal(printer.health().state, state)
  }
})
