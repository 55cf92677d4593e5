import { z } from 'zod'

import { PersonId } from '../id.ts'
import { AbhaNumber, Person, Phone } from '../person/person.ts'

/** A name as it was typed, in any script and spelling, with what else was said; `pressed`: a clerk wanted it asked so. */
const byName = z
  .object({
    kind: z.literal('name'),
    words: z.array(z.string().trim().min(1).max(40)).min(1).max(8),
    age: z.int().min(0).max(130),
    place: z.string().trim().min(2).max(80).nullable(),
    /** The last digits of a phone. */
    phoneEnd: z
      .string()
      .regex(/^[0-9]{4,5}$/)
      .nullable(),
    pressed: z.boolean(),
  })
  .refine(({ place, phoneEnd, pressed }) => pressed || place !== null || phoneEnd !== null)

/** What a desk may look for beyond its own hospital's people: what the person told, never a name alone. */
export const FindBy = z.discriminatedUnion('kind', [
  byName,
  z.object({ kind: z.literal('phone'), phone: Phone }),
  z.object({ kind: z.literal('abha'), number: AbhaNumber }),
  /** The first five bytes of a card's id, as its short code holds them, in lower-case hexadecimal. */
  z.object({ kind: z.literal('card'), digits: z.string().regex(/^[0-9a-f]{10}$/) }),
  /** Somebody who was found so a moment ago, as they are now. */
  z.object({ kind: z.literal('person'), id: PersonId }),
])
export type FindBy = z.infer<typeof FindBy>

/** POST /sync/v1/find: desks only, so many a minute, and each is written down with the terminal that asked. */
export const FindRequest = z.object({ by: FindBy })
export type FindRequest = z.infer<typeof FindRequest>

export const MOST_FOUND = 10
/** By name strangers are among them. */
export const MOST_NAMED = 5

export const FindReply = z.object({
  incarnation: z.string().max(64),
  schema: z.int().min(1),
  serverTime: z.iso.datetime(),
  /** Who was found by name comes without phone, ABHA number, house and ward: whoever is chosen is asked for by id. */
  people: z.array(Person).max(MOST_FOUND),
  more: z.boolean(),
  /** Names are being made ready for the search: some people are not found by theirs yet. */
  preparing: z.boolean().optional(),
  /** A hub that answers for itself, HIMS being away: nobody of other hospitals is among them. */
  server: z.enum(['hims', 'hub']).optional(),
  /** The codes of the hospitals that hold somebody; of whom nothing is said, nothing is known. */
  held: z.array(z.object({ person: PersonId, by: z.array(z.string().max(32)).max(8) })).optional(),
})
export type FindReply = z.infer<typeof FindReply>
