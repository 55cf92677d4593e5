import { decode, encode } from 'cborg'
import { z } from 'zod'

import type { Learnt } from './lesson.ts'

const Kept = z.record(
  z.string(),
  z.strictObject({
    signs: z.array(z.string()),
    choices: z.array(
      z.strictObject({ pieces: z.array(z.string()), numbers: z.array(z.int()), usual: z.array(z.number()) }).nullable(),
    ),
    weights: z.instanceof(Uint8Array),
  }),
)

/** Lessons as one CBOR map (RFC 8949), so that they are learnt once and not at each start. */
export const packLessons = (lessons: ReadonlyMap<string, Learnt>): Uint8Array =>
  encode(
    Object.fromEntries(
      Array.from(lessons, ([scripts, { signs, choices, weights }]) => [
        scripts,
        { signs, choices: Array.from(choices, (choice) => choice ?? null), weights: new Uint8Array(weights.buffer) },
      ]),
    ),
  )

/** Null for anything else than `packLessons` gives. */
export function unpackLessons(packed: Uint8Array): ReadonlyMap<string, Learnt> | null {
  try {
    const kept = Kept.safeParse(decode(packed))
    if (!kept.success) return null
    return new Map(
      Object.entries(kept.data).map(([scripts, { signs, choices, weights }]) => [
        scripts,
        {
          signs,
          choices: choices.map((choice) => choice ?? undefined),
          weights: new Int8Array(weights.buffer, weights.byteOffset, weights.length),
        },
      ]),
    )
  } catch {
    return null
  }
}
