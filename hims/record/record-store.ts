import { ChangeRow } from '../../domain/wire/sync.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { takeNumbers } from '../database/counter.ts'
import type { RecordTable, Store } from '../database/schema.ts'
import { rowId, rowSchema } from './row-schema.ts'
import type { RowOf } from './row-schema.ts'
import { termsOf } from './term.ts'
import type { Term } from './term.ts'
import { readKnown } from './tolerant.ts'

/** A row to keep: what this version knows of it, and the whole of it as it came. */
export interface Incoming {
  readonly known: ChangeRow
  readonly whole: unknown
}

/** A row that HIMS itself wrote: nothing in it is unknown. */
export const own = (known: ChangeRow): Incoming => ({ known, whole: known.row })

export interface Found<Name extends TableName> {
  readonly row: RowOf<Name>
  readonly version: number
  readonly changedAt: string
}

export async function findRecord<Name extends TableName>(
  store: Store,
  name: Name,
  id: string,
): Promise<Found<Name> | null> {
  const record = await store
    .selectFrom('record')
    .selectAll()
    .where('name', '=', name)
    .where('id', '=', id)
    .executeTakeFirst()
  return record === undefined ? null : foundOf(name, record)
}

/** Reads a stored record; null for one that only a newer version can read. */
export function foundOf<Name extends TableName>(name: Name, record: RecordTable): Found<Name> | null {
  const read = readKnown(rowSchema[name], JSON.parse(record.row))
  return read.ok ? { row: read.value, version: record.version, changedAt: record.changed_at } : null
}

/** The records of a table that carry a term, oldest change first. */
export async function findByTerm<Name extends TableName>(
  store: Store,
  name: Name,
  { field, value }: Term,
): Promise<readonly Found<Name>[]> {
  const records = await store
    .selectFrom('term')
    .innerJoin('record', (join) => join.onRef('record.name', '=', 'term.name').onRef('record.id', '=', 'term.id'))
    .selectAll('record')
    .where('term.name', '=', name)
    .where('term.field', '=', field)
    .where('term.value', '=', value)
    .orderBy('record.cursor')
    .execute()
  return records.flatMap((record) => foundOf(name, record) ?? [])
}

/** Keeps a row as the newest of its name, at the next cursor; a row that is as before stays where it was. */
export async function putRecord(
  store: Store,
  { known, whole }: Incoming,
  at: string,
): Promise<'new' | 'changed' | 'same'> {
  const [name, id, row] = [known.table, rowId(known), JSON.stringify(whole)]
  const before = await store
    .selectFrom('record')
    .select(['version', 'row'])
    .where('name', '=', name)
    .where('id', '=', id)
    .executeTakeFirst()
  if (before?.row === row) return 'same'
  const cursor = await takeNumbers(store, 'cursor')
  if (before === undefined) {
    await store.insertInto('record').values({ cursor, name, id, version: 1, changed_at: at, row }).execute()
    await addTerms(store, name, id, termsOf(known))
    return 'new'
  }
  await store
    .updateTable('record')
    .set({ cursor, version: before.version + 1, changed_at: at, row })
    .where('name', '=', name)
    .where('id', '=', id)
    .execute()
  await changeTerms(store, name, id, storedTerms(name, before.row), termsOf(known))
  return 'changed'
}

function storedTerms(table: TableName, row: string): readonly Term[] {
  const read = readKnown(ChangeRow, { table, row: JSON.parse(row) })
  return read.ok ? termsOf(read.value) : []
}

async function addTerms(store: Store, name: TableName, id: string, terms: readonly Term[]): Promise<void> {
  if (terms.length === 0) return
  const values = terms.map(({ field, value }) => ({ name, field, value, id }))
  await store
    .insertInto('term')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function changeTerms(
  store: Store,
  name: TableName,
  id: string,
  before: readonly Term[],
  after: readonly Term[],
): Promise<void> {
  const has = (terms: readonly Term[], { field, value }: Term): boolean =>
    terms.some((term) => term.field === field && term.value === value)
  for (const { field, value } of before.filter((term) => !has(after, term))) {
    await store
      .deleteFrom('term')
      .where('name', '=', name)
      .where('field', '=', field)
      .where('value', '=', value)
      .where('id', '=', id)
      .execute()
  }
  await addTerms(
    store,
    name,
    id,
    after.filter((term) => !has(before, term)),
  )
}
