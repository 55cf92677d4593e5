import { z } from 'zod'

import { FourTexts } from '../language.ts'

/** The code of a hospital, a department or a room. */
export const PlaceCode = z.string().regex(/^[a-z0-9-]{1,32}$/)

/** Who runs a hospital; schemes ask for it. */
export const RunBy = z.enum(['delhi', 'central', 'municipal', 'private'])
export type RunBy = z.infer<typeof RunBy>

export const Facility = z.strictObject({
  code: PlaceCode,
  name: FourTexts,
  /** Its number in ABDM's Health Facility Registry, `IN` and ten digits. */
  hfr: z
    .string()
    .regex(/^IN[0-9]{10}$/)
    .nullable()
    .default(null),
  runBy: RunBy.optional(),
})
export type Facility = z.infer<typeof Facility>

/** Where a patient is sent: the sign, the room and the floor line that are printed on the slip. */
export const Department = z.strictObject({
  code: PlaceCode,
  name: FourTexts,
  /** The letters before its token numbers: `M` in M 148. */
  prefix: z.string().regex(/^[A-Z]{1,2}$/),
  room: z.string().min(1).max(12),
  floor: z.int().min(-2).max(20),
  line: z.enum(['blue', 'green', 'plum', 'brick']),
  sign: z.enum(['medicine', 'bone', 'child', 'eye', 'women', 'skin', 'ear', 'tooth', 'heart', 'surgery']),
  /** The hospital it belongs to; absent in one that shares its directory with nobody. */
  facility: PlaceCode.optional(),
  /** Nobody is sent there from this day on. */
  closed: z.iso.date().optional(),
})
export type Department = z.infer<typeof Department>
