import { z } from 'zod'

import { PersonId } from '../id.ts'
import { AbhaNumber, Person, Phone } from '../person/person.ts'

/** What a desk may look for beyond its own hospital's people: something that only the person could have told. */
export const FindBy = z.discriminatedUnion('kind', [
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

export const FindReply = z.object({
  incarnation: z.string().max(64),
  schema: z.int().min(1),
  serverTime: z.iso.datetime(),
  people: z.array(Person).max(MOST_FOUND),
  more: z.boolean(),
})
export type FindReply = z.infer<typeof FindReply>
