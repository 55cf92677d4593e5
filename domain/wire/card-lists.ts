import { z } from 'zod'

import { PokeReply } from './sync.ts'

const common = PokeReply.omit({ cursor: true }).shape

/** Bytes of a signed list, in base64. */
const Bytes = z.base64().max(24 * 1024 * 1024)

/** POST /sync/v1/card-lists: the numbers of the lists that are here, 0 for none. */
export const CardListsRequest = z.object({
  trust: z.int().min(0),
  status: z.int().min(0),
  /** Not said by a terminal from before the rules of schemes came this way; it is given none. */
  rules: z.int().min(0).optional(),
})
export type CardListsRequest = z.infer<typeof CardListsRequest>

/** A key that seals the emergency block of cards; only terminals that staff use are given it. */
export const EmergencyKey = z.object({
  /** One byte, as a card names it. */
  id: z.int().min(0).max(255),
  /** 32 bytes in lower-case hexadecimal. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** The last day on which new cards are sealed with it. */
  until: z.iso.date(),
})
export type EmergencyKey = z.infer<typeof EmergencyKey>

export const CardListsReply = z.object({
  ...common,
  /** Null when the terminal has the newest. */
  trust: z.object({ certificate: Bytes, list: Bytes }).nullable(),
  /** A snapshot, or what changed since the number that was asked with or since the snapshot; null for nothing to say. */
  status: z.object({ snapshot: Bytes.nullable(), delta: Bytes.nullable() }).nullable(),
  emergency: z.array(EmergencyKey).max(256),
  /** The rules of schemes under a later number than was asked with. */
  rules: z
    .object({ seq: z.int().min(1), certificate: Bytes, list: Bytes })
    .nullable()
    .optional(),
})
export type CardListsReply = z.infer<typeof CardListsReply>

/** POST /sync/v1/delegate: a desk asks that cards may be signed with its own key; asking again repeats the answer. */
export const DelegateRequest = z.object({ publicKey: z.string().regex(/^[0-9a-f]{64}$/) })
export type DelegateRequest = z.infer<typeof DelegateRequest>

export const DelegateReply = z.object({
  ...common,
  kid: z.string().regex(/^[0-9a-f]{4}$/),
  notBefore: z.iso.date(),
  notAfter: z.iso.date(),
})
export type DelegateReply = z.infer<typeof DelegateReply>
