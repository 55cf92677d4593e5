import { z } from 'zod'

import { encodings } from './codec/encoding.ts'
import { PullReply } from './sync.ts'

/** Bytes of CBOR; in JSON there are none. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** A page of rows in columns (codec/page.ts), packed by itself so that one packing serves many terminals. */
export const PackedPage = z.object({
  encoding: z.enum(encodings),
  page: Bytes,
  /** SHA-256 over the page's bytes before packing, lower-case hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type PackedPage = z.infer<typeof PackedPage>

/** What PULL answers to `Accept: application/cbor`: the columns in place of `changes`. */
export const PackedPullReply = PullReply.omit({ changes: true }).extend(PackedPage.shape)
export type PackedPullReply = z.infer<typeof PackedPullReply>

/** Either way of answering a PULL. */
export const AnyPullReply = z.union([PackedPullReply, PullReply])
export type AnyPullReply = z.infer<typeof AnyPullReply>
