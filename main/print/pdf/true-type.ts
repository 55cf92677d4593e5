/** A TrueType font file, as far as embedding a part of it needs. Lengths are font units. */
export interface TrueType {
  readonly name: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly box: readonly [left: number, bottom: number, right: number, top: number]
  readonly advance: (glyph: number) => number
  readonly bearing: (glyph: number) => number
  /** The outline as the file has it, empty for a blank; `parts` says where another glyph is named in it. */
  readonly outline: (glyph: number) => Uint8Array
  readonly parts: (outline: Uint8Array) => readonly Part[]
  readonly table: (tag: string) => Uint8Array
}

/** A glyph that a composite glyph names, with the place of its number in the outline. */
export interface Part {
  readonly glyph: number
  readonly at: number
}

const WORDS = 0x0001
const SCALE = 0x0008
const MORE = 0x0020
const TWO_SCALES = 0x0040
const MATRIX = 0x0080

/** Reads the tables that the OpenType specification says every font with TrueType outlines has. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const file = viewOf(bytes)
  const tables = new Map<string, Uint8Array>()
  for (let at = 12; at < 12 + 16 * file.getUint16(4); at += 16) {
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    tables.set(tag, bytes.subarray(file.getUint32(at + 8), file.getUint32(at + 8) + file.getUint32(at + 12)))
  }
  const table = (tag: string): Uint8Array => {
    const found = tables.get(tag)
    if (found === undefined) throw new Error(`The font has no ${tag}`)
    return found
  }
  const [head, hhea, os2, hmtx, loca, glyf] = [
    viewOf(table('head')),
    viewOf(table('hhea')),
    viewOf(table('OS/2')),
    viewOf(table('hmtx')),
    viewOf(table('loca')),
    table('glyf'),
  ]
  const long = head.getInt16(50) === 1
  const offset = (glyph: number) => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  const metrics = hhea.getUint16(34)
  return {
    name: postScriptName(table('name')),
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: os2.getInt16(88),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    advance: (glyph) => hmtx.getUint16(4 * Math.min(glyph, metrics - 1)),
    bearing: (glyph) =>
      glyph < metrics ? hmtx.getInt16(4 * glyph + 2) : hmtx.getInt16(4 * metrics + 2 * (glyph - metrics)),
    outline: (glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)),
    parts: partsOf,
    table,
  }
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function partsOf(outline: Uint8Array): readonly Part[] {
  if (outline.length === 0) return []
  const view = viewOf(outline)
  const parts: Part[] = []
  if (view.getInt16(0) >= 0) return parts
  for (let at = 10, flags = MORE; (flags & MORE) !== 0;) {
    flags = view.getUint16(at)
    parts.push({ glyph: view.getUint16(at + 2), at: at + 2 })
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2)
    at += (flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & MATRIX) !== 0 ? 8 : 0
  }
  return parts
}

/** Name 6 of the Windows names, in UTF-16 of letters that PostScript allows. */
function postScriptName(table: Uint8Array): string {
  const view = viewOf(table)
  for (let at = 6; at < 6 + 12 * view.getUint16(2); at += 12) {
    if (view.getUint16(at) !== 3 || view.getUint16(at + 6) !== 6) continue
    const start = view.getUint16(4) + view.getUint16(at + 10)
    return new TextDecoder('utf-16be').decode(table.subarray(start, start + view.getUint16(at + 8)))
  }
  throw new Error('The font has no PostScript name')
}
