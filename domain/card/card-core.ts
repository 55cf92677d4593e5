import { z } from 'zod'

import { AbhaNumber, BloodGroup, PersonName, Sex } from '../person/person.ts'

/** What a P-CORE card says of its holder. */
export const CardCore = z.strictObject({
  abha: AbhaNumber.nullable(),
  name: PersonName,
  sex: Sex,
  birthYear: z.int().min(1900).max(2155).nullable(),
  bloodGroup: BloodGroup.nullable(),
  /** The digits of the issuing hospital's number in the Health Facility Registry, `0710000123`; null when it has none. */
  facility: z
    .string()
    .regex(/^[0-9]{10}$/)
    .nullable(),
})
export type CardCore = z.infer<typeof CardCore>

/** With the longest names and so many codes of five bytes in all, a card still fits a version 13 symbol. */
export const MOST_CODES = 9

/** SNOMED CT identifiers, and whom to call; sealed, so that only terminals read it. */
export const EmergencyBlock = z.strictObject({
  allergies: z.array(z.int().min(1)).max(8),
  conditions: z.array(z.int().min(1)).max(8),
  medicines: z.array(z.int().min(1)).max(8),
  /** Ten digits of an Indian mobile number. */
  contact: z
    .string()
    .regex(/^[6-9][0-9]{9}$/)
    .nullable(),
})
export type EmergencyBlock = z.infer<typeof EmergencyBlock>

/** The emergency part of a card, as this terminal can or cannot read it. */
export const Emergency = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('open'), block: EmergencyBlock }),
  /** Sealed under a key that is not here, or damaged. */
  z.strictObject({ kind: z.literal('sealed') }),
])
export type Emergency = z.infer<typeof Emergency>
