import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

import type { CardFacts } from '../domain/card/card-answer.ts'
import { readCard } from '../domain/card/card-code.ts'
import type { UnreadableCard } from '../domain/card/card-code.ts'
import { shortCode } from '../domain/card/short-code.ts'
import { FORMAT } from '../renderer/scan/decode.ts'
import { orHelp } from './or-help.ts'
import { pictureSize } from './paper/picture-size.ts'
import { loadPicture, MOST_POINTS, pagesOf, pixelsOf } from './paper/raster.ts'
import type { PdfPage } from './paper/raster.ts'
import { readCodes } from './paper/read-code.ts'

const help = `npm run scan -- FILE…

Reads the QR symbols of each picture (PNG, JPEG) or of each page of a PDF, as the camera does,
and prints one line of JSON for each symbol: {file, page?, text, format, ms, card}, row by row.
"ms" is the time that the whole picture or page took.

"card" is what the text says it is: its facts, or why it cannot be read. Nothing here proves that a
card is genuine: that takes the issuer's public key, which a terminal has and this command has not.

A file that cannot be read, or holds no symbol, gets a line with "problem", and the exit code is 1.
Of pictures larger than 140 million points the size alone is read.

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

/** All answers for a file. */
export async function scanFile(file: string, dpi: number): Promise<readonly ScanLine[]> {
  const lines: ScanLine[] = []
  for await (const line of linesOf(file, dpi)) lines.push(line)
  return lines
}

/** Answers for each symbol as it is read, and once for a file that has none. */
async function* linesOf(file: string, dpi: number): AsyncGenerator<ScanLine> {
  const bytes = bytesOf(file)
  if (typeof bytes === 'string') yield { file, problem: bytes }
  else yield* linesIn(file, bytes, dpi)
}

async function* linesIn(file: string, bytes: Uint8Array, dpi: number): AsyncGenerator<ScanLine> {
  let [pages, found] = [0, 0]
  let problem: string | null = null
  try {
    for await (const { canvas, count } of picturesIn(bytes, dpi)) {
      pages++
      const start = performance.now()
      const texts = await readCodes(pixelsOf(canvas))
      const ms = Math.round((performance.now() - start) * 10) / 10
      const where = count > 1 ? { page: pages } : {}
      found += texts.length
      for (const text of texts) yield { file, ...where, text, format: FORMAT, ms, card: cardLine(text) }
    }
  } catch (error) {
    problem = undrawn(error, pages)
  }
  if (found === 0) problem ??= isCutOff(bytes) ? CUT_OFF : 'No QR symbol could be read in this picture'
  if (problem !== null) yield { file, problem }
}

/** Why drawing ended after so many pages. */
function undrawn(error: unknown, pages: number): string {
  if (error instanceof Error && error.name === 'PasswordException') {
    return 'This PDF is locked with a password: save it without one'
  }
  const where = pages === 0 ? '' : ` after page ${pages}`
  return `This file is damaged: it begins as a picture or PDF but cannot be drawn${where}`
}

const CUT_OFF = 'The end of this picture is missing, and no QR symbol could be read in what is there'

/** A PNG ends with its chunk `IEND`, a JPEG with the marker EOI, at most followed by some padding. */
function isCutOff(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(-4096)).toString('latin1')
  if (startsWith(bytes, PNG)) return !end.includes('IEND')
  return startsWith(bytes, JPEG) && !end.includes('\xff\xd9')
}

function cardLine(text: string): CardLine {
  const read = readCard(text)
  return read.ok ? { ...read.value.facts, shortCode: shortCode(read.value.facts.cardId) } : { problem: read.problem }
}

/** What a file holds, or why it is not worth opening. */
function bytesOf(file: string): Uint8Array | string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    return unopened(error instanceof Error && 'code' in error ? String(error.code) : 'unknown')
  }
  if (bytes.length === 0) return 'This file is empty'
  if (startsWith(bytes, PDF)) return bytes
  if (!startsWith(bytes, PNG) && !startsWith(bytes, JPEG)) return 'This is not a PNG, JPEG or PDF file'
  const size = pictureSize(bytes)
  if (size === null || size.width * size.height <= MOST_POINTS) return bytes
  return `This picture is too large: ${size.width} × ${size.height} points, and ${MOST_POINTS / 1e6} million are read`
}

const [PDF, PNG, JPEG] = ['%PDF-', '\x89PNG', '\xff\xd8\xff'] as const

function unopened(code: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'There is no such file'
    case 'EISDIR':
      return 'This is a folder: name the files in it'
    case 'EACCES':
    case 'EPERM':
      return 'This file may not be read by whoever runs this command'
    default:
      return `This file cannot be opened (${code})`
  }
}

async function* picturesIn(bytes: Uint8Array, dpi: number): AsyncGenerator<PdfPage> {
  if (startsWith(bytes, PDF)) yield* pagesOf(bytes, dpi)
  else yield { canvas: await loadPicture(bytes), count: 1 }
}

const startsWith = (bytes: Uint8Array, head: string): boolean =>
  Buffer.from(bytes.subarray(0, head.length)).toString('latin1') === head

async function main(): Promise<number> {
  const { values, positionals } = orHelp(help, () =>
    parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, dpi: { type: 'string', default: '300' } },
    }),
  )
  const dpi = Number(values.dpi)
  if (positionals.length === 0 || !(dpi >= 36 && dpi <= 1200)) {
    process.stderr.write(positionals.length === 0 ? help : '--dpi takes a number from 36 to 1200.\n')
    return 2
  }
  let bad = 0
  for (const file of positionals) {
    for await (const line of linesOf(file, dpi)) {
      if ('problem' in line) bad++
      process.stdout.write(`${JSON.stringify(line)}\n`)
    }
  }
  return bad === 0 ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main()
