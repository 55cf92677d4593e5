import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import type { Store } from '../database/schema.ts'
import type { TableShape } from './shape.ts'

export type Value = string | number | null | Uint8Array
export type Row = Readonly<Record<string, Value>>
/** The values of a primary key, in its order. */
export type Key = readonly Value[]

/** Rows in one statement. */
const CHUNK = 200

const names = (columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map((column) => sql.ref(column)))

export const keyOf = ({ key }: TableShape, row: Row): Key => key.map((column) => row[column] ?? null)

/** The next rows of a table in the order of its key. */
export async function pageAfter(
  store: Store,
  shape: TableShape,
  after: Key | null,
  limit: number,
): Promise<readonly Row[]> {
  const columns = names(shape.columns)
  const key = names(shape.key)
  const where = after === null ? sql`` : sql`where (${key}) > (${sql.join(after)})`
  const page = sql<Row>`select ${columns} from ${sql.table(shape.name)} ${where} order by ${key} limit ${limit}`
  return (await page.execute(store)).rows
}

const anyOf = (shape: TableShape, keys: readonly Key[]): RawBuilder<unknown> => {
  const isOne = (key: Key): RawBuilder<unknown> =>
    sql`(${sql.join(
      shape.key.map((column, at) => sql`${sql.ref(column)} = ${key[at] ?? null}`),
      sql` and `,
    )})`
  return sql.join(keys.map(isOne), sql` or `)
}

export async function rowsOf(store: Store, shape: TableShape, keys: readonly Key[]): Promise<readonly Row[]> {
  const found: Row[] = []
  for (const chunk of chunks(keys)) {
    const query = sql<Row>`select ${names(shape.columns)} from ${sql.table(shape.name)} where ${anyOf(shape, chunk)}`
    found.push(...(await query.execute(store)).rows)
  }
  return found
}

export async function removeRows(store: Store, shape: TableShape, keys: readonly Key[]): Promise<void> {
  for (const chunk of chunks(keys)) {
    await sql`delete from ${sql.table(shape.name)} where ${anyOf(shape, chunk)}`.execute(store)
  }
}

/** Puts rows in place of those with their keys. */
export async function putRows(store: Store, shape: TableShape, rows: readonly Row[]): Promise<void> {
  const rest = shape.columns.filter((column) => !shape.key.includes(column))
  const anew = sql.join(rest.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`))
  await insert(store, shape, rows, (key) => (rest.length === 0 ? sql`do nothing` : sql`(${key}) do update set ${anew}`))
}

/** Adds rows that are not there yet; one that another row stands in the way of is left for the log of changes. */
export const addRows = (store: Store, shape: TableShape, rows: readonly Row[]): Promise<void> =>
  insert(store, shape, rows, () => sql`do nothing`)

async function insert(
  store: Store,
  shape: TableShape,
  rows: readonly Row[],
  conflict: (key: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<void> {
  const [table, columns, key] = [sql.table(shape.name), names(shape.columns), names(shape.key)]
  for (const chunk of chunks(rows)) {
    const values = sql.join(chunk.map((row) => sql`(${sql.join(shape.columns.map((column) => row[column] ?? null))})`))
    await sql`insert into ${table} (${columns}) values ${values} on conflict ${conflict(key)}`.execute(store)
  }
}

export const countOf = async (store: Store, { name }: TableShape): Promise<number> =>
  (await sql<{ readonly count: number }>`select count(*) as count from ${sql.table(name)}`.execute(store)).rows[0]
    ?.count ?? 0

function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += CHUNK) yield items.slice(from, from + CHUNK)
}
