import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import type { CardId } from '../id.ts'

/** Crockford's base 32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DIGITS = 8

/** x⁵ + x² + 1, primitive over GF(2), so that the powers of x are 31 different weights. */
const POLYNOMIAL = 0b100101

const timesX = (value: number): number => ((value << 1) & 0x20 ? (value << 1) ^ POLYNOMIAL : value << 1)

/** Horner's rule over GF(32): every place has its own weight, so no one wrong or swapped letter keeps the sum. */
const checkOf = (digits: readonly number[]): number => digits.reduce((sum, digit) => timesX(sum ^ digit), 0)

/**
 * The code printed under a card's name, `R3XK-71TB-8`: the first 40 bits of the card id and a check letter.
 * Two cards may share one (some 200 pairs in 20 million), so whoever looks one up must expect several.
 */
export function shortCode(cardId: CardId): string {
  const bits = BigInt(`0x${cardId.slice(0, 10)}`)
  const digits = Array.from({ length: DIGITS }, (_, at) => Number((bits >> BigInt(5 * (DIGITS - 1 - at))) & 31n))
  const text = [...digits, checkOf(digits)].map((digit) => alphabet.charAt(digit)).join('')
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

/** The first ten hexadecimal digits of the card id behind a typed code; hyphens, spaces and case do not matter. */
export function readShortCode(text: string): Result<string, 'not-a-code' | 'mistyped'> {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')
  const digits = Array.from(letters, (letter) => alphabet.indexOf(letter))
  if (digits.length !== DIGITS + 1 || digits.includes(-1)) return fail('not-a-code')
  const data = digits.slice(0, DIGITS)
  if (checkOf(data) !== digits[DIGITS]) return fail('mistyped')
  const bits = data.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n)
  return ok(bits.toString(16).padStart(10, '0'))
}
