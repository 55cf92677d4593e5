import { dayText, daysOf, padded } from './calendar-day.ts'

/**
 * Texts of a known form travel as CBOR byte strings whose length says the form; every other text travels as text. No
 * JSON value is a byte string, so nothing can be mistaken.
 *
 * bytes  form
 *     2  a day, counted from 1900-01-01
 *     5  ten digits
 *     6  a moment in UTC with milliseconds, counted from 1970
 *     7  fourteen digits
 *     8  sixteen letters of lower-case hexadecimal
 *    14  a hybrid logical clock's stamp (domain/time/hlc.ts)
 *    16  a UUID in lower case
 *    32  sixty-four letters of lower-case hexadecimal
 */
export function packText(text: string): Uint8Array | null {
  switch (text.length) {
    case 10:
      return text.charCodeAt(4) === HYPHEN ? packDay(text) : packDigits(text, 5)
    case 14:
      return packDigits(text, 7)
    case 16:
      return packHex(text, 8)
    case 24:
      return packMoment(text)
    case 30:
      return packStamp(text)
    case 36:
      return packUuid(text)
    case 64:
      return packHex(text, 32)
    default:
      return null
  }
}

/** The text that these bytes stand for; null for bytes that no text was packed into. */
export function unpackText(bytes: Uint8Array, from: number, length: number): string | null {
  switch (length) {
    case 2:
      return dayText(FIRST_DAY + readNumber(bytes, from, 2))
    case 5:
      return digits(readNumber(bytes, from, 5), 10)
    case 6:
      return moment(readNumber(bytes, from, 6))
    case 7:
      return digits(readNumber(bytes, from, 7), 14)
    case 8:
      return hex(bytes, from, 8)
    case 14:
      return `${hex(bytes, from, 6)}-${hex(bytes, from + 6, 2)}-${hex(bytes, from + 8, 6)}`
    case 16:
      return uuid(bytes, from)
    case 32:
      return hex(bytes, from, 32)
    default:
      return null
  }
}

const HYPHEN = 0x2d
const DAY = 86_400_000
const FIRST_DAY = daysOf(1900, 1, 1)
const LAST_MOMENT = daysOf(10_000, 1, 1) * DAY - 1

const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The value of a hexadecimal digit by its character, −1 for any other. */
const nibbles = Int8Array.from({ length: 128 }, (_, code) => '0123456789abcdef'.indexOf(String.fromCharCode(code)))

const nibble = (text: string, at: number): number => nibbles[text.charCodeAt(at)] ?? -1

const pair = (bytes: Uint8Array, at: number): string => pairs[bytes[at] ?? 0] ?? ''

function packHex(text: string, length: number, from = 0): Uint8Array | null {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at++) {
    const [high, low] = [nibble(text, from + 2 * at), nibble(text, from + 2 * at + 1)]
    if (high < 0 || low < 0) return null
    bytes[at] = (high << 4) | low
  }
  return bytes
}

function packStamp(text: string): Uint8Array | null {
  if (text.charCodeAt(12) !== HYPHEN || text.charCodeAt(17) !== HYPHEN) return null
  const parts = [packHex(text, 6), packHex(text, 2, 13), packHex(text, 6, 18)]
  return parts.includes(null) ? null : Uint8Array.from(parts.flatMap((part) => [...(part ?? [])]))
}

function hex(bytes: Uint8Array, from: number, length: number): string {
  let text = ''
  for (let at = from; at < from + length; at++) text += pair(bytes, at)
  return text
}

function packUuid(text: string): Uint8Array | null {
  const bytes = new Uint8Array(16)
  let at = 0
  for (let letter = 0; letter < 36; letter += 2) {
    if (letter === 8 || letter === 13 || letter === 18 || letter === 23) {
      if (text.charCodeAt(letter) !== HYPHEN) return null
      letter++
    }
    const [high, low] = [nibble(text, letter), nibble(text, letter + 1)]
    if (high < 0 || low < 0) return null
    bytes[at++] = (high << 4) | low
  }
  return bytes
}

const uuid = (bytes: Uint8Array, from: number): string =>
  `${hex(bytes, from, 4)}-${hex(bytes, from + 4, 2)}-${hex(bytes, from + 6, 2)}-` +
  `${hex(bytes, from + 8, 2)}-${hex(bytes, from + 10, 6)}`

/** The number that stands at these letters; −1 where one of them is no digit. */
function numberAt(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) return -1
    number = number * 10 + digit
  }
  return number
}

function packDigits(text: string, length: number): Uint8Array | null {
  const number = numberAt(text, 0, text.length)
  return number < 0 ? null : numberBytes(number, length)
}

const digits = (number: number, count: number): string | null => (number < 10 ** count ? padded(number, count) : null)

/** Days since 1970 of the `YYYY-MM-DD` that a text begins with; NaN where there is none. */
function dayAt(text: string): number {
  const [year, month, day] = [numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10)]
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN
  const days = daysOf(year, month, day)
  // 31 April would come back as 1 May.
  return day < 29 || dayText(days) === text.slice(0, 10) ? days : Number.NaN
}

function packDay(text: string): Uint8Array | null {
  const days = dayAt(text) - FIRST_DAY
  return text.charCodeAt(7) === HYPHEN && days >= 0 && days < 65_536 ? numberBytes(days, 2) : null
}

function packMoment(text: string): Uint8Array | null {
  if (!/^....-..-..T..:..:..\....Z$/.test(text)) return null
  const parts = [numberAt(text, 11, 13), numberAt(text, 14, 16), numberAt(text, 17, 19), numberAt(text, 20, 23)]
  const [hour = -1, minute = -1, second = -1, millisecond = -1] = parts
  if (Math.min(...parts) < 0 || hour > 23 || minute > 59 || second > 59) return null
  const at = dayAt(text) * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond
  return at >= 0 ? numberBytes(at, 6) : null
}

function moment(at: number): string | null {
  if (at > LAST_MOMENT) return null
  const days = Math.floor(at / DAY)
  const rest = at - days * DAY
  const [hour, minute] = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60]
  const second = padded(Math.floor(rest / 1000) % 60, 2)
  return `${dayText(days)}T${padded(hour, 2)}:${padded(minute, 2)}:${second}.${padded(rest % 1000, 3)}Z`
}

function numberBytes(number: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let rest = number
  for (let at = length - 1; at >= 0; at--) {
    bytes[at] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return bytes
}

function readNumber(bytes: Uint8Array, from: number, length: number): number {
  let number = 0
  for (let at = from; at < from + length; at++) number = number * 256 + (bytes[at] ?? 0)
  return number
}
