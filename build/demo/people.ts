import { scryptSync } from 'node:crypto'

import type { Operator } from '../../domain/hospital/operator.ts'
import type { DemoOperator } from './seed/staff.ts'

const cost = { cost: 2 ** 14, block: 8, parallel: 1 } as const

/** An operator whose PIN is hashed as HIMS keeps it (scrypt, RFC 7914). */
export function withPin({ operator, pin }: DemoOperator, salt: Uint8Array): Operator {
  const hash = scryptSync(pin, salt, 32, { N: cost.cost, r: cost.block, p: cost.parallel })
  return { ...operator, pin: { salt: Buffer.from(salt).toString('hex'), hash: hash.toString('hex'), ...cost } }
}
