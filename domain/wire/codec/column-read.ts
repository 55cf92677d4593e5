import { unpackText } from './text-form.ts'

/** A column that says something else than it holds. */
export class ColumnFault extends Error {}

/** What is known where a column is read, and how many values may still be made: a few bytes can stand for many. */
export interface Around {
  readonly budget: { left: number }
  readonly ids: readonly string[] | null
  readonly depth: number
}

/** No page holds more values, in whatever columns. */
const MOST_VALUES = 2_000_000
/** Rows nest no deeper. */
const DEEPEST = 12

export const aroundPage = (): Around => ({ budget: { left: MOST_VALUES }, ids: null, depth: 0 })

/** Reads a column (column-write.ts) of exactly so many values; throws `ColumnFault`. */
export function valuesOf(column: unknown, count: number, around: Around): unknown[] {
  if (!Array.isArray(column) || around.depth > DEEPEST || count > around.budget.left) throw new ColumnFault()
  // A column of nothing costs something as well.
  around.budget.left -= count + 1
  const { ids } = around
  const within = { ...around, ids: null, depth: around.depth + 1 }
  const [kind, ...parts]: unknown[] = column
  switch (kind) {
    case 0:
      return Array.from({ length: count }).fill(parts[0])
    case 1:
      return withNulls(parts, count, within)
    case 2:
      return objectsFrom(parts, count, { ...within, ids })
    case 3:
      return listsFrom(parts, count, within)
    case 4:
      return textsFrom(parts, count)
    case 5:
      return formedFrom(parts, count)
    case 6:
      return numbersFrom(parts, count)
    case 7:
      return risingFrom(parts, count, within)
    case 8:
      return fewFrom(parts, count)
    case 9:
      return anyFrom(parts, count)
    case 10:
      if (ids?.length !== count) throw new ColumnFault()
      return [...ids]
    default:
      throw new ColumnFault()
  }
}

export function textValues(column: unknown, count: number, around: Around): string[] {
  return valuesOf(column, count, around).map((value) => {
    if (typeof value !== 'string') throw new ColumnFault()
    return value
  })
}

export function numberValues(column: unknown, count: number, around: Around): number[] {
  return valuesOf(column, count, around).map((value) => {
    if (typeof value !== 'number') throw new ColumnFault()
    return value
  })
}

function bytesIn(value: unknown, length: number): Uint8Array {
  if (value instanceof Uint8Array && value.length === length) return value
  throw new ColumnFault()
}

const isSet = (mask: Uint8Array, at: number): boolean => ((mask[at >> 3] ?? 0) & (1 << (at & 7))) !== 0

function maskFrom(value: unknown, count: number): { readonly mask: Uint8Array; readonly set: number } {
  const mask = bytesIn(value, Math.ceil(count / 8))
  let set = 0
  for (let at = 0; at < count; at++) if (isSet(mask, at)) set++
  return { mask, set }
}

function withNulls([given, column]: readonly unknown[], count: number, within: Around): unknown[] {
  const { mask, set } = maskFrom(given, count)
  const there = valuesOf(column, set, within)
  const values: unknown[] = []
  let next = 0
  for (let at = 0; at < count; at++) values.push(isSet(mask, at) ? there[next++] : null)
  return values
}

function objectsFrom(fields: readonly unknown[], count: number, { ids, ...within }: Around): unknown[] {
  const objects: Record<string, unknown>[] = []
  for (let at = 0; at < count; at++) objects.push({})
  for (const field of fields) {
    if (!Array.isArray(field)) throw new ColumnFault()
    const [key, ...rest]: unknown[] = field
    if (typeof key !== 'string' || key === '__proto__') throw new ColumnFault()
    const { mask, set } = rest.length === 2 ? maskFrom(rest[0], count) : { mask: null, set: count }
    const values = valuesOf(rest.at(-1), set, { ...within, ids: mask === null ? ids : null })
    let [at, next] = [0, 0]
    for (const object of objects) if (mask === null || isSet(mask, at++)) object[key] = values[next++]
  }
  return objects
}

function listsFrom([lengths, entries]: readonly unknown[], count: number, within: Around): unknown[] {
  const sizes = valuesOf(lengths, count, within).map((size) => {
    if (typeof size !== 'number' || !Number.isInteger(size) || size < 0) throw new ColumnFault()
    return size
  })
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const all = valuesOf(entries, total, within)
  let next = 0
  return sizes.map((size) => all.slice(next, (next += size)))
}

function textsFrom([joined]: readonly unknown[], count: number): unknown[] {
  if (typeof joined !== 'string') throw new ColumnFault()
  const texts = joined.split('\u001f')
  if (texts.length !== count) throw new ColumnFault()
  return texts
}

function formedFrom([width, given]: readonly unknown[], count: number): unknown[] {
  if (typeof width !== 'number' || !(width > 0 && width <= 32)) throw new ColumnFault()
  const bytes = bytesIn(given, width * count)
  const one = new Uint8Array(width)
  const texts: string[] = []
  for (let at = 0; at < count; at++) {
    for (let plane = 0; plane < width; plane++) one[plane] = bytes[plane * count + at] ?? 0
    const text = unpackText(one, 0, width)
    if (text === null) throw new ColumnFault()
    texts.push(text)
  }
  return texts
}

function numbersFrom([least, width, given]: readonly unknown[], count: number): number[] {
  if (typeof width !== 'number' || !(width > 0 && width <= 7)) throw new ColumnFault()
  if (typeof least !== 'number' || !Number.isSafeInteger(least)) throw new ColumnFault()
  const bytes = bytesIn(given, width * count)
  const numbers: number[] = []
  for (let at = 0; at < count; at++) {
    let number = 0
    for (let plane = 0; plane < width; plane++) number = number * 256 + (bytes[plane * count + at] ?? 0)
    if (!Number.isSafeInteger(number) || !Number.isSafeInteger(least + number)) throw new ColumnFault()
    numbers.push(least + number)
  }
  return numbers
}

function risingFrom([distances]: readonly unknown[], count: number, within: Around): unknown[] {
  let last = 0
  return valuesOf(distances, count, within).map((distance) => {
    if (typeof distance !== 'number' || !Number.isSafeInteger(last + distance)) throw new ColumnFault()
    return (last += distance)
  })
}

function fewFrom([values, given]: readonly unknown[], count: number): unknown[] {
  if (!Array.isArray(values)) throw new ColumnFault()
  const places = bytesIn(given, count)
  return Array.from(places, (place): unknown => {
    if (place >= values.length) throw new ColumnFault()
    return values[place]
  })
}

function anyFrom([text]: readonly unknown[], count: number): unknown[] {
  if (typeof text !== 'string') throw new ColumnFault()
  const values = parsed(text)
  if (!Array.isArray(values) || values.length !== count) throw new ColumnFault()
  return values
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ColumnFault()
  }
}
