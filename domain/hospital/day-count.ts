import { z } from 'zod'

/** What a desk's day is told in, in the order of its papers. */
export const dayNumbers = [
  'registered',
  'cardsIssued',
  'cardsReissued',
  'cardsStopped',
  'tokens',
  'cancelled',
  'restored',
  'transferred',
  'slips',
  'reprints',
  'spoiled',
  'unprinted',
] as const
export type DayNumber = (typeof dayNumbers)[number]

const count = z.int().min(0)

/** What one desk did, in numbers; each of them has a list behind it at that desk. */
export const DayCounts = z.strictObject({
  registered: count,
  cardsIssued: count,
  cardsReissued: count,
  cardsStopped: count,
  tokens: count,
  cancelled: count,
  restored: count,
  transferred: count,
  /** First prints of token slips that came out. */
  slips: count,
  /** Copies of token slips that came out. */
  reprints: count,
  /** Token slips of which somebody said that they did not come out as they should. */
  spoiled: count,
  /** Token slips of which nobody knows that they came out. */
  unprinted: count,
})
export type DayCounts = z.infer<typeof DayCounts>

export const noCounts: DayCounts = {
  registered: 0,
  cardsIssued: 0,
  cardsReissued: 0,
  cardsStopped: 0,
  tokens: 0,
  cancelled: 0,
  restored: 0,
  transferred: 0,
  slips: 0,
  reprints: 0,
  spoiled: 0,
  unprinted: 0,
}

/** What a report tells, in this order: what was done, and what stood open at its end. */
export const reportNumbers = [...dayNumbers, 'waiting', 'refused', 'emergency'] as const
export type ReportNumber = (typeof reportNumbers)[number]
