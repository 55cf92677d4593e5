import { z } from 'zod'

/** RFC 9562 UUID version 7: made on any terminal without asking anyone, and in time order. */
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

export const PersonId = uuid.brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const TerminalId = uuid.brand<'TerminalId'>()
export type TerminalId = z.infer<typeof TerminalId>

export const PrescriptionId = uuid.brand<'PrescriptionId'>()
export type PrescriptionId = z.infer<typeof PrescriptionId>

export const PrescriptionItemId = uuid.brand<'PrescriptionItemId'>()
export type PrescriptionItemId = z.infer<typeof PrescriptionItemId>

export const RightId = uuid.brand<'RightId'>()
export type RightId = z.infer<typeof RightId>

export const VisitId = uuid.brand<'VisitId'>()
export type VisitId = z.infer<typeof VisitId>

export const JobId = uuid.brand<'JobId'>()
export type JobId = z.infer<typeof JobId>

/** A mutation's own name: the same mutation sent twice is applied once. */
export const MutationId = uuid.brand<'MutationId'>()
export type MutationId = z.infer<typeof MutationId>

/** A staff member's id, as HIMS gives it. */
export const OperatorId = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .brand<'OperatorId'>()
export type OperatorId = z.infer<typeof OperatorId>

/** The eight random bytes on a card, in lower-case hexadecimal. */
export const CardId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'CardId'>()
export type CardId = z.infer<typeof CardId>

/** Builds a UUIDv7 from a clock in milliseconds and ten random bytes. */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  const noise = Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((parseInt(noise.slice(3, 5), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${variant}${noise.slice(5, 7)}-${noise.slice(7, 19)}`
}
