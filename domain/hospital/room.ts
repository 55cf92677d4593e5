import { z } from 'zod'

import { FourTexts } from '../language.ts'
import { PlaceCode } from './facility.ts'

/** A room or counter of a hospital (FHIR R4 Location): where a doctor sits, medicines are given or stock stands. */
export const Room = z.strictObject({
  code: PlaceCode,
  /** As it stands over the door: `14`, `C 3`. */
  label: z.string().min(1).max(12),
  name: FourTexts,
  kind: z.enum(['consulting', 'counter', 'store', 'waiting']),
  /** The department that works there; null for what all share. */
  department: z.string().max(32).nullable(),
  floor: z.int().min(-2).max(20),
  line: z.enum(['blue', 'green', 'plum', 'brick']),
  open: z.boolean(),
  /** The hospital it is in; absent in one that shares its directory with nobody. */
  facility: PlaceCode.optional(),
})
export type Room = z.infer<typeof Room>
