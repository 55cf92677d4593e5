import { sameBytes } from './bytes.ts'

/** Unicode Technical Standard #6, single-byte mode: tags that quote from, change to and define a window. */
const QUOTE = 0x01
const CHANGE = 0x10
const DEFINE = 0x18
const WINDOWS = 8
const HALF = 0x80

const staticOffsets: readonly number[] = [0x0000, 0x0080, 0x0100, 0x0300, 0x2000, 0x2080, 0x2100, 0x3000]
const firstOffsets: readonly number[] = [0x0080, 0x00c0, 0x0400, 0x0600, 0x0900, 0x3040, 0x30a0, 0xff00]

/** The window each block of letters is written in. The last two have to be defined before their first letter. */
const windowOf: ReadonlyMap<number, number> = new Map([
  [0x0080, 0],
  [0x0600, 3],
  [0x0900, 4],
  [0x0680, 5],
  [0x0a00, 6],
])
/** Blocks that are only quoted from their static window: Latin Extended-A, and the joiners and apostrophe. */
const quotedOf: ReadonlyMap<number, number> = new Map([
  [0x0100, 2],
  [0x2000, 4],
])

const blockOf = (unit: number): number => unit - (unit % HALF)
const isPlain = (unit: number): boolean => unit >= 0x20 && unit < 0x7f

/** The one SCSU stream that a card writes for a text (docs/card-format.md), or null for letters it has no window for. */
export function encodeScsu(text: string): Uint8Array | null {
  const units = Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
  const offsets = [...firstOffsets]
  const bytes: number[] = []
  let active = 0
  for (const [at, unit] of units.entries()) {
    const block = blockOf(unit)
    const quoted = quotedOf.get(block)
    const window = windowOf.get(block)
    if (isPlain(unit)) bytes.push(unit)
    else if (quoted !== undefined) bytes.push(QUOTE + quoted, unit - block)
    else if (window === undefined) return null
    else {
      const letter = HALF + unit - block
      if (offsets[window] !== block) {
        bytes.push(DEFINE + window, block / HALF)
        offsets[window] = block
        active = window
      } else if (window !== active && staysIn(block, units, at + 1)) bytes.push(CHANGE + (active = window))
      if (window !== active) bytes.push(QUOTE + window)
      bytes.push(letter)
    }
  }
  return Uint8Array.from(bytes)
}

/** Whether the next letter that needs a window needs this one too, so that changing to it pays. */
function staysIn(block: number, units: readonly number[], from: number): boolean {
  const next = units.slice(from).find((unit) => !isPlain(unit) && !quotedOf.has(blockOf(unit)))
  return next !== undefined && blockOf(next) === block
}

/** The text of a stream, or null when `encodeScsu` would not have written it. */
export function decodeScsu(bytes: Uint8Array): string | null {
  const text = textOf(bytes)
  const again = text === null ? null : encodeScsu(text)
  return again !== null && sameBytes(again, bytes) ? text : null
}

function textOf(bytes: Uint8Array): string | null {
  const offsets = [...firstOffsets]
  let active = 0
  let text = ''
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= HALF) text += letterAt(offsets[active], byte - HALF)
    else if (isPlain(byte)) text += String.fromCharCode(byte)
    else if (byte >= QUOTE && byte < QUOTE + WINDOWS) {
      const letter = bytes[++at]
      if (letter === undefined) return null
      const offset = letter < HALF ? staticOffsets[byte - QUOTE] : offsets[byte - QUOTE]
      text += letterAt(offset, letter % HALF)
    } else if (byte >= CHANGE && byte < CHANGE + WINDOWS) active = byte - CHANGE
    else if (byte >= DEFINE && byte < DEFINE + WINDOWS) {
      active = byte - DEFINE
      offsets[active] = (bytes[++at] ?? 0) * HALF
    } else return null
  }
  return text
}

const letterAt = (offset = 0, place: number): string => String.fromCharCode(offset + place)
