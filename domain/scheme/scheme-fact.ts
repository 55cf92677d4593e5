import { z } from 'zod'

import { OperatorId, PersonId } from '../id.ts'
import { Id } from './condition.ts'
import { Known } from './known.ts'
import type { PersonFacts } from './known.ts'

/** What a desk was told of a person, or saw on paper: one row for each person and fact, and the latest word counts. */
export const SchemeFact = z.strictObject({
  /** `factRowId`. */
  id: z.string().max(80),
  personId: PersonId,
  fact: Id,
  /** Null when the answer was taken back: nobody knows again. */
  known: Known.nullable(),
  at: z.iso.datetime(),
  by: OperatorId,
})
export type SchemeFact = z.infer<typeof SchemeFact>

export const factRowId = (personId: PersonId, fact: string): string => `${personId}.${fact}`

/** Of two words about one fact the later counts, on every computer: at the same moment the one that reads greater. */
export const isLaterFact = (one: SchemeFact, other: SchemeFact): boolean =>
  one.at === other.at ? JSON.stringify(one) > JSON.stringify(other) : one.at > other.at

/** Of each fact the latest word, for a person whose records may be several. */
export function latestFacts(rows: readonly SchemeFact[]): ReadonlyMap<string, SchemeFact> {
  const latest = new Map<string, SchemeFact>()
  for (const row of rows) {
    const before = latest.get(row.fact)
    if (before === undefined || isLaterFact(row, before)) latest.set(row.fact, row)
  }
  return latest
}

/** What rows add up to. */
export const factsOfRows = (rows: readonly SchemeFact[]): PersonFacts =>
  Object.fromEntries(
    [...latestFacts(rows).values()].flatMap(({ fact, known }) => (known === null ? [] : [[fact, known]])),
  )
