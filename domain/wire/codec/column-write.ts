import { packText } from './text-form.ts'

/**
 * Many values of one field, written so that they compress well and are read quickly. A column is a CBOR array that
 * begins with its kind:
 *
 * [0, value]                 every value is this one
 * [1, mask, column]          null where the mask's bit is 0; the column has the others
 * [2, [key, column] …]       objects; [key, mask, column] for a key that some of them lack
 * [3, column, column]        arrays: their lengths, and their entries one after another
 * [4, text]                  texts, joined with U+001F
 * [5, width, bytes]          texts of one form (text-form.ts): first byte of each, second byte of each, …
 * [6, least, width, bytes]   whole numbers above the least one, big-endian, planes as in 5
 * [7, column]                whole numbers, each as its distance from the one before, the first from 0
 * [8, [value …], bytes]      few different values, and which of them each one is
 * [9, text]                  anything: a JSON array
 * [10]                       the same as the ids of the rows
 */
export type Column = readonly unknown[]

const SEPARATOR = '\u001f'

export function columnOf(values: readonly unknown[], ids: readonly string[] | null = null): Column {
  const [first] = values
  if (values.every((value) => value === first) && isScalar(first)) return [0, first]
  if (ids !== null && values.every((value, at) => value === ids[at])) return [10]
  return fewOf(values) ?? nullsOf(values) ?? textsOf(values) ?? numbersOf(values) ?? nestedOf(values) ?? anyOf(values)
}

/** One bit a value, the first in the lowest bit of the first byte. */
export function maskOf(values: readonly unknown[], isSet: (value: unknown) => boolean): Uint8Array {
  const mask = new Uint8Array(Math.ceil(values.length / 8))
  for (const [at, value] of values.entries()) if (isSet(value)) mask[at >> 3] = (mask[at >> 3] ?? 0) | (1 << (at & 7))
  return mask
}

/** An object with fields, neither null nor a list. */
export const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null

const anyOf = (values: readonly unknown[]): Column => [9, JSON.stringify(values)]

/** A byte for each value pays when values repeat. */
function fewOf(values: readonly unknown[]): Column | null {
  const places = new Map<unknown, number>()
  const most = Math.min(256, values.length / 4)
  for (const value of values) {
    if (!isScalar(value)) return null
    if (!places.has(value)) places.set(value, places.size)
    if (places.size > most) return null
  }
  return [8, [...places.keys()], Uint8Array.from(values, (value) => places.get(value) ?? 0)]
}

function nullsOf(values: readonly unknown[]): Column | null {
  if (!values.includes(null)) return null
  const there = (value: unknown): boolean => value !== null
  return [1, maskOf(values, there), columnOf(values.filter(there))]
}

function textsOf(values: readonly unknown[]): Column | null {
  const texts = values.filter((value) => typeof value === 'string')
  if (texts.length < values.length) return null
  const formed = formedOf(texts)
  if (formed !== null) return formed
  return texts.some((text) => text.includes(SEPARATOR)) || !texts.every((text) => text.isWellFormed())
    ? null
    : [4, texts.join(SEPARATOR)]
}

function formedOf(texts: readonly string[]): Column | null {
  const width = packText(texts[0] ?? '')?.length ?? 0
  if (width === 0) return null
  const bytes = new Uint8Array(width * texts.length)
  for (const [at, text] of texts.entries()) {
    const packed = packText(text)
    if (packed?.length !== width) return null
    for (let plane = 0; plane < width; plane++) bytes[plane * texts.length + at] = packed[plane] ?? 0
  }
  return [5, width, bytes]
}

function numbersOf(values: readonly unknown[]): Column | null {
  const numbers = values.filter((value): value is number => Number.isSafeInteger(value))
  if (numbers.length < values.length) return null
  const steps = numbers.map((number, at) => number - (numbers[at - 1] ?? 0))
  const rises = steps.length > 1 && steps.every((step, at) => Number.isSafeInteger(step) && (at === 0 || step > 0))
  return rises ? [7, planesOf(steps)] : planesOf(numbers)
}

function planesOf(numbers: readonly number[]): Column {
  const [least, most] = [
    numbers.reduce((low, number) => Math.min(low, number)),
    numbers.reduce((high, number) => Math.max(high, number)),
  ]
  const span = most - least
  if (!Number.isSafeInteger(span)) return anyOf(numbers)
  const width = span < 0x100 ? 1 : span < 0x10000 ? 2 : span < 0x1000000 ? 3 : span < 0x1_0000_0000 ? 4 : 7
  const bytes = new Uint8Array(width * numbers.length)
  for (const [at, number] of numbers.entries()) {
    let rest = number - least
    for (let plane = width - 1; plane >= 0; plane--) {
      bytes[plane * numbers.length + at] = rest % 256
      rest = Math.floor(rest / 256)
    }
  }
  return [6, least, width, bytes]
}

function nestedOf(values: readonly unknown[]): Column | null {
  const lists = values.filter((value) => Array.isArray(value))
  if (lists.length === values.length) return [3, columnOf(lists.map(({ length }) => length)), columnOf(lists.flat())]
  const objects = values.filter(isPlain)
  return objects.length === values.length ? objectsOf(objects) : null
}

/** The fields of objects; `ids` are told apart so that a row's own id is not sent twice. */
export function objectsOf(objects: readonly object[], ids: readonly string[] | null = null): Column {
  const keys = new Set<string>()
  for (const object of objects) for (const key of Object.keys(object)) keys.add(key)
  return [2, ...[...keys].map((key) => fieldOf(objects, key, ids))]
}

function fieldOf(objects: readonly object[], key: string, ids: readonly string[] | null): readonly unknown[] {
  const having = objects.filter((object) => Object.hasOwn(object, key))
  const values = having.map((object): unknown => Reflect.get(object, key))
  if (having.length === objects.length) return [key, columnOf(values, ids)]
  return [key, maskOf(objects, (object) => Object.hasOwn(Object(object), key)), columnOf(values)]
}
