import { z } from 'zod'

import { OperatorId, PersonId } from '../id.ts'

const uuid = z.uuid()

/**
 * Says that two records are one person. Neither record changes: whoever reads the kept one reads the other's papers with
 * it, and taking the link back separates them exactly as they were.
 */
export const PersonLink = z.strictObject({
  id: uuid,
  kept: PersonId,
  merged: PersonId,
  at: z.iso.datetime(),
  by: OperatorId,
  undone: z.strictObject({ at: z.iso.datetime(), by: OperatorId, reason: z.string().max(200) }).nullable(),
})
export type PersonLink = z.infer<typeof PersonLink>
