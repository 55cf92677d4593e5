import { z } from 'zod'

import { PersonId } from '../id.ts'

/** An allergy or alert, as FHIR R4 AllergyIntolerance names its parts. */
export const Allergy = z.strictObject({
  id: z.string().min(1).max(64),
  personId: PersonId,
  /** The group of medicines to stop at, as `Medicine.groups` names it: `penicillin`, `sulfonamide`, `nsaid`… */
  group: z.string().min(1).max(64),
  criticality: z.enum(['low', 'high', 'unable-to-assess']),
  /** Confirmed by a clinician, or only told. */
  verification: z.enum(['confirmed', 'unconfirmed']),
  notedOn: z.iso.date(),
})
export type Allergy = z.infer<typeof Allergy>
