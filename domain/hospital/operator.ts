import { z } from 'zod'

import { OperatorId } from '../id.ts'
import { FourTexts } from '../language.ts'
import { PlaceCode } from './facility.ts'

export const operatorRoles = ['clerk', 'pharmacist', 'supervisor', 'doctor', 'administrator'] as const

/** A member of staff who may unlock a terminal. The PIN itself is nowhere; `pin` is a salted scrypt hash. */
export const Operator = z.strictObject({
  id: OperatorId,
  name: z.string().min(1).max(120),
  /** The name as patients read it; `name` is what stands for it where one is not written. */
  names: FourTexts.optional(),
  roles: z.array(z.enum(operatorRoles)),
  pin: z.strictObject({
    /** Salt and hash in lower-case hexadecimal; N, r and p as in RFC 7914. */
    salt: z.string().regex(/^[0-9a-f]{32}$/),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    cost: z.int(),
    block: z.int(),
    parallel: z.int(),
  }),
  /** The code of the department where a doctor sees patients. */
  department: z.string().max(32).optional(),
  /** SHA-256 of the random text on the badge, lower-case hexadecimal. */
  badge: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Whoever has left keeps their name on what they did, and unlocks nothing from this day on. */
  left: z.iso.date().optional(),
  /** Whoever has not begun yet unlocks nothing before this day. */
  since: z.iso.date().optional(),
  /** The hospital they work at; absent in one that shares its directory with nobody. */
  facility: PlaceCode.optional(),
})
export type Operator = z.infer<typeof Operator>
