/** A closed outline without parts, by a number that equal outlines share, where it stands; lengths are font units. */
export interface Ink {
  readonly outline: number
  readonly x: number
  readonly y: number
}

/** What a font file draws and how wide each glyph is, read without a word from the product. */
export interface InkFont {
  readonly unitsPerEm: number
  readonly glyphs: number
  readonly advance: (glyph: number) => number
  readonly ink: (glyph: number) => readonly Ink[]
}

const numbers = new Map<string, number>()

/** Equal outlines have one number in every font, so two files can be compared. */
function numberOf(outline: string): number {
  const known = numbers.get(outline) ?? numbers.size
  numbers.set(outline, known)
  return known
}

/** Reads TrueType outlines (OpenType 1.9, glyf, loca and hmtx). */
export function readInkFont(bytes: Uint8Array): InkFont {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = new Map<string, number>()
  for (let table = 0; table < file.getUint16(4); table++) {
    const entry = 12 + 16 * table
    at.set(Buffer.from(bytes.subarray(entry, entry + 4)).toString('latin1'), file.getUint32(entry + 8))
  }
  const start = (tag: string): number => {
    const found = at.get(tag)
    if (found === undefined) throw new Error(`No ${tag} in the font`)
    return found
  }
  const [head, hhea, hmtx, loca, glyf, maxp] = ['head', 'hhea', 'hmtx', 'loca', 'glyf', 'maxp'].map(start)
  if (hmtx === undefined || loca === undefined || glyf === undefined) throw new Error('Six tables make six')
  const long = file.getInt16((head ?? 0) + 50) === 1
  const metrics = file.getUint16((hhea ?? 0) + 34)
  const place = (glyph: number) =>
    glyf + (long ? file.getUint32(loca + 4 * glyph) : 2 * file.getUint16(loca + 2 * glyph))
  const known = new Map<number, readonly Ink[]>()
  const ink = (glyph: number): readonly Ink[] => {
    const read = known.get(glyph) ?? readInk(file, place(glyph), place(glyph + 1), ink)
    known.set(glyph, read)
    return read
  }
  return {
    unitsPerEm: file.getUint16((head ?? 0) + 18),
    glyphs: file.getUint16((maxp ?? 0) + 4),
    advance: (glyph) => file.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)),
    ink,
  }
}

function readInk(file: DataView, from: number, to: number, ink: (glyph: number) => readonly Ink[]): readonly Ink[] {
  if (from === to) return []
  const contours = file.getInt16(from)
  return contours >= 0 ? [{ outline: numberOf(pointsOf(file, from, contours)), x: 0, y: 0 }] : partsOf(file, from, ink)
}

function partsOf(file: DataView, from: number, ink: (glyph: number) => readonly Ink[]): readonly Ink[] {
  const all: Ink[] = []
  let at = from + 10
  for (let more = true; more;) {
    const flags = file.getUint16(at)
    const words = (flags & 1) !== 0
    // A part that is scaled, or hung on a point, would have to be drawn to be compared; Noto has none.
    if ((flags & 2) === 0 || (flags & 0xc8) !== 0) throw new Error('A part that is not only moved')
    const x = words ? file.getInt16(at + 4) : file.getInt8(at + 4)
    const y = words ? file.getInt16(at + 6) : file.getInt8(at + 5)
    for (const part of ink(file.getUint16(at + 2))) all.push({ ...part, x: part.x + x, y: part.y + y })
    at += words ? 8 : 6
    more = (flags & 0x20) !== 0
  }
  return all
}

/** The points of a simple glyph, one after the other. */
function pointsOf(file: DataView, from: number, contours: number): string {
  let at = from + 10
  const ends = Array.from({ length: contours }, () => file.getUint16((at += 2) - 2))
  at += 2 + file.getUint16(at)
  const count = (ends.at(-1) ?? -1) + 1
  const flags: number[] = []
  while (flags.length < count) {
    const flag = file.getUint8(at++)
    const times = (flag & 8) !== 0 ? file.getUint8(at++) : 0
    for (let time = 0; time <= times; time++) flags.push(flag)
  }
  const read = (short: number, same: number) => {
    let value = 0
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) !== 0 ? file.getUint8(at++) : -file.getUint8(at++)
      else if ((flag & same) === 0) {
        value += file.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const [xs, ys] = [read(2, 16), read(4, 32)]
  return `${ends.join(' ')}|${flags.map((flag, point) => `${flag & 1},${xs[point]},${ys[point]}`).join(' ')}`
}
