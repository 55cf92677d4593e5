import { z } from 'zod'

import { CardId, PersonId } from '../id.ts'

/** A card that HIMS has signed and a terminal may hand out: the whole QR text, not yet anybody's. */
export const CardBlank = z.strictObject({
  cardId: CardId,
  statusIndex: z.int().min(0),
  issued: z.iso.date(),
  expires: z.iso.date(),
  /** The text of the QR symbol, prefix included. */
  text: z.string().max(400),
  term: z.enum(['temporary', 'permanent']).default('temporary'),
})
export type CardBlank = z.infer<typeof CardBlank>

/** Which person a card belongs to. */
export const CardRecord = z.strictObject({
  cardId: CardId,
  personId: PersonId,
  statusIndex: z.int().min(0),
  issued: z.iso.date(),
  expires: z.iso.date(),
  /** Kept verbatim, so that a status of a newer HIMS survives: one of `CardStatus`, as a rule. */
  status: z.string().max(32),
  profile: z.enum(['P-ID', 'P-CORE']).default('P-ID'),
  /** The first card is temporary; the permanent one supersedes it. */
  term: z.enum(['temporary', 'permanent']).default('temporary'),
})
export type CardRecord = z.infer<typeof CardRecord>

/** A public key that cards may be signed with, as a terminal judges by it. Days are `YYYY-MM-DD`. */
export interface IssuerKey {
  /** Two bytes in lower-case hexadecimal. */
  readonly kid: string
  /** The 32 bytes of the Ed25519 public key (RFC 8032) in lower-case hexadecimal. */
  readonly publicKey: string
  readonly notBefore: string
  readonly notAfter: string
  /** The hospitals whose cards it may sign, by the ten digits of their registry number; null for all. */
  readonly facilities: readonly string[] | null
}
