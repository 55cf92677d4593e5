import { z } from 'zod'

import { TerminalId } from '../id.ts'
import { Envelope, ForwardAnswer } from './envelope.ts'
import { PokeReply } from './sync.ts'

const common = PokeReply.omit({ cursor: true }).shape

/** What a bundle is on a stick: sealed for HIMS's bundle key. */
export const BUNDLE = 'HBN1'
/** The answer to it: sealed for the terminal, by HIMS's bundle key. */
export const RECEIPT = 'HRC1'

/** So many pushes of at most 200 records each. */
export const MOST_ENVELOPES = 1000

/** What lies in a bundle, as packed CBOR: pushes as their terminal signed them, and where the answer goes. */
export const Bundle = z.object({
  terminal: TerminalId,
  /** Numbers mean what they meant in this epoch. */
  epoch: z.int().min(1),
  madeAt: z.iso.datetime(),
  /** 32 bytes of an X25519 public key of the terminal, in lower-case hexadecimal. */
  answerKey: z.string().regex(/^[0-9a-f]{64}$/),
  envelopes: z.array(Envelope).min(1).max(MOST_ENVELOPES),
})
export type Bundle = z.infer<typeof Bundle>

/** What lies in a receipt, as packed CBOR: one answer for each envelope. */
export const Receipt = z.object({
  terminal: TerminalId,
  epoch: z.int().min(1),
  incarnation: z.string().max(64),
  at: z.iso.datetime(),
  answers: z.array(ForwardAnswer).max(MOST_ENVELOPES),
})
export type Receipt = z.infer<typeof Receipt>

/** POST /sync/v1/bundle: any terminal may be the courier; it learns nothing of what it carries. */
export const BundleRequest = z.object({ bundle: z.base64().max(32 * 1024 * 1024) })
export type BundleRequest = z.infer<typeof BundleRequest>
export const BundleReply = z.object({ ...common, receipt: z.base64() })
export type BundleReply = z.infer<typeof BundleReply>
