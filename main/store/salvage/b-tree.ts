import { PAGE, RESERVED } from '../page-cipher.ts'

export type Cell = number | string | Buffer | null

export interface Row {
  /** Null in a table without row numbers. */
  readonly rowid: number | null
  readonly cells: readonly Cell[]
}

/** https://sqlite.org/fileformat2.html#b_tree_pages: what a page may hold before it overflows. */
const USABLE = PAGE - RESERVED
const LEAST = Math.floor(((USABLE - 12) * 32) / 255) - 23
const MOST_IN_TABLE = USABLE - 35
const MOST_IN_INDEX = Math.floor(((USABLE - 12) * 64) / 255) - 23

const TABLE_LEAF = 0x0d
const INDEX_LEAF = 0x0a
const INDEX_INTERIOR = 0x02

/** The rows on one page, read without its tree; a cell that makes no sense is left out. */
export function rowsOn(page: Buffer, number: number, pageAt: (number: number) => Buffer | null): readonly Row[] {
  const start = number === 1 ? 100 : 0
  const kind = page.readUInt8(start)
  if (kind !== TABLE_LEAF && kind !== INDEX_LEAF && kind !== INDEX_INTERIOR) return []
  const count = page.readUInt16BE(start + 3)
  const pointers = start + (kind === INDEX_INTERIOR ? 12 : 8)
  const rows: Row[] = []
  for (let at = 0; at < count && pointers + at * 2 + 2 <= USABLE; at++) {
    const row = rowAt(page, page.readUInt16BE(pointers + at * 2), kind, pageAt)
    if (row !== null) rows.push(row)
  }
  return rows
}

function rowAt(page: Buffer, offset: number, kind: number, pageAt: (number: number) => Buffer | null): Row | null {
  try {
    const size = varint(page, kind === INDEX_INTERIOR ? offset + 4 : offset)
    const rowid = kind === TABLE_LEAF ? varint(page, size.end) : { value: null, end: size.end }
    const payload = payloadAt(page, rowid.end, size.value, kind === TABLE_LEAF ? MOST_IN_TABLE : MOST_IN_INDEX, pageAt)
    return payload === null ? null : { rowid: rowid.value, cells: cellsOf(payload) }
  } catch (fault) {
    // Outside of the page: not a row.
    if (fault instanceof RangeError) return null
    throw fault
  }
}

function payloadAt(
  page: Buffer,
  start: number,
  size: number,
  most: number,
  pageAt: (number: number) => Buffer | null,
): Buffer | null {
  const fitting = LEAST + ((size - LEAST) % (USABLE - 4))
  const here = size <= most ? size : fitting <= most ? fitting : LEAST
  if (start + here > PAGE) return null
  const parts = [page.subarray(start, start + here)]
  let missing = size - here
  let next = missing > 0 ? page.readUInt32BE(start + here) : 0
  while (missing > 0) {
    const more = pageAt(next)
    if (more === null) return null
    const length = Math.min(missing, USABLE - 4)
    parts.push(more.subarray(4, 4 + length))
    next = more.readUInt32BE(0)
    missing -= length
  }
  return Buffer.concat(parts)
}

function cellsOf(payload: Buffer): readonly Cell[] {
  const head = varint(payload, 0)
  const cells: Cell[] = []
  let at = head.value
  for (let type = head.end; type < head.value;) {
    const serial = varint(payload, type)
    type = serial.end
    const length = lengthOf(serial.value)
    if (at + length > payload.length) throw new RangeError('cell outside of its row')
    cells.push(cellOf(serial.value, payload.subarray(at, at + length)))
    at += length
  }
  return cells
}

const lengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
const lengthOf = (serial: number): number => lengths[serial] ?? (serial < 12 ? 0 : (serial - 12) >> 1)

function cellOf(serial: number, bytes: Buffer): Cell {
  if (serial === 0) return null
  if (serial === 8 || serial === 9) return serial - 8
  if (serial === 7) return bytes.readDoubleBE(0)
  if (serial === 6) return Number(bytes.readBigInt64BE(0))
  if (serial < 6) return bytes.readIntBE(0, bytes.length)
  return serial % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8')
}

/** Up to nine bytes, the high bit of each saying that more follows. */
function varint(bytes: Buffer, offset: number): { readonly value: number; readonly end: number } {
  let value = 0n
  for (let at = 0; at < 8; at++) {
    const byte = bytes.readUInt8(offset + at)
    value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte < 0x80) return { value: Number(value), end: offset + at + 1 }
  }
  return { value: Number((value << 8n) | BigInt(bytes.readUInt8(offset + 8))), end: offset + 9 }
}
