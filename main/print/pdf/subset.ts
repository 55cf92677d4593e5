import type { Cell, Piece } from './cell.ts'
import type { TrueType } from './true-type.ts'
import { viewOf } from './true-type.ts'

/** Arguments are words and are lengths; more parts follow. */
const PLACED_BY_WORDS = 0x0003
const MORE = 0x0020

interface Glyph {
  readonly outline: Uint8Array
  readonly advance: number
  readonly bearing: number
}

type Box = readonly [left: number, bottom: number, right: number, top: number]

/**
 * A font file whose glyph n shows cell n − 1. Glyph 0 is the font's sign for a missing one. A cell of several pieces
 * becomes a composite glyph, so that ink stands where HarfBuzz put it to the font unit, whatever rounds later.
 */
export function subsetFile(font: TrueType, cells: readonly Cell[]): Uint8Array {
  const glyphs: Glyph[] = []
  const placeOf = new Map<number, number>()
  const wanted: number[] = []
  const place = (glyph: number): number => {
    const known = placeOf.get(glyph)
    if (known !== undefined) return known
    wanted.push(glyph)
    placeOf.set(glyph, 1 + cells.length + wanted.length - 1)
    return cells.length + wanted.length
  }
  glyphs.push(copied(font, 0, place))
  for (const cell of cells) glyphs.push(glyphOf(font, cell, place))
  for (let at = 0; at < wanted.length; at++) glyphs.push(copied(font, wanted[at] ?? 0, place))
  return fileOf(font, glyphs)
}

function glyphOf(font: TrueType, { pieces, width }: Cell, place: (glyph: number) => number): Glyph {
  const [only] = pieces
  if (only !== undefined && pieces.length === 1 && only.x === 0 && only.y === 0)
    return { ...copied(font, only.glyph, place), advance: width }
  const inked = pieces.filter(({ glyph }) => font.outline(glyph).length > 0)
  if (inked.length === 0) return { outline: new Uint8Array(0), advance: width, bearing: 0 }
  const box = around(inked.map((piece) => boxOf(font, piece)))
  const outline = new Uint8Array(10 + 8 * inked.length)
  const view = viewOf(outline)
  view.setInt16(0, -1)
  box.forEach((edge, at) => view.setInt16(2 + 2 * at, edge))
  inked.forEach(({ glyph, x, y }, at) => {
    const start = 10 + 8 * at
    view.setUint16(start, PLACED_BY_WORDS | (at < inked.length - 1 ? MORE : 0))
    view.setUint16(start + 2, place(glyph))
    view.setInt16(start + 4, x)
    view.setInt16(start + 6, y)
  })
  return { outline, advance: width, bearing: box[0] }
}

function copied(font: TrueType, glyph: number, place: (glyph: number) => number): Glyph {
  const outline = Uint8Array.from(font.outline(glyph))
  const view = viewOf(outline)
  for (const part of font.parts(outline)) view.setUint16(part.at, place(part.glyph))
  return { outline, advance: font.advance(glyph), bearing: font.bearing(glyph) }
}

function boxOf(font: TrueType, { glyph, x, y }: Piece): Box {
  const view = viewOf(font.outline(glyph))
  return [view.getInt16(2) + x, view.getInt16(4) + y, view.getInt16(6) + x, view.getInt16(8) + y]
}

const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(([left]) => left)),
  Math.min(...boxes.map(([, bottom]) => bottom)),
  Math.max(...boxes.map(([, , right]) => right)),
  Math.max(...boxes.map(([, , , top]) => top)),
]

/** The tables that PDF asks for (ISO 32000-1, 9.9); Noto's fonts have no instructions to carry. */
function fileOf(font: TrueType, glyphs: readonly Glyph[]): Uint8Array {
  const loca = new Uint8Array(4 * (glyphs.length + 1))
  const hmtx = new Uint8Array(4 * glyphs.length)
  const sizes = glyphs.map(({ outline }) => (outline.length + 3) & ~3)
  const glyf = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0))
  let at = 0
  glyphs.forEach(({ outline, advance, bearing }, glyph) => {
    glyf.set(outline, at)
    at += sizes[glyph] ?? 0
    viewOf(loca).setUint32(4 * (glyph + 1), at)
    viewOf(hmtx).setUint16(4 * glyph, advance)
    viewOf(hmtx).setInt16(4 * glyph + 2, bearing)
  })
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((tag) => Uint8Array.from(font.table(tag)))
  if (head === undefined || hhea === undefined || maxp === undefined) throw new Error('Three tables make three')
  viewOf(head).setInt16(50, 1)
  viewOf(hhea).setUint16(34, glyphs.length)
  viewOf(maxp).setUint16(4, glyphs.length)
  raise(maxp, font, glyphs)
  return wrapped([
    ['glyf', glyf],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp],
  ])
}

/** A composite of the font's own composites has more of everything than the font promised. */
function raise(maxp: Uint8Array, font: TrueType, glyphs: readonly Glyph[]): void {
  const view = viewOf(maxp)
  const most = Math.max(1, ...glyphs.map(({ outline }) => font.parts(outline).length))
  const times = (at: number, by: number) => view.setUint16(at, Math.min(0xffff, view.getUint16(at) * by))
  // Points and contours of a composite are at most those of its parts together.
  view.setUint16(10, Math.max(view.getUint16(6), view.getUint16(10)))
  view.setUint16(12, Math.max(view.getUint16(8), view.getUint16(12)))
  times(10, most)
  times(12, most)
  view.setUint16(28, Math.max(view.getUint16(28), most))
  view.setUint16(30, view.getUint16(30) + 1)
}

function wrapped(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const start = 12 + 16 * tables.length
  const file = new Uint8Array(start + tables.reduce((sum, [, bytes]) => sum + ((bytes.length + 3) & ~3), 0))
  const view = viewOf(file)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x0001_0000)
  view.setUint16(4, tables.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, (tables.length - power) * 16)
  let at = start
  tables.forEach(([tag, bytes], place) => {
    const entry = 12 + 16 * place
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = tag.charCodeAt(letter)
    file.set(bytes, at)
    const padded = (bytes.length + 3) & ~3
    view.setUint32(entry + 4, checksum(view, at, padded))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, bytes.length)
    at += padded
  })
  return file
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
