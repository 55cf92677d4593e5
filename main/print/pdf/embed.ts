import type { Cell } from './cell.ts'
import type { FontFiles, FontName, OpenFont } from './font.ts'
import { openFont } from './font.ts'
import { subsetFile } from './subset.ts'
import { hex, toUnicode } from './to-unicode.ts'

/** One font inside one PDF: it takes up the cells that are written and is itself written when the PDF ends. */
export interface EmbeddedFont {
  readonly id: string
  readonly unitsPerEm: number
  /** What a TJ operator takes to show these cells: codes, and thousandths of an em to move back between them. */
  readonly show: (cells: readonly Cell[]) => string
}

export type Embedder = (name: FontName) => EmbeddedFont

/** The fonts of a PDF by their files: its pens share them. */
const papers = new WeakMap<PDFKit.PDFDocument, (name: FontName, path: string) => EmbeddedFont>()

/** A code has two bytes, and some glyphs of a file are only parts of others. */
const MOST_CODES = 55_000

/**
 * Embeds fonts as they are needed; `name` may be used on the current page after the call. A PDF has one file a font,
 * and another where more codes are wanted than one can have.
 */
export function embedderOn(paper: PDFKit.PDFDocument, fonts: FontFiles, mostCodes = MOST_CODES): Embedder {
  const open = papers.get(paper) ?? fontsOf(paper, mostCodes)
  papers.set(paper, open)
  return (name) => open(name, fonts[name])
}

function fontsOf(paper: PDFKit.PDFDocument, mostCodes: number): (name: FontName, path: string) => EmbeddedFont {
  const all: Embedding[] = []
  const current = new Map<string, Embedding>()
  // pdfkit writes what it holds back when the paper ends; ours must stand before that.
  const end = paper.end.bind(paper)
  paper.end = () => {
    for (const { write } of all) write()
    end()
  }
  return (name, path) => {
    let font = current.get(path)
    if (font === undefined || font.codes() >= mostCodes) {
      font = embed(paper, openFont(path), `${name}-${all.length}`, tagOf(all.length))
      all.push(font)
      current.set(path, font)
    }
    paper.page.fonts[font.id] ??= font.ref
    return font
  }
}

interface Embedding extends EmbeddedFont {
  readonly ref: PDFKit.PDFKitReference
  readonly codes: () => number
  readonly write: () => void
}

function embed(paper: PDFKit.PDFDocument, font: OpenFont, id: string, tag: string): Embedding {
  const ref = paper.ref({})
  const cells: Cell[] = []
  const codes = new Map<string, string>()
  const shown = new WeakMap<readonly Cell[], string>()
  const codeOf = (cell: Cell): string => {
    const known = codes.get(cell.key)
    if (known !== undefined) return known
    cells.push(cell)
    const code = hex(cells.length)
    codes.set(cell.key, code)
    return code
  }
  const show = (run: readonly Cell[]): string => {
    const known = shown.get(run)
    if (known !== undefined) return known
    let text = '<'
    for (const cell of run) {
      text += codeOf(cell)
      const back = cell.width - cell.advance
      if (back !== 0) text += `>${thousandths(back, font.unitsPerEm)}<`
    }
    text += '>'
    shown.set(run, text)
    return text
  }
  const write = () => writeFont(paper, font, ref, cells, tag)
  return { id, unitsPerEm: font.unitsPerEm, ref, show, codes: () => cells.length, write }
}

/** A Type 0 font whose codes are glyph numbers (ISO 32000-1, 9.7). */
function writeFont(
  paper: PDFKit.PDFDocument,
  { file }: OpenFont,
  ref: PDFKit.PDFKitReference,
  cells: readonly Cell[],
  tag: string,
): void {
  const written = (data: object, stream?: Uint8Array | string) => {
    const part = paper.ref(data)
    part.end(stream ?? '')
    return part
  }
  const per = (units: number) => thousandths(units, file.unitsPerEm)
  const name = `${tag}+${file.name}`
  const bytes = subsetFile(file, cells)
  const descriptor = written({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: file.box.map(per),
    ItalicAngle: 0,
    Ascent: per(file.ascent),
    Descent: per(file.descent),
    CapHeight: per(file.capHeight),
    StemV: 0,
    FontFile2: written({ Length1: bytes.length }, bytes),
  })
  const descendant = written({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: 'Identity',
    W: [0, [per(file.advance(0)), ...cells.map(({ width }) => per(width))]],
  })
  Object.assign(ref.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: written({}, toUnicode(cells)),
  })
  ref.end('')
}

/** Exact for the usual fonts of 1,000 or 2,000 units an em. */
const thousandths = (units: number, unitsPerEm: number): number => Math.round((units * 1e6) / unitsPerEm) / 1000

/** Six letters, different for each font of a PDF (ISO 32000-1, 9.6.4). */
const tagOf = (place: number): string =>
  Array.from({ length: 6 }, (_, at) => String.fromCharCode(65 + (Math.floor(place / 26 ** (5 - at)) % 26))).join('')
