import { ChangeRow } from '../../domain/wire/sync.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { takeNumbers } from '../database/counter.ts'
import { only, statement } from '../database/statement.ts'
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

const recordNamed = statement((store, name: TableName, id: string) =>
  store.selectFrom('record').selectAll().where('name', '=', name).where('id', '=', id),
)

const recordsWith = statement((store, name: TableName, field: Term['field'], value: string) =>
  store
    .selectFrom('term')
    .innerJoin('record', (join) => join.onRef('record.name', '=', 'term.name').onRef('record.id', '=', 'term.id'))
    .selectAll('record')
    .where('term.name', '=', name)
    .where('term.field', '=', field)
    .where('term.value', '=', value)
    .orderBy('record.cursor'),
)

const insertRecord = statement((store, cursor: number, name: TableName, id: string, changedAt: string, row: string) =>
  store.insertInto('record').values({ cursor, name, id, version: 1, changed_at: changedAt, row }),
)

const updateRecord = statement(
  (store, cursor: number, version: number, changedAt: string, row: string, name: TableName, id: string) =>
    store
      .updateTable('record')
      .set({ cursor, version, changed_at: changedAt, row })
      .where('name', '=', name)
      .where('id', '=', id),
)

const insertTerm = statement((store, name: TableName, field: Term['field'], value: string, id: string) =>
  store
    .insertInto('term')
    .values({ name, field, value, id })
    .onConflict((conflict) => conflict.doNothing()),
)

export async function findRecord<Name extends TableName>(
  store: Store,
  name: Name,
  id: string,
): Promise<Found<Name> | null> {
  const [record] = await recordNamed(store, name, id)
  return record === undefined ? null : foundOf(name, record)
}

/** A row that is there, with the fields that this version doesn't know. */
export async function wholeRow(store: Store, name: TableName, id: string): Promise<object> {
  const whole: unknown = JSON.parse(only(await recordNamed(store, name, id)).row)
  return typeof whole === 'object' && whole !== null ? whole : {}
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
  const records = await recordsWith(store, name, field, value)
  return records.flatMap((record) => foundOf(name, record) ?? [])
}

/** Keeps a row as the newest of its name, at the next cursor; a row that is as before stays where it was. */
export async function putRecord(
  store: Store,
  { known, whole }: Incoming,
  at: string,
): Promise<'new' | 'changed' | 'same'> {
  const [name, id, row] = [known.table, rowId(known), JSON.stringify(whole)]
  const [before] = await recordNamed(store, name, id)
  if (before?.row === row) return 'same'
  const cursor = await takeNumbers(store, 'cursor')
  if (before === undefined) {
    await insertRecord(store, cursor, name, id, at, row)
    await addTerms(store, name, id, termsOf(known))
    return 'new'
  }
  await updateRecord(store, cursor, before.version + 1, at, row, name, id)
  await changeTerms(store, name, id, storedTerms(name, before.row), termsOf(known))
  return 'changed'
}

function storedTerms(table: TableName, row: string): readonly Term[] {
  const read = readKnown(ChangeRow, { table, row: JSON.parse(row) })
  return read.ok ? termsOf(read.value) : []
}

async function addTerms(store: Store, name: TableName, id: string, terms: readonly Term[]): Promise<void> {
  for (const { field, value } of terms) await insertTerm(store, name, field, value, id)
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
