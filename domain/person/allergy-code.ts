import type { Allergy } from './allergy.ts'
import { emergencyTerm, emergencyTerms } from './emergency-term.ts'

/** All allergies in SNOMED CT, or null when one has no code: a list that leaves one out would be believed whole. */
export function allergyCodes(allergies: readonly Allergy[]): readonly number[] | null {
  const codes = allergies.map((allergy) => codesOf(allergy.group))
  return codes.some(({ length }) => length === 0) ? null : [...new Set(codes.flat())]
}

/** A group's own code, or those of its common medicines. */
const codesOf = (group: string): readonly number[] =>
  emergencyTerms.filter((term) => term.group === group).map(({ code }) => code)

/** The group of medicines that an allergy's code means, or null when this version does not know one. */
export const allergyGroupOf = (code: number): string | null => emergencyTerm(code)?.group ?? null
