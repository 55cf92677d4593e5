import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'

import type { Operator } from '../../domain/hospital/operator.ts'
import { isWeakPin } from '../../domain/hospital/weak-pin.ts'

const derive = promisify<string, Uint8Array, number, object, Buffer>(scrypt)

/** Some 20 ms on a desk's computer; whoever takes the file pays that for every guess. */
const cost = { cost: 2 ** 14, block: 8, parallel: 1 } as const

/** A PIN as it is kept: a salt and its scrypt hash (RFC 7914). */
export async function hashPin(pin: string, random: (bytes: number) => Uint8Array): Promise<Operator['pin']> {
  const salt = random(16)
  const options = { N: cost.cost, r: cost.block, p: cost.parallel }
  const hash = await derive(pin, salt, 32, options)
  return { salt: Buffer.from(salt).toString('hex'), hash: hash.toString('hex'), ...cost }
}

const DIGITS = 6

/** Six random digits that nobody would try first. Every byte below 250 is one digit, so that none comes more often. */
export function randomPin(random: (bytes: number) => Uint8Array): string {
  const digits = Array.from(random(4 * DIGITS))
    .filter((byte) => byte < 250)
    .slice(0, DIGITS)
    .map((byte) => String(byte % 10))
    .join('')
  return digits.length === DIGITS && !isWeakPin(digits) ? digits : randomPin(random)
}
