import { z } from 'zod'

import { CardId } from '../id.ts'
import { CardCore, Emergency } from './card-core.ts'

/** The signed facts of a card. Days are `YYYY-MM-DD`. */
export const CardFacts = z.strictObject({
  cardId: CardId,
  statusIndex: z.int().min(0),
  issued: z.iso.date(),
  expires: z.iso.date(),
  kid: z.string().regex(/^[0-9a-f]{4}$/),
  /** Null on a card of profile P-ID, which holds no personal data. */
  core: CardCore.nullable(),
  emergency: Emergency,
})
export type CardFacts = z.infer<typeof CardFacts>

/** What a terminal can say about any text that a scanner read. */
export const CardAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('valid'), card: CardFacts }),
  z.strictObject({ kind: z.literal('expired'), card: CardFacts }),
  z.strictObject({ kind: z.literal('revoked'), card: CardFacts, reason: z.string() }),
  z.strictObject({ kind: z.literal('altered') }),
  z.strictObject({ kind: z.literal('unknown-issuer') }),
  z.strictObject({ kind: z.literal('newer-format') }),
  z.strictObject({ kind: z.literal('not-a-card') }),
])
export type CardAnswer = z.infer<typeof CardAnswer>
