import { z } from 'zod'

/** Why a person was found, or how a draft compares with a record; shown as shape, word and colour. */
export const Reason = z.strictObject({
  field: z.enum(['name', 'age', 'phone', 'guardian', 'place', 'sex', 'card', 'abha']),
  match: z.enum(['same', 'close', 'different']),
})
export type Reason = z.infer<typeof Reason>
