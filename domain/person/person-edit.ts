import { z } from 'zod'

import { OperatorId, PersonId, TerminalId } from '../id.ts'
import { Hlc } from '../time/hlc.ts'
import { PersonGroups } from './person-change.ts'

/** One correction that was made of somebody's details, kept as it was said: who, when, where, and what it was before. */
export const PersonEdit = z.strictObject({
  /** That of its mutation. */
  id: z.uuid(),
  personId: PersonId,
  at: Hlc,
  /** Null where the desk that said it did not tell. */
  by: OperatorId.nullable(),
  terminal: TerminalId,
  /** How it is known: one of `Source`, as a rule. */
  source: z.string().max(32),
  was: PersonGroups,
  set: PersonGroups,
})
export type PersonEdit = z.infer<typeof PersonEdit>
