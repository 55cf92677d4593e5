import { z } from 'zod'

import { Lot, Medicine } from './medicine.ts'

/** What a scanned pack turns out to be by the records here, whoever it is for. */
export const PackSeen = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('read'),
    /** Fourteen digits. */
    gtin: z.string(),
    /** The lot's number and last day as the pack says them; null where its code is silent. */
    lotNumber: z.string().nullable(),
    expiry: z.iso.date().nullable(),
    /** Null where no medicine of the formulary has such a pack. */
    medicine: Medicine.nullable(),
    /** Units of the medicine in the pack; null where that is not known. */
    units: z.int().min(1).nullable(),
    /** The lot as it is known here. */
    lot: Lot.nullable(),
    held: z.enum(['recalled', 'quarantined', 'expired']).nullable(),
    /** Why it is held, in the words of whoever marked it; empty where nobody did. */
    reason: z.string(),
  }),
  z.strictObject({
    kind: z.literal('broken'),
    fault: z.enum([
      'too-long',
      'cut-off',
      'wrong-check-digit',
      'wrong-date',
      'wrong-letter',
      'unknown-field',
      'says-two-things',
    ]),
  }),
])
export type PackSeen = z.infer<typeof PackSeen>
