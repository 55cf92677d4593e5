import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { chromium } from 'playwright'
import type { Page } from 'playwright'

import { findChromium, isExecutableFile } from '../../build/host/chromium.ts'
import type { CardOrder } from '../../domain/print/document.ts'
import { textNamed } from '../../domain/text/catalogue.ts'
import { addCard, bookOf } from '../../main/print/pdf/draw-card.ts'
import { fonts } from '../unit/main-pdf/fixture.ts'
import { ordersFrom } from '../unit/main-pdf/batch-orders.ts'
import { cardHtml } from './card-html.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'

const peerName = "Chromium's printToPDF of the same card in HTML"
const counts: Readonly<Record<Size, number>> = { full: 1000, tiny: 8 }
const PART = 250
const root = join(import.meta.dirname, '../..')

interface Cost {
  readonly ms: number
  /** Milliseconds of processor, which a busy machine does not stretch. */
  readonly cpu: number
  readonly bytes: number
  /** Megabytes at most. */
  readonly memory: number
}

/** Two-sided cards in bulk: ours drawn and packed in one process, the browser printing parts of a page a side. */
export async function cardPdf(size: Size): Promise<readonly Figure[]> {
  const orders = ordersFrom('bench/card-pdf', counts[size])
  const folder = mkdtempSync(join(tmpdir(), 'card-pdf-'))
  try {
    await ours(orders.slice(0, 40))
    const [drawn, memory, peer] = [await ours(orders), memoryOfBatch(orders, folder), await theirs(orders, folder)]
    const each = (cost: Cost, of: 'ms' | 'cpu' | 'bytes') => cost[of] / orders.length
    const pair = (of: 'ms' | 'cpu' | 'bytes') => ({ ours: each(drawn, of), peer: each(peer, of) })
    return [
      figure('a two-sided card in bulk', 'ms', peerName, pair('ms')),
      figure('a two-sided card in bulk, of processor', 'ms', peerName, pair('cpu')),
      figure('a two-sided card in bulk, size', 'bytes', peerName, pair('bytes')),
      figure('memory for all of them, at most', 'MB', peerName, { ours: memory, peer: peer.memory }),
      figure('cards', 'cards', peerName, { ours: orders.length, peer: orders.length }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function ours(orders: readonly CardOrder[]): Promise<Omit<Cost, 'memory'> & { readonly memory: 0 }> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const book = bookOf.card({ language: 'en', day: '2026-11-22' }, { fonts, text: textNamed })
  let bytes = 0
  const ended = new Promise((resolve) => {
    book.pen.paper.on('data', (chunk: Uint8Array) => void (bytes += chunk.length))
    book.pen.paper.on('end', resolve)
  })
  for (const { address: _address, allergies: _allergies, plainCode: _plain, ...card } of orders) addCard(book, card)
  book.end()
  await ended
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - start, cpu: (user + system) / 1000, bytes, memory: 0 }
}

/** What the command takes as a process of its own, from the file of orders to volumes on the disk. */
function memoryOfBatch(orders: readonly CardOrder[], folder: string): number {
  const input = join(folder, 'cards.ndjson')
  writeFileSync(input, orders.map((order) => JSON.stringify(order)).join('\n'))
  const command = ['build/card.ts', 'batch', input, '--layout', 'cr80', '--out', join(folder, 'volumes')]
  const told = execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  return Number(/at most (\d+) MB/.exec(told)?.[1] ?? Number.NaN)
}

async function theirs(orders: readonly CardOrder[], folder: string): Promise<Cost> {
  const world = { environment: process.env, platform: process.platform, isExecutable: isExecutableFile }
  const executablePath = findChromium(world)
  if (executablePath === null) throw new Error('There is no Chromium here to compare with')
  const server = await chromium.launchServer({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const browser = await chromium.connect(server.wsEndpoint())
  const pid = server.process().pid ?? 0
  try {
    const page = await browser.newPage()
    await printPart(page, orders.slice(0, 4), join(folder, 'warm.html'))
    const [cpuBefore, start] = [family(pid).cpu, performance.now()]
    let bytes = 0
    for (let from = 0; from < orders.length; from += PART) {
      bytes += await printPart(page, orders.slice(from, from + PART), join(folder, `${from}.html`))
    }
    const { cpu, memory } = family(pid)
    return { ms: performance.now() - start, cpu: cpu - cpuBefore, bytes, memory }
  } finally {
    await browser.close()
    await server.close()
  }
}

async function printPart(page: Page, orders: readonly CardOrder[], path: string): Promise<number> {
  writeFileSync(path, cardHtml(orders, fonts))
  await page.goto(pathToFileURL(path).href)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
  return pdf.length
}

const TICK = 10

/** Processor and peak memory of a process and all below it, as Linux tells; zero elsewhere. */
function family(first: number): { readonly cpu: number; readonly memory: number } {
  const parents = new Map<number, number>()
  const costs = new Map<number, { readonly cpu: number; readonly memory: number }>()
  for (const name of process.platform === 'linux' ? readdirSync('/proc').filter((each) => /^\d+$/.test(each)) : []) {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1] ?? 0)
      parents.set(Number(name), Number(fields[1]))
      costs.set(Number(name), { cpu: (Number(fields[11]) + Number(fields[12])) * TICK, memory: peak / 1024 })
    } catch {
      // It ended while it was looked at.
    }
  }
  const isBelow = (pid: number): boolean =>
    pid === first || (parents.has(pid) && pid > 1 && isBelow(parents.get(pid) ?? 0))
  const own = [...costs].filter(([pid]) => isBelow(pid)).map(([, cost]) => cost)
  const sum = (of: 'cpu' | 'memory') => own.reduce((all, cost) => all + cost[of], 0)
  return { cpu: sum('cpu'), memory: sum('memory') }
}
