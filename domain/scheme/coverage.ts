import { z } from 'zod'

import { OperatorId, PersonId } from '../id.ts'
import { Id } from './condition.ts'
import { How } from './known.ts'

/** How one fact of a confirmed cover was proved. */
export const ProvedFact = z.strictObject({ fact: Id, how: How, by: z.array(Id) })
export type ProvedFact = z.infer<typeof ProvedFact>

/** FHIR R4's financial resource status; a newer HIMS may know others, which are kept. */
export const coverageStatuses = ['active', 'cancelled', 'draft', 'entered-in-error'] as const
export const CoverageStatus = z.enum(coverageStatuses)

/** A scheme that a person is in: what a clerk confirmed, under which rules, and how it was proved. */
export const Coverage = z.strictObject({
  id: z.uuid(),
  /** FHIR calls the person the beneficiary. */
  personId: PersonId,
  /** The scheme's id in the rule file. */
  scheme: Id,
  kind: z.enum(['scheme', 'programme']),
  status: CoverageStatus,
  period: z
    .strictObject({ start: z.iso.date(), end: z.iso.date().nullable() })
    .refine(({ start, end }) => end === null || end >= start, 'a cover cannot end before it begins'),
  /** Who pays, in English as the rule file says it. */
  payor: z.string().trim().min(1).max(200),
  /** The number on the scheme's own card; null where there is none. */
  subscriberId: z.string().trim().min(1).max(64).nullable(),
  /** The edition of the rules that said yes; null where another system told it. */
  rules: z.strictObject({ version: z.int().min(1), seq: z.int().min(0).nullable() }).nullable(),
  proved: z.array(ProvedFact).max(40),
  /** Who confirmed it, and when; null where another system told it. */
  confirmed: z.strictObject({ by: OperatorId, at: z.iso.datetime() }).nullable(),
})
export type Coverage = z.infer<typeof Coverage>
