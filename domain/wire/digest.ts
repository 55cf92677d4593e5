import { z } from 'zod'

import { Change, PokeReply, PullReply } from './sync.ts'
import { PackedPage } from './packed.ts'

const common = PokeReply.omit({ cursor: true }).shape

const Id = z.string().max(120)
const Table = z.string().max(64)

/** Rows that a terminal still has work for can't be compared; with more of them it does not ask. */
export const MOST_LEFT_OUT = 1000

/** POST /sync/v1/digest: what HIMS holds for this terminal, bucket by bucket, without the rows that are named. */
export const DigestRequest = z.object({
  tables: z.array(Table).max(64),
  without: z.array(z.tuple([Table, Id])).max(MOST_LEFT_OUT),
})
export type DigestRequest = z.infer<typeof DigestRequest>

/** The rows whose id comes after the bucket before and not after `upTo`; ids compare by their code units. */
export const Bucket = z.object({
  upTo: Id,
  count: z.int().min(0),
  /** row-sum.ts */
  sum: z.string().regex(/^[0-9a-f]{16}$/),
})
export type Bucket = z.infer<typeof Bucket>

export const DigestReply = z.object({
  ...common,
  /** The newest change that is counted: compare when exactly so much was pulled. */
  cursor: z.int().min(0),
  /** Of `tablesOfOneHospital` only this hospital's rows are counted; others that it sent before have to go. */
  hospital: z.string().max(32).optional(),
  tables: z
    .array(
      z.object({
        table: Table,
        /** Rows up to this id are not counted: terminals need not hold them. */
        after: Id.optional(),
        buckets: z.array(Bucket).max(100_000),
      }),
    )
    .max(64),
})
export type DigestReply = z.infer<typeof DigestReply>

/** POST /sync/v1/rows: every row of a bucket. */
export const RowsRequest = z.object({ table: Table, after: Id, upTo: Id })
export type RowsRequest = z.infer<typeof RowsRequest>
export const RowsReply = z.object({ ...common, changes: z.array(Change), digest: PullReply.shape.digest })
export type RowsReply = z.infer<typeof RowsReply>
export const PackedRowsReply = z.object({ ...common, ...PackedPage.shape })
export type PackedRowsReply = z.infer<typeof PackedRowsReply>
export const AnyRowsReply = z.union([PackedRowsReply, RowsReply])
