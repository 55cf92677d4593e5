import { createHash } from 'node:crypto'

import type { HimsRole } from '../../domain/wire/sync.ts'
import { tableNames } from '../../domain/wire/table.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { newestCursor } from '../database/counter.ts'
import type { Store } from '../database/schema.ts'

/** What each role works with; what it has no use for never leaves HIMS. */
export const tablesFor: Readonly<Record<HimsRole, readonly TableName[]>> = {
  hub: tableNames,
  pharmacy: tableNames,
  desk: [
    'facility',
    'department',
    'operator',
    'person',
    'person_link',
    'review',
    'card',
    'card_flag',
    'visit',
    'medicine',
  ],
  kiosk: ['facility', 'department', 'person', 'person_link', 'card', 'visit'],
}

export interface ChangePage {
  /** The `changes` array as JSON text, and the SHA-256 of exactly that text. */
  readonly changes: string
  readonly digest: string
  readonly next: number
  readonly more: boolean
}

/**
 * The changes after a cursor in commit order. A row that changed twice is sent once, as it now is. Cursors that
 * concern other roles are passed over, so `next` always goes on.
 */
export async function changesAfter(
  store: Store,
  role: HimsRole,
  { cursor, limit }: { readonly cursor: number; readonly limit: number },
): Promise<ChangePage> {
  // Read before the rows: whatever is committed in between comes with a cursor above it, and none below is missing.
  const newest = await newestCursor(store)
  const found = await store
    .selectFrom('record')
    .select(['cursor', 'name', 'id', 'version', 'row'])
    .where('cursor', '>', cursor)
    .where('name', 'in', tablesFor[role])
    .orderBy('cursor')
    .limit(limit + 1)
    .execute()
  const more = found.length > limit
  const page = more ? found.slice(0, limit) : found
  const last = page.at(-1)?.cursor ?? cursor
  const changes = `[${page.map((change) => changeText(change)).join(',')}]`
  return {
    changes,
    digest: createHash('sha256').update(changes).digest('hex'),
    next: more ? last : Math.max(last, newest, cursor),
    more,
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
