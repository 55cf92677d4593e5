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

/** Answers for each symbol, and once for a file that has none. */
export async function scanFile(file: string, dpi: number): Promise<readonly ScanLine[]> {
  const bytes = bytesOf(file)
  if (typeof bytes === 'string') return [{ file, problem: bytes }]
  const lines: ScanLine[] = []
  let page = 0
  try {
    for await (const { canvas, count } of picturesIn(bytes, dpi)) {
      page++
      const start = performance.now()
      const texts = await readCodes(pixelsOf(canvas))
      const ms = Math.round((performance.now() - start) * 10) / 10
      const where = count > 1 ? { page } : {}
      for (const text of texts) lines.push({ file, ...where, text, format: FORMAT, ms, card: cardLine(text) })
    }
  } catch {
    const where = page === 0 ? '' : ` after page ${page}`
    return [
      ...lines,
      { file, problem: `This file is damaged: it begins as a picture or PDF but cannot be drawn${where}` },
    ]
  }
  return lines.length === 0 ? [{ file, problem: 'No QR symbol could be read in this picture' }] : lines
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
    return `This file cannot be opened (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})`
  }
  if (startsWith(bytes, '%PDF-')) return bytes
  if (!startsWith(bytes, '\x89PNG') && !startsWith(bytes, '\xff\xd8\xff')) return 'This is not a PNG, JPEG or PDF file'
  const size = pictureSize(bytes)
  if (size === null || size.width * size.height <= MOST_POINTS) return bytes
  return `This picture is too large: ${size.width} × ${size.height} points, and ${MOST_POINTS / 1e6} million are read`
}

async function* picturesIn(bytes: Uint8Array, dpi: number): AsyncGenerator<PdfPage> {
  if (startsWith(bytes, '%PDF-')) yield* pagesOf(bytes, dpi)
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
    for (const line of await scanFile(file, dpi)) {
      if ('problem' in line) bad++
      process.stdout.write(`${JSON.stringify(line)}\n`)
    }
  }
  return bad === 0 ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main()
