import { z } from 'zod'

import { PackedPage } from './packed.ts'
import { PokeReply, PullReply } from './sync.ts'

const common = PokeReply.omit({ cursor: true }).shape

/** POST /sync/v1/snapshot: everything HIMS has for this terminal, in pieces that never change. */
export const SnapshotReply = z.object({
  ...common,
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** Empty while HIMS has none ready: PULL brings the same. */
  chunks: z
    .array(
      z.object({
        /** The cursor that this chunk goes on from; the first one from 0. */
        from: z.int().min(0),
        bytes: z.int().min(1),
        /** SHA-256 of the chunk as it is fetched, lower-case hexadecimal. */
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(10_000),
})
export type SnapshotReply = z.infer<typeof SnapshotReply>

/** GET /sync/v1/snapshot/ID/N, CBOR: a page of PULL as it was when the snapshot was made. PULL goes on from `next`. */
export const SnapshotChunk = z.object({ ...PackedPage.shape, next: PullReply.shape.next })
export type SnapshotChunk = z.infer<typeof SnapshotChunk>
