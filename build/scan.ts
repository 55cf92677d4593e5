import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

import type { Canvas } from '@napi-rs/canvas'

import type { CardFacts } from '../domain/card/card-answer.ts'
import { readCard } from '../domain/card/card-code.ts'
import type { UnreadableCard } from '../domain/card/card-code.ts'
import { shortCode } from '../domain/card/short-code.ts'
import { FORMAT } from '../renderer/scan/decode.ts'
import { loadPicture, pixelsOf, rasterPdf } from './paper/raster.ts'
import { readCodes } from './paper/read-code.ts'

const help = `npm run scan -- FILE…

Reads the QR symbols of each picture (PNG, JPEG) or of each page of a PDF, as the camera does,
and prints one line of JSON for each symbol: {file, page?, text, format, ms, card}, row by row.
"ms" is the time that the whole picture or page took.

"card" is what the text says it is: its facts, or why it cannot be read. Nothing here proves that a
card is genuine: that takes the issuer's public key, which a terminal has and this command has not.

A file that cannot be read, or holds no symbol, gets a line with "problem", and the exit code is 1.

  --dpi N     dots to the inch at which PDF pages are drawn (300)
  --help      this text
`

/** One line of the command's answer. */
export type ScanLine =
  | {
      readonly file: string
      readonly page?: number
      readonly text: string
      readonly format: string
      readonly ms: number
      readonly card: CardLine
    }
  | { readonly file: string; readonly page?: number; readonly problem: string }

type CardLine = (CardFacts & { readonly shortCode: string }) | { readonly problem: UnreadableCard }

/** Answers for each symbol, and once for a file that has none. */
export async function scanFile(file: string, dpi: number): Promise<readonly ScanLine[]> {
  const pages = await openPages(file, dpi)
  if (typeof pages === 'string') return [{ file, problem: pages }]
  const lines: ScanLine[] = []
  for (const [at, canvas] of pages.entries()) {
    const start = performance.now()
    const texts = await readCodes(pixelsOf(canvas))
    const ms = Math.round((performance.now() - start) * 10) / 10
    const page = pages.length > 1 ? { page: at + 1 } : {}
    for (const text of texts) lines.push({ file, ...page, text, format: FORMAT, ms, card: cardLine(text) })
  }
  return lines.length === 0 ? [{ file, problem: 'No QR symbol could be read in this picture' }] : lines
}

function cardLine(text: string): CardLine {
  const read = readCard(text)
  return read.ok ? { ...read.value.facts, shortCode: shortCode(read.value.facts.cardId) } : { problem: read.problem }
}

async function openPages(file: string, dpi: number): Promise<readonly Canvas[] | string> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    return `This file cannot be opened (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})`
  }
  try {
    if (startsWith(bytes, '%PDF-')) return await rasterPdf(bytes, dpi)
    if (startsWith(bytes, '\x89PNG') || startsWith(bytes, '\xff\xd8\xff')) return [await loadPicture(bytes)]
  } catch {
    return 'This file is damaged: it begins as a picture or PDF but cannot be drawn'
  }
  return 'This is not a PNG, JPEG or PDF file'
}

const startsWith = (bytes: Uint8Array, head: string): boolean =>
  Buffer.from(bytes.subarray(0, head.length)).toString('latin1') === head

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false }, dpi: { type: 'string', default: '300' } },
  })
  const dpi = Number(values.dpi)
  if (values.help || positionals.length === 0 || !(dpi >= 36 && dpi <= 1200)) {
    process.stdout.write(help)
    return values.help ? 0 : 1
  }
  let bad = 0
  for (const file of positionals) {
    for (const line of await scanFile(file, dpi)) {
      if ('problem' in line) bad++
      process.stdout.write(`${JSON.stringify(line)}\n`)
    }
  }
  return bad === 0 ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main()
