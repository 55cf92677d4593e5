import { newestCursor } from '../database/counter.ts'
import type { Store } from '../database/schema.ts'
import { pageEnd, roundest } from './page-end.ts'
import { visible } from './visible.ts'
import type { Viewer } from './visible.ts'

export interface ChangePage {
  /** The `changes` array as JSON text. */
  readonly changes: string
  readonly rows: number
  readonly next: number
  readonly more: boolean
}

export interface Stretch {
  readonly cursor: number
  readonly limit: number
  /** Older visits are left out. */
  readonly visitsAfter?: string
  /** Pages end where those of others end, so that one can serve many; they then have fewer rows than they could. */
  readonly isShared?: boolean
}

/** So many cursors are looked at for one page, whoever they concern: it never takes long, and the next goes on. */
const REACH = 100_000

/**
 * The changes after a cursor that a viewer is sent, in commit order. A row that changed twice is sent once, as it now is.
 * Cursors that concern others are passed over, so `next` always goes on.
 */
export async function changesAfter(
  store: Store,
  viewer: Viewer,
  { cursor, limit, visitsAfter = '', isShared = false }: Stretch,
): Promise<ChangePage> {
  // Read before the rows: whatever is committed in between comes with a cursor above it, and none below is missing.
  const newest = await newestCursor(store)
  const far = isShared ? roundest(cursor, cursor + REACH) : cursor + REACH
  const reach = Math.min(newest, far)
  const found = await visible(store, viewer)
    .select(['record.cursor', 'record.name', 'record.id', 'record.version', 'record.row'])
    .where('record.cursor', '>', cursor)
    .where('record.cursor', '<=', reach)
    .where((eb) => eb.or([eb('record.name', '<>', 'visit'), eb('record.id', '>', visitsAfter)]))
    .orderBy('record.cursor')
    .limit(limit + 1)
    .execute()
  const isFull = found.length > limit
  const last = found[limit - 1]?.cursor ?? reach
  const full = isShared ? pageEnd(cursor, found[0]?.cursor ?? last, last) : last
  const next = isFull ? full : Math.max(reach, cursor)
  const page = isFull ? found.filter((change) => change.cursor <= next) : found
  return {
    changes: `[${page.map((change) => changeText(change)).join(',')}]`,
    rows: page.length,
    next,
    more: isFull || reach < newest,
  }
}

/** What `JSON.stringify` would say of the change, without reading the row again. */
const changeText = (change: {
  readonly cursor: number
  readonly name: string
  readonly id: string
  readonly version: number
  readonly row: string
}): string =>
  `{"cursor":${change.cursor},"table":${JSON.stringify(change.name)},"id":${JSON.stringify(change.id)},` +
  `"version":${change.version},"row":${change.row}}`
