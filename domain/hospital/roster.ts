import { z } from 'zod'

import { OperatorId } from '../id.ts'
import { PlaceCode } from './facility.ts'

/** Hours and minutes of the hospital's own clock, `08:30`. */
export const ClockTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)

/** One doctor's hours in one room on one day: a FHIR R4 Schedule and its Slots. */
export const Roster = z.strictObject({
  id: z.string().min(1).max(80),
  operator: OperatorId,
  department: z.string().max(32),
  /** The code of a Room. */
  room: z.string().max(32),
  day: z.iso.date(),
  from: ClockTime,
  to: ClockTime,
  /** What one patient takes, as planned; the expected time on a slip is reckoned with what they really took. */
  minutes: z.int().min(1).max(120),
  status: z.enum(['planned', 'cancelled']),
  facility: PlaceCode.optional(),
})
export type Roster = z.infer<typeof Roster>
