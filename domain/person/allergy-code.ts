import type { Allergy } from './allergy.ts'

/** SNOMED CT findings for the groups whose code is sure; a group that is not here is in no block for emergencies. */
const findings: Readonly<Record<string, number>> = {
  /** Allergy to penicillin. */
  penicillin: 91936005,
  /** Allergy to sulfonamide. */
  sulfonamide: 91939003,
}

/** All allergies in SNOMED CT, or null when one has no code: a list that leaves one out would be believed whole. */
export function allergyCodes(allergies: readonly Allergy[]): readonly number[] | null {
  const codes = allergies.map(({ group }) => (Object.hasOwn(findings, group) ? findings[group] : undefined))
  const known = codes.filter((code) => code !== undefined)
  return known.length === codes.length ? [...new Set(known)] : null
}

/** The group that a code means, or null when this version does not know it. */
export const allergyGroupOf = (code: number): string | null =>
  Object.entries(findings).find(([, finding]) => finding === code)?.[0] ?? null
