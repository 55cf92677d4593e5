import { z } from 'zod'

import { PersonId, TerminalId } from '../domain/id.ts'
import { FamilyLink, FamilyRole } from '../domain/person/family-link.ts'
import { PersonGroups } from '../domain/person/person-change.ts'
import { Person } from '../domain/person/person.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'

/** Somebody of the same family, and what they are to whoever is looked at. */
export const Relative = z.strictObject({
  link: FamilyLink,
  role: FamilyRole,
  /** Null where their record has not come to this computer. */
  person: Person.nullable(),
  age: z.int().nullable(),
  /** Who said so. */
  by: z.string(),
})
export type Relative = z.infer<typeof Relative>

/** One correction of a person's details. */
export const EditView = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Null where the desk that said it did not tell. */
  by: z.string().nullable(),
  terminal: TerminalId,
  /** It was said at this very terminal. */
  here: z.boolean(),
  source: z.string().max(32),
  was: PersonGroups,
  set: PersonGroups,
})
export type EditView = z.infer<typeof EditView>

const gone = z.strictObject({ kind: z.literal('gone') })

export const familyChannels = {
  /** Those of the family first who are so now, then those who were. */
  'family.list': channel(z.strictObject({ personId: PersonId }), z.array(Relative).max(100)),
  /** `other` is the `role` of this person from now on. */
  'family.link': channel(
    z.strictObject({ personId: PersonId, other: PersonId, role: FamilyRole }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('linked'), link: FamilyLink }),
      z.strictObject({
        kind: z.literal('not-linked'),
        reason: z.enum(['same-person', 'already-linked', 'contradicts']),
      }),
      gone,
      NotSaved,
    ]),
  ),
  'family.end': channel(
    z.strictObject({ linkId: z.uuid(), reason: z.string().trim().max(200) }),
    z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('ended') }), gone, NotSaved]),
  ),
  /** What was corrected of a person, the newest first. */
  'person.history': channel(z.strictObject({ personId: PersonId }), z.array(EditView).max(100)),
} as const
