import { z } from 'zod'

import type { PersonGroup } from './person-change.ts'

/**
 * How a fact came to be known: told, read from a paper, proven by somebody's signature, typed at a kiosk by the person, or
 * guessed by looking.
 */
export const FactSource = z.enum(['spoken', 'seen', 'verified', 'kiosk', 'guessed'])
export type FactSource = z.infer<typeof FactSource>

const source = FactSource.optional()

/** The source of each group of a person's details; nothing is said of groups that were written before sources were. */
export const FactSources = z.strictObject({
  name: source,
  birth: source,
  sex: source,
  bloodGroup: source,
  phone: source,
  address: source,
  guardian: source,
  language: source,
  abha: source,
})
export type FactSources = z.infer<typeof FactSources>

/** The same sources with one group's set, or taken out where nobody knows it; undefined when none is left. */
export function withSource(
  sources: FactSources | undefined,
  group: PersonGroup,
  said: FactSource | undefined,
): FactSources | undefined {
  const others = Object.entries(sources ?? {}).filter(([name, known]) => name !== group && known !== undefined)
  const all = said === undefined ? others : [...others, [group, said] as const]
  return all.length === 0 ? undefined : FactSources.parse(Object.fromEntries(all))
}
