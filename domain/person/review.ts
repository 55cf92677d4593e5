import { z } from 'zod'

import { OperatorId, PersonId, TerminalId } from '../id.ts'
import { FactSource } from './fact-source.ts'
import { PersonGroup, PersonGroups } from './person-change.ts'

const common = {
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Null while nobody has decided. */
  decided: z
    .strictObject({ at: z.iso.datetime(), by: OperatorId, choice: z.enum(['stands', 'proposed', 'same', 'different']) })
    .nullable(),
}

/** A matter that a person has to decide, with both versions side by side. */
export const Review = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('field'),
    personId: PersonId,
    group: PersonGroup,
    /** What HIMS has, and keeps until somebody decides. */
    stands: PersonGroups,
    proposed: PersonGroups,
    from: TerminalId,
    /** How the proposal is known: `verified` by a signed code, told to a `clerk`, typed at a `kiosk`. */
    source: z.string().max(32),
    /** How the proposed fact came to be known, where the proposal said so. */
    known: FactSource.optional(),
  }),
  /** Two records that look like one person. */
  z.strictObject({ ...common, kind: z.literal('duplicate'), one: PersonId, other: PersonId, why: z.string().max(64) }),
])
export type Review = z.infer<typeof Review>
