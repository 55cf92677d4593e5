import { z } from 'zod'

import { MutationId, OperatorId, PersonId, PrescriptionId, TerminalId } from '../id.ts'

/** Medicine given without a right, because it could not wait: two people answer for it, and it is never hidden among dispensings. */
export const EmergencySupply = z.strictObject({
  id: MutationId,
  personId: PersonId,
  prescriptionId: PrescriptionId.nullable(),
  medicine: z.string().max(80),
  lotId: z.string().max(80),
  quantity: z.int().min(1).max(100),
  at: z.iso.datetime(),
  operator: OperatorId,
  /** The second person. */
  witness: OperatorId,
  reason: z.string().min(1).max(200),
  terminal: TerminalId,
})
export type EmergencySupply = z.infer<typeof EmergencySupply>
