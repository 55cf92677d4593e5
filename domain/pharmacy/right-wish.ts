import { z } from 'zod'

import { PrescriptionId, TerminalId } from '../id.ts'

/** A pharmacy's wish for what another terminal may still give of a prescription; its holder answers by returning the right. */
export const RightWish = z.strictObject({
  id: z.uuid(),
  prescriptionId: PrescriptionId,
  wantedBy: TerminalId,
  at: z.iso.datetime(),
  /** After this moment nobody waits for it any more. */
  until: z.iso.datetime(),
  state: z.enum(['open', 'met', 'over']),
})
export type RightWish = z.infer<typeof RightWish>
