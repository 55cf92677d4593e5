import { z } from 'zod'

/** One outage to be lived through. */
export const OutagePlan = z.strictObject({
  seed: z.int(),
  /** People who come while HIMS is away; four fifths as many medicines are handed over. */
  registrations: z.int().min(1),
  hours: z.number().positive(),
  /** How many terminals of each kind stand in the hospital. */
  desks: z.int().min(2),
  pharmacies: z.int().min(1),
  rooms: z.int().min(1).max(3),
})
export type OutagePlan = z.infer<typeof OutagePlan>

const Count = z.strictObject({ tried: z.int().min(0), broken: z.int().min(0) })

/** What became of it. */
export const OutageReport = z.strictObject({
  /** Each promise by its key, with how often it was put to the test. */
  kept: z.record(z.string(), Count),
  /** Prescriptions written while HIMS was away, and how many of the dispensings were on these. */
  written: z.int(),
  ofToday: z.int(),
  /** Records that waited at the hub and at the terminals when HIMS came back. */
  waitedAtHub: z.int(),
  waitedAtTerminals: z.int(),
  /** Simulated milliseconds from HIMS's return until nothing waited and every place had every row; null for never. */
  drained: z.number().nullable(),
  /** Real milliseconds of work for the same. */
  work: z.number(),
  exchanges: z.int(),
  wrong: z.array(z.string()),
})
export type OutageReport = z.infer<typeof OutageReport>
