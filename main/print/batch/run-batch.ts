import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { CardOrder } from '../../../domain/print/document.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { CardDeps } from '../pdf/sheet-book.ts'
import type { Layout } from './layout.ts'
import { addToManifest, readManifest } from './manifest.ts'
import type { Entry, Manifest } from './manifest.ts'
import { orderKey, readOrder } from './order.ts'
import { readParts } from './read-lines.ts'
import type { Part } from './read-lines.ts'
import { writeVolume } from './volume.ts'

export interface Batch {
  readonly input: string
  readonly folder: string
  readonly layout: Layout
  /** Lines of the input that one PDF takes. */
  readonly volume: number
}

export interface BatchWorld {
  readonly deps: CardDeps
  /** After each volume; `kept` is true when an earlier run had made it. */
  readonly progress: (entry: Entry, kept: boolean) => void
}

export interface BatchReport {
  readonly volumes: number
  readonly cards: number
  readonly aside: number
  readonly bytes: number
}

/** Why a batch cannot begin or go on here; nothing that is already printed is touched. */
export type BatchProblem =
  | { readonly kind: 'no-input' }
  | { readonly kind: 'other-batch'; readonly layout: Layout; readonly volume: number }
  | { readonly kind: 'input-changed'; readonly entry: Entry }
  /** The same command goes on once there is room, or leave to write. */
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'not-writable' }

/**
 * Prints a file of orders, a line each, as volumes of PDF. Whatever an earlier run of the same batch completed is kept,
 * so a run that was killed goes on where it was: each good line is in one volume, once.
 */
export async function runBatch(batch: Batch, world: BatchWorld): Promise<Result<BatchReport, BatchProblem>> {
  if (!isFile(batch.input)) return fail({ kind: 'no-input' })
  try {
    return await goOn(batch, world)
  } catch (fault) {
    const problem = problemOf(fault)
    if (problem === null) throw fault
    return fail(problem)
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === false

/** What disks do, by the names that Node has for it. */
function problemOf(fault: unknown): BatchProblem | null {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return { kind: 'disk-full' }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST'].includes(code)) return { kind: 'not-writable' }
  return null
}

/** Step by step: where a folder cannot be, as in `/proc`, Node's own way of making all at once never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

async function goOn(batch: Batch, world: BatchWorld): Promise<Result<BatchReport, BatchProblem>> {
  const { input, folder, layout, volume } = batch
  makeFolder(folder)
  const manifest = readManifest(folder)
  const { head } = manifest
  if (head !== null && (head.layout !== layout || head.volume !== volume))
    return fail({ kind: 'other-batch', layout: head.layout, volume: head.volume })
  if (head === null) addToManifest(folder, { kind: 'batch', format: 1, layout, volume })
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.part'))) rmSync(join(folder, name))

  const seen = new Map<bigint, number>()
  let report: BatchReport = { volumes: 0, cards: 0, aside: 0, bytes: 0 }
  for await (const part of readParts(input, volume)) {
    const made = await makePart(part, { batch, world, manifest, seen })
    if (!made.ok) return made
    const { cards, aside, bytes, file } = made.value
    report = {
      volumes: report.volumes + (file === null ? 0 : 1),
      cards: report.cards + cards,
      aside: report.aside + aside.length,
      bytes: report.bytes + bytes,
    }
  }
  return ok(report)
}

interface Run {
  readonly batch: Batch
  readonly world: BatchWorld
  readonly manifest: Manifest
  /** The line that first asked for each print. */
  readonly seen: Map<bigint, number>
}

async function makePart(part: Part, { batch, world, manifest, seen }: Run): Promise<Result<Entry, BatchProblem>> {
  const linesSha256 = createHash('sha256').update(part.lines.join('\n')).digest('hex')
  const known = manifest.entries.get(part.number)
  if (known !== undefined && known.linesSha256 !== linesSha256) {
    // A file that has only grown since: the last volume was short and is made again.
    if (known.to - known.from + 1 >= part.lines.length) return fail({ kind: 'input-changed', entry: known })
  }
  const { orders, aside } = sorted(part, batch.layout, seen)
  if (known?.linesSha256 === linesSha256 && (await isWhole(batch.folder, known))) {
    world.progress(known, true)
    return ok(known)
  }
  const [first, ...others] = orders
  const name = `${batch.layout}-${String(part.number).padStart(5, '0')}.pdf`
  const written =
    first === undefined
      ? { bytes: 0, sha256: '' }
      : await writeVolume(join(batch.folder, name), batch.layout, [first, ...others], world.deps)
  const entry: Entry = {
    kind: 'volume',
    number: part.number,
    file: first === undefined ? null : name,
    from: part.from,
    to: part.from + part.lines.length - 1,
    cards: orders.length,
    ...written,
    linesSha256,
    aside,
  }
  addToManifest(batch.folder, entry)
  world.progress(entry, false)
  return ok(entry)
}

/** The good orders of a part, and why each of the others is set aside; an empty line is neither. */
function sorted({ from, lines }: Part, layout: Layout, seen: Map<bigint, number>) {
  const orders: CardOrder[] = []
  const aside: { line: number; problem: string }[] = []
  for (const [at, text] of lines.entries()) {
    if (text.trim() === '') continue
    const line = from + at
    const order = readOrder(text, layout)
    const key = order.ok ? orderKey(order.value) : 0n
    const first = seen.get(key)
    if (!order.ok) aside.push({ line, problem: order.problem })
    else if (first !== undefined) aside.push({ line, problem: `it is the same card as line ${first}` })
    else {
      seen.set(key, line)
      orders.push(order.value)
    }
  }
  return { orders, aside }
}

/** Whether a volume is still what the manifest says. */
async function isWhole(folder: string, { file, sha256 }: Entry): Promise<boolean> {
  if (file === null) return true
  const path = join(folder, file)
  if (!existsSync(path)) return false
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex') === sha256
}
