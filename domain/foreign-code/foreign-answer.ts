import { z } from 'zod'

import { ForeignIdentity, ForeignKind, ForeignRefusal } from './foreign-identity.ts'

/** What somebody else's code means at a terminal. */
export const ForeignAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('read'),
    identity: ForeignIdentity,
    /** A search that lists who the person may be; null when nobody here is like them. */
    query: z.string().max(200).nullable(),
  }),
  z.strictObject({ kind: z.literal('refused'), of: ForeignKind, why: ForeignRefusal }),
  /** Where nobody is registered it is only named, and nothing of it is told. */
  z.strictObject({ kind: z.literal('noticed'), of: ForeignKind }),
])
export type ForeignAnswer = z.infer<typeof ForeignAnswer>
