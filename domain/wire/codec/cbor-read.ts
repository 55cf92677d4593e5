import { fail, ok } from '../../result.ts'
import type { Result } from '../../result.ts'
import type { Texts } from './cbor-write.ts'
import { unpackText } from './text-form.ts'

/** Why bytes are not what `writeCbor` writes. */
export type CborProblem =
  | 'cut'
  | 'left-over'
  | 'too-deep'
  | 'tag'
  | 'indefinite'
  | 'number'
  | 'text'
  | 'key'
  | 'twice'
  | 'bytes'

/** Nothing on the wire nests deeper; a reader without a bound can be made to overflow its stack. */
export const DEEPEST = 32

/** Reads exactly one value and takes nothing that `writeCbor` would not write, so that no two readers can differ. */
export function readCbor(bytes: Uint8Array, texts: Texts = 'packed'): Result<unknown, CborProblem> {
  const reader = readerOf(bytes, texts === 'packed')
  const value = reader.value(0)
  const problem = reader.problem() ?? (reader.at() < bytes.length ? 'left-over' : null)
  return problem === null ? ok(value) : fail(problem)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** Up to here a text is put together letter by letter, which is quicker for plain ASCII. */
const SHORT = 24

// A reader stops at the first problem: from then on every value is null and nobody looks at it.
function readerOf(bytes: Uint8Array, packed: boolean) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  let problem: CborProblem | null = null

  const stop = (what: CborProblem): null => {
    problem ??= what
    at = bytes.length
    return null
  }
  const going = (): boolean => problem === null
  /** The argument of a head (RFC 8949 §3) that is written as short as it can be; −1 after a problem. */
  const argument = (head: number): number => {
    const short = head & 31
    if (short < 24) return short
    if (short === 31) return (stop('indefinite'), -1)
    if (short > 27) return (stop('number'), -1)
    const size = 1 << (short - 24)
    if (at + size > bytes.length) return (stop('cut'), -1)
    const from = at
    at += size
    if (size === 1) return atLeast(view.getUint8(from), 24)
    if (size === 2) return atLeast(view.getUint16(from), 0x100)
    if (size === 4) return atLeast(view.getUint32(from), 0x10000)
    return atLeast(view.getUint32(from) * 0x1_0000_0000 + view.getUint32(from + 4), 0x1_0000_0000)
  }
  const atLeast = (number: number, least: number): number =>
    number < least || !Number.isSafeInteger(number) ? (stop('number'), -1) : number

  const text = (length: number): string => {
    if (at + length > bytes.length) return (stop('cut'), '')
    const from = at
    at += length
    if (length <= SHORT) {
      let letters = ''
      let end = from
      for (; end < at; end++) {
        const code = bytes[end] ?? 0
        if (code > 0x7f) break
        letters += String.fromCharCode(code)
      }
      if (end === at) return letters
    }
    try {
      return utf8.decode(bytes.subarray(from, at))
    } catch {
      return (stop('text'), '')
    }
  }
  const byteString = (length: number): unknown => {
    if (at + length > bytes.length) return stop('cut')
    const from = at
    at += length
    if (!packed) return bytes.subarray(from, at)
    return unpackText(bytes, from, length) ?? stop('bytes')
  }
  const list = (length: number, depth: number): unknown => {
    // Every entry takes a byte at least: a length that cannot be true is refused before room is made for it.
    if (length > bytes.length - at) return stop('cut')
    const entries: unknown[] = []
    for (let count = 0; count < length && going(); count++) entries.push(value(depth + 1))
    return entries
  }
  const map = (length: number, depth: number): unknown => {
    if (2 * length > bytes.length - at) return stop('cut')
    const entries: Record<string, unknown> = {}
    for (let count = 0; count < length && going(); count++) {
      const head = bytes[at++] ?? 0
      if (head >> 5 !== 3) return stop('key')
      const size = argument(head)
      const key = size < 0 ? '' : text(size)
      if (key === '__proto__') return stop('key')
      if (Object.hasOwn(entries, key)) return stop('twice')
      entries[key] = value(depth + 1)
    }
    return entries
  }
  const simple = (head: number): unknown => {
    switch (head) {
      case 0xf4:
        return false
      case 0xf5:
        return true
      case 0xf6:
        return null
      case 0xfb:
        return float()
      default:
        return stop('number')
    }
  }
  const float = (): unknown => {
    if (at + 8 > bytes.length) return stop('cut')
    const number = view.getFloat64(at)
    at += 8
    return Number.isFinite(number) && !Number.isSafeInteger(number) ? number : stop('number')
  }
  const value = (depth: number): unknown => {
    if (depth > DEEPEST) return stop('too-deep')
    if (at >= bytes.length) return stop('cut')
    const head = bytes[at++] ?? 0
    if (head >> 5 === 7) return simple(head)
    const count = argument(head)
    if (count < 0) return null
    switch (head >> 5) {
      case 0:
        return count
      case 1:
        return Number.isSafeInteger(-1 - count) ? -1 - count : stop('number')
      case 2:
        return byteString(count)
      case 3:
        return text(count)
      case 4:
        return list(count, depth)
      case 5:
        return map(count, depth)
      default:
        return stop('tag')
    }
  }
  return { value, problem: () => problem, at: () => at }
}
