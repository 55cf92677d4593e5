import { createHash } from 'node:crypto'

import { DigestRequest, RowsRequest } from '../../domain/wire/digest.ts'
import type { DigestReply } from '../../domain/wire/digest.ts'
import { MOST_ROWS } from '../../domain/wire/codec/page.ts'
import { minus, rowSum, sumText } from '../../domain/wire/row-sum.ts'
import type { RowSum } from '../../domain/wire/row-sum.ts'
import { newestCursor } from '../database/counter.ts'
import type { HimsInside } from '../hims.ts'
import { heldAfter, namesOf, rowsBetween, tablesFor } from '../record/visible.ts'
import type { RowName, Viewer } from '../record/visible.ts'
import { answer, cborAnswer, common } from './answer.ts'
import type { DigestBook, SummedBucket } from './digest-book.ts'
import { call } from './handler.ts'
import type { Call } from './handler.ts'
import { packChanges } from './pack-page.ts'

/** POST /sync/v1/digest: what a terminal should hold, in a few bytes for thousands of rows. */
export const digestCall = (book: DigestBook): Call<DigestRequest> =>
  call(DigestRequest, async (inside, viewer, { tables, without }) => {
    const cursor = await newestCursor(inside.store)
    const seen: readonly string[] = tablesFor[viewer.role]
    const summed: DigestReply['tables'] = []
    for (const table of tables.filter((name) => seen.includes(name))) {
      const after = heldAfter(viewer, table, inside.world.now())
      const buckets = await book.bucketsOf(viewer, table, after)
      const left = (await leftOut(inside, viewer, table, without)).filter(({ id }) => id > after)
      summed.push({ table, ...(after === '' ? {} : { after }), buckets: lessen(buckets, left).map(bucketText) })
    }
    return answer({ ...common(inside), cursor, hospital: viewer.facility, tables: summed } satisfies DigestReply)
  })

const bucketText = ({ upTo, sum }: SummedBucket) => ({ upTo, count: sum.count, sum: sumText(sum) })

const leftOut = (
  { store }: HimsInside,
  viewer: Viewer,
  table: string,
  without: DigestRequest['without'],
): Promise<readonly RowName[]> =>
  namesOf(
    store,
    viewer,
    table,
    without.flatMap(([name, id]) => (name === table ? [id] : [])),
  )

/** The buckets without some rows. */
function lessen(buckets: readonly SummedBucket[], left: readonly RowName[]): readonly SummedBucket[] {
  const less = new Map<SummedBucket, RowSum>()
  for (const { id, version } of left) {
    const bucket = buckets.find(({ upTo }) => id <= upTo)
    if (bucket !== undefined) less.set(bucket, minus(less.get(bucket) ?? bucket.sum, rowSum(id, version)))
  }
  return buckets.map((bucket) => ({ ...bucket, sum: less.get(bucket) ?? bucket.sum }))
}

/** POST /sync/v1/rows: a bucket once more, whole. */
export const rowsCall: Call<RowsRequest> = call(RowsRequest, async (inside, viewer, { table, after, upTo }, takes) => {
  const rows = await rowsBetween(inside.store, viewer, { table, after, upTo, limit: MOST_ROWS })
  const changes = rows
    .map(({ cursor, id, version, row }) => ({ cursor, table, id, version, row: JSON.parse(row) as unknown }))
    .toSorted((one, other) => one.cursor - other.cursor)
  if (takes.cbor) return cborAnswer({ ...common(inside), ...(await packChanges(changes, takes.encoding)) })
  const digest = createHash('sha256').update(JSON.stringify(changes)).digest('hex')
  return answer({ ...common(inside), changes, digest })
})
