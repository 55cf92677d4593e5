import { z } from 'zod'

import { Department, Facility } from '../hospital/facility.ts'
import { Language } from '../language.ts'
import { Medicine } from '../pharmacy/medicine.ts'
import { Dose } from '../pharmacy/prescription.ts'
import { PersonName, Sex } from '../person/person.ts'

const copy = {
  /** 1 is the original; every later one is marked DUPLICATE in the person's language and in English. */
  copy: z.int().min(1),
}

/** The 80 mm queue slip. It names nobody: initials, age and sex only. */
export const TokenSlip = z.strictObject({
  kind: z.literal('token-slip'),
  language: Language,
  facility: Facility,
  department: Department,
  /** `M 148` */
  token: z.string(),
  /** `G. K.` */
  initials: z.string(),
  age: z.int(),
  sex: Sex,
  /** Local wall-clock times `HH:MM` between which the turn is expected, or null when nothing is known. */
  expected: z.strictObject({ from: z.string(), to: z.string(), before: z.int() }).nullable(),
  /** Local date and time, `YYYY-MM-DDTHH:MM`. */
  printedAt: z.string(),
  counter: z.string(),
  /** Text of the visit QR. */
  code: z.string(),
  ...copy,
})
export type TokenSlip = z.infer<typeof TokenSlip>

/** The 50 × 38 mm label that goes on a medicine. */
export const MedicineLabel = z.strictObject({
  kind: z.literal('medicine-label'),
  language: Language,
  facility: Facility,
  medicine: Medicine,
  dose: Dose,
  days: z.int(),
  quantity: z.int(),
  lot: z.string(),
  expiry: z.iso.date(),
  personName: PersonName,
  printedAt: z.string(),
  ...copy,
})
export type MedicineLabel = z.infer<typeof MedicineLabel>

/** The 80 mm slip that says what the pharmacy still owes. */
export const OwedSlip = z.strictObject({
  kind: z.literal('owed-slip'),
  language: Language,
  facility: Facility,
  personName: PersonName,
  lines: z.array(z.strictObject({ medicine: Medicine, given: z.int(), owed: z.int() })),
  printedAt: z.string(),
  counter: z.string(),
  ...copy,
})
export type OwedSlip = z.infer<typeof OwedSlip>

/** The CR80 e-health card, front and back. */
export const CardPaper = z.strictObject({
  kind: z.literal('card'),
  language: Language,
  facility: Facility,
  name: PersonName,
  sex: Sex,
  /** `1991-04-06`, or the year alone when only an age is known. */
  born: z.string(),
  guardian: z.strictObject({ relation: z.string(), name: z.string() }).nullable(),
  /** Short code for typing, as `domain/card` makes it: `R3XK-71TB-8`. */
  shortCode: z.string(),
  issued: z.iso.date(),
  expires: z.iso.date(),
  /** Text of the signed QR. */
  code: z.string(),
  ...copy,
})
export type CardPaper = z.infer<typeof CardPaper>

/** Everything that comes out of a printer. */
export const PrintDocument = z.discriminatedUnion('kind', [TokenSlip, MedicineLabel, OwedSlip, CardPaper])
export type PrintDocument = z.infer<typeof PrintDocument>

export const PrinterKind = z.enum(['ticket', 'label', 'card'])
export type PrinterKind = z.infer<typeof PrinterKind>

/** Which printer of a terminal a document goes to. */
export const printerFor: Readonly<Record<PrintDocument['kind'], PrinterKind>> = {
  'token-slip': 'ticket',
  'owed-slip': 'ticket',
  'medicine-label': 'label',
  card: 'card',
}
