import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { test, type TestContext } from 'node:test'

import { loadImage } from '@napi-rs/canvas'

import { virtualPrinter, type Paper, type PrinterFaults } from '../../fake/printer/virtual-printer.ts'

async function plugged(t: TestContext, faults: Partial<PrinterFaults> = {}) {
  const printer = virtualPrinter({ dots: 16, faults, now: () => '2026-11-22T09:43:00Z' })
  const port = await printer.listen()
  const papers: Paper[] = []
  printer.on((paper) => papers.push(paper))
  const socket: Socket = connect(port, '127.0.0.1')
  const heard: number[] = []
  socket.on('data', (bytes) => heard.push(...bytes))
  socket.on('error', () => {})
  t.after(() => printer.close())
  const until = async (condition: () => boolean) => {
    const last = performance.now() + 30_000
    while (performance.now() < last && !condition()) await new Promise((resolve) => setTimeout(resolve, 5))
    assert.ok(condition())
  }
  return { printer, papers, socket, heard, until, send: (...bytes: number[]) => socket.write(Uint8Array.from(bytes)) }
}

const dot = [0x1d, 0x76, 0x30, 0, 1, 0, 1, 0, 0x80, 0x1d, 0x56, 0]

test('a cut drops a paper with its picture', async (t) => {
  const { papers, send, until } = await plugged(t)
  send(...dot)
  await until(() => papers.length === 1)
  const [paper] = papers
  assert.ok(paper !== undefined)
  const image = await loadImage(paper.png)
  assert.deepEqual([image.width, image.height, paper.width, paper.height], [16, 1, 16, 1])
  assert.equal(paper.at, '2026-11-22T09:43:00Z')
})

test('status answers follow the faults as they are set', async (t) => {
  const { printer, heard, send, until } = await plugged(t)
  const ask = async () => {
    heard.length = 0
    send(0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 4)
    await until(() => heard.length === 3)
    return [...heard]
  }
  assert.deepEqual(await ask(), [0x12, 0x12, 0x12])
  printer.set({ paperOut: true })
  assert.deepEqual(await ask(), [0x1a, 0x32, 0x7e])
  printer.set({ paperOut: false, coverOpen: true })
  assert.deepEqual(await ask(), [0x1a, 0x16, 0x12])
  printer.set({ coverOpen: false, paperLow: true })
  assert.deepEqual(await ask(), [0x12, 0x12, 0x1e])
})

test('without paper it keeps what it got, and prints when paper is put in', async (t) => {
  const { printer, papers, send, until } = await plugged(t, { paperOut: true })
  send(...dot)
  await until(() => printer.received() === dot.length)
  assert.equal(papers.length, 0)
  printer.set({ paperOut: false })
  assert.equal(papers.length, 1)
})

test('a reset comes after exactly the bytes it was set to', async (t) => {
  const { printer, socket, send } = await plugged(t, { resetAfter: 5 })
  const closed = new Promise((resolve) => socket.on('close', resolve))
  send(...dot)
  await closed
  assert.equal(printer.received(), 5)
})

test('a slow printer takes its time', async (t) => {
  const { papers, socket, until } = await plugged(t, { bytesPerSecond: 20_000 })
  const started = performance.now()
  socket.write(Buffer.concat([Buffer.alloc(4000), Uint8Array.from(dot)]))
  await until(() => papers.length === 1)
  assert.ok(performance.now() - started > 150)
})

test('automatic status tells of a fault without being asked', async (t) => {
  const { printer, heard, send, until } = await plugged(t)
  send(0x1d, 0x61, 0xff)
  await until(() => heard.length === 4)
  printer.set({ paperOut: true })
  await until(() => heard.length === 8)
  assert.deepEqual(heard, [0x10, 0, 0, 0, 0x18, 0, 0x0c, 0])
})

test('it shares no code with the product', () => {
  const folder = new URL('../../fake/printer/', import.meta.url)
  for (const file of readdirSync(folder)) {
    const imports = [...readFileSync(new URL(file, folder), 'utf8').matchAll(/from '(.+)'/g)].map((found) => found[1])
    for (const from of imports) assert.match(from ?? '', /^(\.\/|node:|@napi-rs\/canvas$)/, `${file}: ${from}`)
  }
})
