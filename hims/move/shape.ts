import { CompiledQuery } from 'kysely'

import { unreachable } from '../../domain/result.ts'
import type { Engine } from '../database/engine.ts'

/** A table as a move sees it. */
export interface TableShape {
  readonly name: string
  /** In an order that is the same on every engine. */
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** The tables that must have a row before this one can refer to it. */
  readonly needs: readonly string[]
}

/** What belongs to one database and not to its rows. */
const own: ReadonlySet<string> = new Set(['writer', 'schema_version', 'move_log'])

interface ColumnRow {
  readonly table: string
  readonly column: string
  /** From 1 on; 0 for what isn't part of the key. */
  readonly key: number
}

interface NeedRow {
  readonly table: string
  readonly needs: string
}

const sqliteColumns = `
  SELECT s.name AS "table", c.name AS "column", c.pk AS "key"
  FROM sqlite_schema s JOIN pragma_table_info(s.name) c WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite_%'`
const sqliteNeeds = `
  SELECT s.name AS "table", f."table" AS "needs"
  FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name) f WHERE s.type = 'table'`
const postgresColumns = `
  SELECT c.table_name::text AS "table", c.column_name::text AS "column", coalesce(k.ordinal_position, 0)::int AS "key"
  FROM information_schema.columns c
  LEFT JOIN information_schema.table_constraints t
    ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.constraint_type = 'PRIMARY KEY'
  LEFT JOIN information_schema.key_column_usage k
    ON k.constraint_schema = t.constraint_schema AND k.constraint_name = t.constraint_name
    AND k.table_name = c.table_name AND k.column_name = c.column_name
  WHERE c.table_schema = current_schema()`
const postgresNeeds = `
  SELECT child.table_name::text AS "table", parent.table_name::text AS "needs"
  FROM information_schema.referential_constraints r
  JOIN information_schema.table_constraints child
    ON child.constraint_schema = r.constraint_schema AND child.constraint_name = r.constraint_name
  JOIN information_schema.table_constraints parent
    ON parent.constraint_schema = r.unique_constraint_schema AND parent.constraint_name = r.unique_constraint_name
  WHERE child.table_schema = current_schema()`

/** Every table with rows to move, those that others refer to first. Asked of the database itself: none is forgotten. */
export async function shapesOf({ kind, store }: Engine): Promise<readonly TableShape[]> {
  const [columnsOf, needsOf] = catalogue(kind)
  const { rows: columns } = await store.executeQuery<ColumnRow>(CompiledQuery.raw(columnsOf))
  const { rows: needs } = await store.executeQuery<NeedRow>(CompiledQuery.raw(needsOf))
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !own.has(name)).toSorted(byLetters)
  return inOrder(names.map((name) => shapeOf(name, columns, needs)))
}

function catalogue(kind: Engine['kind']): readonly [string, string] {
  switch (kind) {
    case 'sqlite':
      return [sqliteColumns, sqliteNeeds]
    case 'postgres':
      return [postgresColumns, postgresNeeds]
    default:
      return unreachable(kind)
  }
}

const byLetters = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function shapeOf(name: string, columns: readonly ColumnRow[], needs: readonly NeedRow[]): TableShape {
  const mine = columns.filter(({ table }) => table === name)
  const key = mine.filter((column) => column.key > 0).toSorted((one, other) => one.key - other.key)
  if (key.length === 0) throw new Error(`The table ${name} has no primary key and cannot be moved`)
  return {
    name,
    columns: mine.map(({ column }) => column).toSorted(byLetters),
    key: key.map(({ column }) => column),
    needs: needs.filter((need) => need.table === name && need.needs !== name).map((need) => need.needs),
  }
}

function inOrder(shapes: readonly TableShape[]): readonly TableShape[] {
  const waiting = [...shapes]
  const placed: TableShape[] = []
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ needs }) => !needs.some((name) => waiting.some((one) => one.name === name)))
    if (at === -1) throw new Error('Tables refer to each other in a circle')
    placed.push(...waiting.splice(at, 1))
  }
  return placed
}
