import { fail, ok } from '../../result.ts'
import type { Result } from '../../result.ts'
import type { Change } from '../sync.ts'
import { readCbor } from './cbor-read.ts'
import type { CborProblem } from './cbor-read.ts'
import { writeCbor } from './cbor-write.ts'
import { aroundPage, ColumnFault, numberValues, textValues, valuesOf } from './column-read.ts'
import type { Around } from './column-read.ts'
import { columnOf, isPlain, objectsOf } from './column-write.ts'

/** No page has more rows. */
export const MOST_ROWS = 5000

export type PageProblem = CborProblem | 'page'

/**
 * Rows by columns: a CBOR array with one entry a table, `[table, count, ids, versions, cursors, rows]`, of which the
 * last four are columns (column-write.ts). The order is that of the cursors again when it is read.
 */
export function writePage(changes: readonly Change[]): Uint8Array {
  const tables = Map.groupBy(changes, ({ table }) => table)
  return writeCbor(
    [...tables].map(([table, own]) => tableOf(table, own)),
    'plain',
  )
}

function tableOf(table: string, changes: readonly Change[]): readonly unknown[] {
  const ids = changes.map(({ id }) => id)
  const rows = changes.map(({ row }) => row)
  const objects = rows.filter(isPlain)
  return [
    table,
    changes.length,
    columnOf(ids),
    columnOf(changes.map(({ version }) => version)),
    columnOf(changes.map(({ cursor }) => cursor)),
    objects.length === rows.length ? objectsOf(objects, ids) : columnOf(rows),
  ]
}

/** The changes of a page in the order of their cursors, or why these bytes are none. */
export function readPage(bytes: Uint8Array): Result<Change[], PageProblem> {
  const tables = readCbor(bytes, 'plain')
  if (!tables.ok) return tables
  try {
    if (!Array.isArray(tables.value)) return fail('page')
    const around = aroundPage()
    const changes = tables.value.flatMap((entry) => changesOf(entry, around))
    if (changes.length > MOST_ROWS) return fail('page')
    return ok(changes.toSorted((one, other) => one.cursor - other.cursor))
  } catch (fault) {
    if (fault instanceof ColumnFault) return fail('page')
    throw fault
  }
}

const MOST_NUMBER = Number.MAX_SAFE_INTEGER

function changesOf(entry: unknown, around: Around): Change[] {
  if (!Array.isArray(entry) || entry.length !== 6) throw new ColumnFault()
  const [table, count, ...columns]: unknown[] = entry
  if (typeof table !== 'string' || table.length > 64) throw new ColumnFault()
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > MOST_ROWS) throw new ColumnFault()
  const ids = textValues(columns[0], count, around)
  const versions = numberValues(columns[1], count, around)
  const cursors = numberValues(columns[2], count, around)
  const rows = valuesOf(columns[3], count, { ...around, ids })
  return ids.map((id, at) => {
    const [version, cursor] = [versions[at] ?? 0, cursors[at] ?? 0]
    if (id.length > 120 || !isNumber(version) || !isNumber(cursor)) throw new ColumnFault()
    return { cursor, table, id, version, row: rows[at] }
  })
}

const isNumber = (number: number): boolean => Number.isInteger(number) && number >= 1 && number <= MOST_NUMBER
