import { inflateSync } from 'node:zlib'

import { readInkFont } from './shaping-ink.ts'
import type { Ink, InkFont } from './shaping-ink.ts'

/** What one TJ operator shows, by the bytes of the PDF alone. Lengths are font units, from where it begins. */
export interface ShownRun {
  readonly ink: readonly Ink[]
  readonly advance: number
  /** Letters by ToUnicode, in the order they are shown. */
  readonly letters: readonly string[]
  readonly size: number
  /** Points, in the axes of its line. */
  readonly x: number
  readonly y: number
}

export type ShownLine = readonly ShownRun[]

interface ShownFont {
  readonly file: InkFont
  readonly width: (code: number) => number
  readonly letters: (code: number) => string
}

/** Reads every line between a `q` and a `Q` that shows text, in the order of the pages. */
export function readPdf(bytes: Uint8Array): readonly ShownLine[] {
  const pdf = Buffer.from(bytes).toString('latin1')
  const objects = new Map<string, string>()
  const xref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)?.[1])
  for (const [, offset] of pdf.slice(xref).matchAll(/^(\d{10}) 00000 n/gm)) {
    const [, number] = /^(\d+) 0 obj/.exec(pdf.slice(Number(offset), Number(offset) + 20)) ?? []
    if (number !== undefined) objects.set(number, bodyOf(pdf, Number(offset)))
  }
  const object = (reference: string | undefined) => objects.get(reference ?? '') ?? ''
  const fonts = new Map<string, ShownFont>()
  const fontOf = (reference: string): ShownFont => {
    const known = fonts.get(reference) ?? readFont(object, reference)
    fonts.set(reference, known)
    return known
  }
  const pages = [...object(one(object(one(pdf.slice(xref), 'Root')), 'Pages')).matchAll(/(\d+) 0 R/g)]
  return pages.flatMap(([, page]) => {
    if (!/\/Type \/Page\b/.test(object(page))) return []
    const resources = object(one(object(page), 'Resources'))
    const named = new Map(
      [...resources.matchAll(/\/((?:Latn|Deva|Guru|Arab)[\w-]*) (\d+) 0 R/g)].map(([, name, font]) => [name, font]),
    )
    return readPage(streamOf(object(one(object(page), 'Contents'))), (name) => fontOf(named.get(name) ?? ''))
  })
}

function bodyOf(pdf: string, offset: number): string {
  const length = /\/Length (\d+)/.exec(pdf.slice(offset, pdf.indexOf('endobj', offset)))
  const stream = pdf.indexOf('stream\n', offset)
  const end = pdf.indexOf('endobj', offset)
  if (length === null || stream < 0 || stream > end) return pdf.slice(offset, end)
  return pdf.slice(offset, stream + 7 + Number(length[1]))
}

/** The reference, or the number, that stands behind a name. */
const one = (body: string, name: string): string | undefined => new RegExp(`/${name} (\\d+)`).exec(body)?.[1]

function streamOf(body: string): string {
  const data = Buffer.from(body.slice(body.indexOf('stream\n') + 7), 'latin1')
  return body.includes('/FlateDecode') ? inflateSync(data).toString('latin1') : data.toString('latin1')
}

function readFont(object: (reference: string | undefined) => string, reference: string): ShownFont {
  const font = object(reference)
  const descendant = object(/\/DescendantFonts \[(\d+)/.exec(font)?.[1])
  if (!font.includes('/Identity-H') || !descendant.includes('/CIDToGIDMap /Identity')) throw new Error('Other codes')
  const descriptor = object(one(descendant, 'FontDescriptor'))
  const file = readInkFont(Uint8Array.from(Buffer.from(streamOf(object(one(descriptor, 'FontFile2'))), 'latin1')))
  const widths = (/\/W \[0 \[([^\]]*)\]\]/.exec(descendant)?.[1] ?? '').trim().split(/\s+/).map(Number)
  widths.forEach((width, code) => {
    if (Math.abs(width - (file.advance(code) * 1000) / file.unitsPerEm) > 1) throw new Error('Two widths of a glyph')
  })
  const map = new Map<number, string>()
  for (const [, code, letters] of streamOf(object(one(font, 'ToUnicode'))).matchAll(/^<(\w{4})> <(\w*)>$/gm)) {
    const units = (letters ?? '').match(/.{4}/g) ?? []
    map.set(parseInt(code ?? '', 16), String.fromCharCode(...units.map((unit) => parseInt(unit, 16))))
  }
  return { file, width: (code) => widths[code] ?? NaN, letters: (code) => map.get(code) ?? '' }
}

const operator =
  /(?<open>\bq\b)|(?<close>\bQ\b)|\/(?<font>\S+) (?<size>[\d.]+) Tf|1 0 0 1 (?<x>[-\d.]+) (?<y>[-\d.]+) Tm|\[(?<show>[^\]]*)\] TJ|(?<other>\S+ (?:Ts|Tj|Td|Tz|Tw))\b/g

function readPage(content: string, fontNamed: (name: string) => ShownFont): readonly ShownLine[] {
  const lines: ShownRun[][] = []
  let line: ShownRun[] = []
  let state: { font: ShownFont | null; size: number; x: number; y: number } = { font: null, size: 0, x: 0, y: 0 }
  for (const { groups = {} } of content.matchAll(operator)) {
    const { open, close, font, size, x, y, show, other } = groups
    if (other !== undefined) throw new Error(`This reader does not know ${other}`)
    if (open !== undefined || close !== undefined) {
      if (line.length > 0) lines.push(line)
      line = []
    }
    if (font !== undefined) state = { ...state, font: fontNamed(font), size: Number(size) }
    if (x !== undefined) state = { ...state, x: Number(x), y: Number(y) }
    if (show === undefined || state.font === null) continue
    line.push({ ...shown(show, state.font), size: state.size, x: state.x, y: state.y })
  }
  return lines
}

/** Walks a TJ array: codes move the pen by their widths, numbers back by thousandths of an em. */
function shown(array: string, { file, width, letters }: ShownFont): Pick<ShownRun, 'ink' | 'advance' | 'letters'> {
  const ink: Ink[] = []
  const said: string[] = []
  let pen = 0
  for (const [, codes, back] of array.matchAll(/<(\w*)>|([-\d.]+)/g)) {
    if (back !== undefined) pen -= Number(back)
    for (const hex of codes?.match(/.{4}/g) ?? []) {
      const code = parseInt(hex, 16)
      const x = (pen * file.unitsPerEm) / 1000
      for (const part of file.ink(code)) ink.push({ ...part, x: part.x + x })
      said.push(letters(code))
      pen += width(code)
    }
  }
  return { ink, advance: (pen * file.unitsPerEm) / 1000, letters: said }
}
