import { z } from 'zod'

/** A pack that a scanner can tell: its GTIN in fourteen digits, and how many units it holds. */
export const Pack = z.strictObject({ gtin: z.string().regex(/^\d{14}$/), units: z.int().min(1).max(5000) })
export type Pack = z.infer<typeof Pack>

/** A line of the formulary: one medicine in one strength and form of the National List of Essential Medicines. */
export const Medicine = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,80}$/),
  /** The International Nonproprietary Name. */
  name: z.string().min(1).max(120),
  /** `500 mg`, `250 mg/5 ml`. */
  strength: z.string().max(60),
  form: z.enum([
    'tablet',
    'capsule',
    'syrup',
    'suspension',
    'injection',
    'drops',
    'ointment',
    'cream',
    'inhaler',
    'powder',
    'solution',
    'patch',
    'gel',
    'lotion',
    'suppository',
    'spray',
  ]),
  /** Allergy groups it belongs to: `penicillin`, `sulfonamide`, `nsaid`… */
  groups: z.array(z.string()),
  /** The shelf it stands on: `B 14`. */
  shelf: z.string().max(12),
  /** Its packs as they are sold. */
  packs: z.array(Pack).max(40).optional(),
  /** Codes of the hospitals that do not give it. */
  notAt: z.array(z.string().max(32)).max(500).optional(),
})
export type Medicine = z.infer<typeof Medicine>

/** A batch of a medicine as it stands on the shelf of one hospital. */
export const Lot = z.strictObject({
  id: z.string().min(1).max(80),
  medicine: z.string(),
  lot: z.string().min(1).max(40),
  /** The last day it may be given. */
  expiry: z.iso.date(),
})
export type Lot = z.infer<typeof Lot>

/** Stock is never a number that is overwritten: what is on the shelf is the sum of these. */
export const StockEvent = z.strictObject({
  id: z.string().min(1).max(80),
  lotId: z.string(),
  delta: z.int(),
  reason: z.enum(['received', 'dispensed', 'returned', 'counted', 'destroyed', 'sent']),
  at: z.iso.datetime(),
  /** The store where it happened, the code of a Room; without one it is the pharmacy's own shelf. */
  store: z.string().max(32).optional(),
  /** The StockPaper it stands on. */
  paper: z.uuid().optional(),
  /** Said by a count: so many stood there, whatever came and went before. */
  found: z.int().min(0).optional(),
})
export type StockEvent = z.infer<typeof StockEvent>
