import { setImmediate as otherWork } from 'node:timers/promises'

import { noRows, plus, rowSum } from '../../domain/wire/row-sum.ts'
import type { RowSum } from '../../domain/wire/row-sum.ts'
import { newestCursor } from '../database/counter.ts'
import type { Store } from '../database/schema.ts'
import { idsChanged, namesAfter, scopeOf } from '../record/visible.ts'
import type { RowName, Viewer } from '../record/visible.ts'

export interface SummedBucket {
  readonly upTo: string
  readonly sum: RowSum
}

/** Sums of what viewers see, kept in memory: only buckets in which something changed are counted again. */
export interface DigestBook {
  /** Of rows whose ids come after one. */
  readonly bucketsOf: (viewer: Viewer, table: string, after: string) => Promise<readonly SummedBucket[]>
}

interface Chapter {
  readonly asOf: number
  /** Rows up to here are not counted. */
  readonly after: string
  readonly buckets: readonly SummedBucket[]
}

/** Rows of a bucket when it is made; it is parted when it has twice as many. */
export const BUCKET = 2048
/** With more changes than these everything is counted anew. */
const MOST_CHANGES = 20_000

export function digestBook(store: Store, incarnation: () => string): DigestBook {
  const chapters = new Map<string, Promise<Chapter>>()

  return {
    async bucketsOf(viewer, table, after) {
      const name = `${incarnation()} ${scopeOf(viewer)} ${table}`
      const next = turn(chapters.get(name) ?? null, store, { viewer, table, after })
      chapters.set(name, next)
      try {
        return (await next).buckets
      } catch (fault) {
        chapters.delete(name)
        throw fault
      }
    },
  }
}

/** What a chapter is about. */
interface Subject {
  readonly viewer: Viewer
  readonly table: string
  readonly after: string
}

async function turn(before: Promise<Chapter> | null, store: Store, subject: Subject): Promise<Chapter> {
  const last = await (before ?? null)
  const { table, after } = subject
  // Read before the rows: what is committed meanwhile is counted again next time.
  const asOf = await newestCursor(store)
  const anew = async () => ({ asOf, after, buckets: await sumAfter(store, subject, after, null) })
  if (last === null || last.after > after) return anew()
  if (last.asOf === asOf && last.after === after) return last
  const changed = await idsChanged(store, { table, since: last.asOf, limit: MOST_CHANGES })
  if (changed.length > MOST_CHANGES) return anew()
  const buckets = last.buckets.filter(({ upTo }) => upTo > after)
  const dirty = new Set(changed.filter((id) => id > after).map((id) => placeOf(buckets, id)))
  // The line has moved into what is the first bucket now.
  if (last.after !== after) dirty.add(0)
  return { asOf, after, buckets: await countAgain(store, subject, buckets, dirty) }
}

async function countAgain(
  store: Store,
  subject: Subject,
  buckets: readonly SummedBucket[],
  dirty: ReadonlySet<number>,
): Promise<readonly SummedBucket[]> {
  const counted: SummedBucket[] = []
  for (const [at, bucket] of buckets.entries()) {
    if (!dirty.has(at)) counted.push(bucket)
    else counted.push(...(await sumAfter(store, subject, buckets[at - 1]?.upTo ?? subject.after, bucket.upTo)))
  }
  if (dirty.has(buckets.length)) {
    counted.push(...(await sumAfter(store, subject, buckets.at(-1)?.upTo ?? subject.after, null)))
  }
  return counted
}

/** The bucket that an id falls into; one after the last for an id beyond all. */
function placeOf(buckets: readonly SummedBucket[], id: string): number {
  let [low, high] = [0, buckets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((buckets[middle]?.upTo ?? '') < id) low = middle + 1
    else high = middle
  }
  return low
}

/** Buckets of what comes after an id, up to another or to the end. */
async function sumAfter(
  store: Store,
  { viewer, table }: Subject,
  from: string,
  upTo: string | null,
): Promise<readonly SummedBucket[]> {
  const buckets: SummedBucket[] = []
  for (let after = from; ;) {
    const found = await namesAfter(store, viewer, { table, after, limit: BUCKET })
    const names = upTo === null ? found : found.filter(({ id }) => id <= upTo)
    const end = names.at(-1)?.id
    const isLast = names.length < BUCKET
    // What was a bucket keeps its end, so that an empty one still says so.
    if (isLast && upTo !== null) return [...buckets, { upTo, sum: sumOf(names) }]
    if (end !== undefined) buckets.push({ upTo: end, sum: sumOf(names) })
    if (isLast || end === undefined) return buckets
    after = end
    await otherWork()
  }
}

export function sumOf(names: readonly RowName[]): RowSum {
  let sum = noRows
  for (const { id, version } of names) sum = plus(sum, rowSum(id, version))
  return sum
}
