import { z } from 'zod'

import { PersonId } from '../id.ts'
import { Language, OwnScript } from '../language.ts'
import { FactSources } from './fact-source.ts'

/** Many people know an age, not a birthday; the two must never be confused. */
export const Birth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), on: z.iso.date() }),
  z.strictObject({ kind: z.literal('age'), years: z.int().min(0).max(130), asOf: z.iso.date() }),
])
export type Birth = z.infer<typeof Birth>

/** HL7 administrative gender, whose codes FHIR R4 uses for Patient.gender. */
export const Sex = z.enum(['female', 'male', 'other', 'unknown'])
export type Sex = z.infer<typeof Sex>

/** A name in the person's own script, when it is known. */
export const OwnName = z.strictObject({ script: OwnScript, text: z.string().trim().min(1).max(120) })
export type OwnName = z.infer<typeof OwnName>

export const PersonName = z.strictObject({
  latin: z.string().trim().min(1).max(120),
  own: OwnName.nullable(),
})
export type PersonName = z.infer<typeof PersonName>

/** Ten digits of an Indian mobile number, without country code; a family often shares one. */
export const Phone = z.string().regex(/^[6-9][0-9]{9}$/)

/**
 * The revenue districts of Delhi by their slug: the eleven of 2012, which most papers still name, and the three that are new
 * among the thirteen of 25 December 2025 (PTI, 26 December 2025); Shahdara is none of these any more.
 */
export const districts = [
  'central',
  'central-north',
  'east',
  'new-delhi',
  'north',
  'north-east',
  'north-west',
  'old-delhi',
  'outer-north',
  'shahdara',
  'south',
  'south-east',
  'south-west',
  'west',
] as const
export const District = z.enum(districts)
export type District = z.infer<typeof District>

export const Address = z.strictObject({
  house: z.string().trim().max(120),
  locality: z.string().trim().max(80),
  /** The ward of the Municipal Corporation, as people call it. */
  ward: z.string().trim().min(1).max(60).optional(),
  district: District.nullable(),
  pin: z
    .string()
    .regex(/^11[0-9]{4}$/)
    .nullable(),
})
export type Address = z.infer<typeof Address>

export const Guardian = z.strictObject({
  relation: z.enum(['father', 'mother', 'husband', 'wife', 'guardian']),
  name: z.string().trim().min(1).max(120),
  /** Where to call them about a child. */
  phone: Phone.optional(),
})
export type Guardian = z.infer<typeof Guardian>

/** ABHA number of fourteen digits, without its hyphens (ABDM). */
export const AbhaNumber = z.string().regex(/^[0-9]{14}$/)

/** ABO and Rh D group as it is said and printed. */
export const bloodGroups = ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'] as const
export const BloodGroup = z.enum(bloodGroups)
export type BloodGroup = z.infer<typeof BloodGroup>

/** The code of another issuer that a person's details were read from. */
export const Evidence = z.strictObject({
  kind: z.enum(['abha', 'aadhaar', 'claim-169', 'smart-health-card']),
  /** Who signed it, when the signature was checked against a key that is trusted here; null when nothing proves it. */
  signedBy: z.string().max(120).nullable(),
  /** The end of its number, enough to name it and too little to misuse. */
  reference: z.string().max(16),
  readOn: z.iso.date(),
})
export type Evidence = z.infer<typeof Evidence>

/** Whoever is younger has somebody who answers for them. */
export const ADULT_YEARS = 18

/** A child that was registered from its mother's record. */
export const BornTo = z.strictObject({
  mother: PersonId,
  /** The first, second… of several that were born together; null for one alone. */
  order: z.int().min(1).max(9).nullable(),
})
export type BornTo = z.infer<typeof BornTo>

/** Somebody who was brought in and could not say who they are: called by a code until they or others can. */
export const Unidentified = z.strictObject({
  /** Sayable, and on the wristband: `Jamun 417`. */
  code: z.string().trim().min(1).max(40),
  since: z.iso.datetime(),
})
export type Unidentified = z.infer<typeof Unidentified>

/** What a clerk fills in. */
export const PersonDraft = z.strictObject({
  name: PersonName,
  sex: Sex,
  birth: Birth,
  phone: Phone.nullable(),
  address: Address,
  guardian: Guardian.nullable(),
  /** The language the person is spoken to in, on slips and labels too. */
  language: Language,
  abha: AbhaNumber.nullable().default(null),
  bloodGroup: BloodGroup.nullable().default(null),
  /** Null when everything was told or copied by hand. */
  evidence: Evidence.nullable().default(null),
  sources: FactSources.optional(),
  bornTo: BornTo.optional(),
  unidentified: Unidentified.optional(),
})
export type PersonDraft = z.infer<typeof PersonDraft>

export const Person = PersonDraft.extend({
  id: PersonId,
  registeredAt: z.iso.datetime(),
})
export type Person = z.infer<typeof Person>

/** The year of birth; of an age that was told, the likeliest. */
export const birthYearOf = (birth: Birth): number =>
  birth.kind === 'date' ? Number(birth.on.slice(0, 4)) : Number(birth.asOf.slice(0, 4)) - birth.years

/** Whole years on a given day (`YYYY-MM-DD`); an age that was told ages with the calendar. */
export function ageOn(birth: Birth, day: string): number {
  const from = birth.kind === 'date' ? birth.on : birth.asOf
  const years = Number(day.slice(0, 4)) - Number(from.slice(0, 4)) - (day.slice(5) < from.slice(5) ? 1 : 0)
  return Math.max(0, birth.kind === 'date' ? years : birth.years + years)
}
