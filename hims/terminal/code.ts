import { scrypt } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DIGITS = 9

/** Some 15 ms a guess: 45 bits then take 10,000 years of a core, and a code lives one day. */
const COST = 4096

/** Luhn's sum in base 32: it notices any one wrong letter and nearly every swapped pair. */
function checkOf(digits: readonly number[]): number {
  const sum = digits.toReversed().reduce((total, digit, at) => {
    const weighed = at % 2 === 0 ? digit * 2 : digit
    return total + Math.floor(weighed / 32) + (weighed % 32)
  }, 0)
  return (32 - (sum % 32)) % 32
}

/** A one-time code of ten letters, the last of them a check: `7K3QM-0X9TA`, 45 bits. */
export function newCode(random: (length: number) => Uint8Array): string {
  const digits = Array.from(random(DIGITS), (byte) => byte % 32)
  const text = [...digits, checkOf(digits)].map((digit) => alphabet.charAt(digit)).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** A code as it was typed, brought to one form; null when it was mistyped. */
export function readCode(typed: string): string | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')
  const digits = Array.from(text, (letter) => alphabet.indexOf(letter))
  if (digits.length !== DIGITS + 1 || digits.includes(-1)) return null
  return checkOf(digits.slice(0, DIGITS)) === digits[DIGITS] ? text : null
}

/** What is stored of a code. It is slow on purpose: 45 bits behind a fast hash could be tried out. */
export const hashCode = (code: string, salt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(code, salt, 32, { N: COST }, (error, hash) =>
      error === null ? resolve(hash.toString('hex')) : reject(error),
    )
  })
