import { sql } from 'kysely'

import { visitsHeldAfter } from '../../domain/hospital/visits-held.ts'
import type { HimsRole } from '../../domain/wire/sync.ts'
import { tableNames } from '../../domain/wire/table.ts'
import type { TableName } from '../../domain/wire/table.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import { markOf } from './person-of.ts'

/** Neither who pays and what a family earns, nor who keeps the directory, is a counter's business. */
const notForCounters: ReadonlySet<TableName> = new Set<TableName>(['scheme_fact', 'coverage', 'directory_change'])

/** What each role works with; what it has no use for never leaves HIMS. */
export const tablesFor: Readonly<Record<HimsRole, readonly TableName[]>> = {
  hub: tableNames,
  pharmacy: tableNames.filter((name) => !notForCounters.has(name)),
  desk: [
    'facility',
    'department',
    'operator',
    'person',
    'person_link',
    'person_edit',
    'family_link',
    'day_statement',
    // Whoever signs a day answers for the hospital's emergency supplies too.
    'emergency_supply',
    'review',
    // They stand on a card if its holder wishes so; a desk shows them nowhere else.
    'allergy',
    'card',
    'card_flag',
    'visit',
    'visit_event',
    'medicine',
    'room',
    'roster',
    'scheme_fact',
    'coverage',
  ],
  doctor: [
    'facility',
    'department',
    'operator',
    'room',
    'roster',
    'person',
    'person_link',
    'allergy',
    'card',
    'card_flag',
    'visit',
    'visit_event',
    'medicine',
    'lot',
    'lot_mark',
    'stock_event',
    'prescription',
    'order_event',
    'dispense',
  ],
  display: ['facility', 'department', 'room', 'visit', 'visit_event'],
  admin: [
    'facility',
    'department',
    'operator',
    'room',
    'roster',
    'medicine',
    'reorder_level',
    'supply_request',
    'directory_change',
    // Numbers and stages only, so that nobody closes a department where people wait.
    'visit',
    'visit_event',
  ],
  kiosk: ['facility', 'department', 'person', 'person_link', 'card', 'visit'],
}

/** Whose eyes rows are for. */
export type Viewer = Pick<TerminalTable, 'role' | 'facility'>

/** Viewers with the same word see the same rows. */
export const scopeOf = ({ role, facility }: Viewer): string => `${role} ${facility}`

/** The records that a viewer is ever sent: of what its role works with, nobody's, its hospital's and those of its people. */
export const visible = (store: Store, { role, facility }: Viewer) =>
  store
    .selectFrom('record')
    // Nearly every row is in one of these: looked up by them, each page of the feed would read the whole table.
    .where(sql<string>`record.name || ''`, 'in', [...tablesFor[role]])
    .where((eb) => {
      const held = eb.selectFrom('member').select('member.person').where('member.facility', '=', facility)
      return eb.or([
        eb('record.person', 'is', null),
        eb('record.person', '=', markOf(facility)),
        eb.exists(held.whereRef('member.person', '=', 'record.person')),
      ])
    })

/** Rows of a table up to this id are of no use to a viewer any more: old visits, but to a hospital's own server. */
export const heldAfter = ({ role }: Viewer, table: string, now: number): string =>
  table === 'visit' && role !== 'hub' ? visitsHeldAfter(now) : ''

export interface RowName {
  readonly id: string
  readonly version: number
}

/** Names of rows of a table in the order of their ids. */
export const namesAfter = (
  store: Store,
  viewer: Viewer,
  { table, after, limit }: { readonly table: string; readonly after: string; readonly limit: number },
): Promise<readonly RowName[]> =>
  visible(store, viewer)
    .select(['record.id', 'record.version'])
    .where('record.name', '=', table)
    .where('record.id', '>', after)
    .orderBy('record.id')
    .limit(limit)
    .execute()

/** The ids of what changed in a table since a cursor; at most so many and one more. */
export async function idsChanged(
  store: Store,
  { table, since, limit }: { readonly table: string; readonly since: number; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('record')
    .select('id')
    .where('cursor', '>', since)
    .where('name', '=', table)
    .orderBy('cursor')
    .limit(limit + 1)
    .execute()
  return rows.map(({ id }) => id)
}

/** Names of some rows of a table, those that the viewer sees. */
export const namesOf = async (
  store: Store,
  viewer: Viewer,
  table: string,
  ids: readonly string[],
): Promise<readonly RowName[]> =>
  ids.length === 0
    ? []
    : visible(store, viewer)
        .select(['record.id', 'record.version'])
        .where('record.name', '=', table)
        .where('record.id', 'in', [...ids])
        .execute()

/** Whole rows of a table between two ids, with the cursor of each. */
export const rowsBetween = (
  store: Store,
  viewer: Viewer,
  {
    table,
    after,
    upTo,
    limit,
  }: { readonly table: string; readonly after: string; readonly upTo: string; readonly limit: number },
) =>
  visible(store, viewer)
    .select(['record.cursor', 'record.id', 'record.version', 'record.row'])
    .where('record.name', '=', table)
    .where('record.id', '>', after)
    .where('record.id', '<=', upTo)
    .orderBy('record.id')
    .limit(limit)
    .execute()
