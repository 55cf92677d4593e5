import { z } from 'zod'

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
})
export type StockEvent = z.infer<typeof StockEvent>
