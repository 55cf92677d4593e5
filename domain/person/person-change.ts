import { z } from 'zod'

import { PersonId } from '../id.ts'
import { Hlc } from '../time/hlc.ts'
import { FactSources } from './fact-source.ts'
import { PersonDraft } from './person.ts'

/** The parts of a person's details that change as a whole. */
export const personGroups = [
  'name',
  'birth',
  'sex',
  'bloodGroup',
  'phone',
  'address',
  'guardian',
  'language',
  'abha',
] as const
export const PersonGroup = z.enum(personGroups)
export type PersonGroup = z.infer<typeof PersonGroup>

/** What a wrong treatment could follow from: two versions of these are decided by a person, never by a clock. */
export const safetyGroups: ReadonlySet<PersonGroup> = new Set(['birth', 'sex', 'bloodGroup'])

/** Some groups of a person's details, each with its new value. */
export const PersonGroups = PersonDraft.omit({ evidence: true, sources: true, bornTo: true, unidentified: true })
  .extend({ abha: PersonDraft.shape.abha.unwrap(), bloodGroup: PersonDraft.shape.bloodGroup.unwrap() })
  .partial()
export type PersonGroups = z.infer<typeof PersonGroups>

/** Where a value comes from, the surest first. */
export const Source = z.enum(['verified', 'clerk', 'kiosk'])
export type Source = z.infer<typeof Source>

/** One correction of a person's details, against what its author saw. */
export const PersonChange = z.strictObject({
  personId: PersonId,
  at: Hlc,
  source: Source,
  /** The groups that change, as they were on the screen. */
  was: PersonGroups,
  /** The same groups, as they should be. */
  set: PersonGroups,
  /** How each of them is known now. */
  sources: FactSources.optional(),
})
export type PersonChange = z.infer<typeof PersonChange>
