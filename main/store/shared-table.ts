import type { TableName } from '../../domain/wire/table.ts'
import type { Database } from './database.ts'
import { cellsOf, shapes } from './shared-shape.ts'
import type { Cell, RowOf } from './shared-shape.ts'

export interface Put<Name extends TableName> {
  readonly row: RowOf<Name>
  readonly version: number
  /** What HIMS sent, verbatim, when this version reads less than all of it. */
  readonly raw: string | null
}

export type Came = 'new' | 'changed' | 'older'

export interface Ready {
  readonly id: string
  readonly version: number
  readonly body: string
  readonly cells: readonly Cell[]
}

export interface SharedTable<Name extends TableName> {
  /** False when a later version is here already. */
  put(put: Put<Name>): boolean
  /** The same, for rows that are mostly new; tells those from the others. */
  add(put: Put<Name>): Came
  /** The same of a row that was written out before. */
  addReady(ready: Ready): Came
  get(id: string): RowOf<Name> | null
  versionOf(id: string): number | null
  all(): readonly RowOf<Name>[]
  count(): number
  keyOf(row: RowOf<Name>): string
}

export type SharedTables = { readonly [Name in TableName]: SharedTable<Name> }

/** What this terminal wrote into a table after checking it. */
export const readRow = <Name extends TableName>(_table: Name, body: string): RowOf<Name> => JSON.parse(body)

export function sharedTable<Name extends TableName>(database: Database, name: Name): SharedTable<Name> {
  const { key, columns } = shapes[name]
  const names = ['id', 'version', 'body', 'raw', ...Object.keys(columns)]
  const sql = `INSERT INTO "${name}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ON CONFLICT (id)`
  const insert = database.prepare(`${sql} DO NOTHING`)
  const upsert = database.prepare(`
    ${sql} DO UPDATE SET ${names.map((column) => `${column} = excluded.${column}`).join(', ')}
    WHERE excluded.version >= version
  `)
  const body = database.prepare<[string], { readonly body: string }>(`SELECT body FROM "${name}" WHERE id = ?`)
  const version = database.prepare<[string], number>(`SELECT version FROM "${name}" WHERE id = ?`).pluck()
  const every = database.prepare<[], { readonly body: string }>(`SELECT body FROM "${name}" ORDER BY id`)
  const count = database.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck()

  const valuesOf = ({ row, version: at, raw }: Put<Name>): readonly Cell[] => [
    key(row),
    at,
    JSON.stringify(row),
    raw,
    ...cellsOf(name, row),
  ]
  const add = (values: readonly Cell[]): Came => {
    if (insert.run(values).changes > 0) return 'new'
    return upsert.run(values).changes > 0 ? 'changed' : 'older'
  }

  return {
    put: (put) => upsert.run(valuesOf(put)).changes > 0,
    add: (put) => add(valuesOf(put)),
    addReady: ({ id, version: at, body: text, cells }) => add([id, at, text, null, ...cells]),
    get(id) {
      const row = body.get(id)
      return row === undefined ? null : readRow(name, row.body)
    },
    versionOf: (id) => version.get(id) ?? null,
    all: () => every.all().map((row) => readRow(name, row.body)),
    count: () => count.get() ?? 0,
    keyOf: (row) => key(row),
  }
}

export function sharedTables(database: Database): SharedTables {
  return {
    facility: sharedTable(database, 'facility'),
    department: sharedTable(database, 'department'),
    operator: sharedTable(database, 'operator'),
    person: sharedTable(database, 'person'),
    allergy: sharedTable(database, 'allergy'),
    card: sharedTable(database, 'card'),
    card_flag: sharedTable(database, 'card_flag'),
    visit: sharedTable(database, 'visit'),
    medicine: sharedTable(database, 'medicine'),
    lot: sharedTable(database, 'lot'),
    stock_event: sharedTable(database, 'stock_event'),
    prescription: sharedTable(database, 'prescription'),
    right: sharedTable(database, 'right'),
    dispense: sharedTable(database, 'dispense'),
    person_link: sharedTable(database, 'person_link'),
    review: sharedTable(database, 'review'),
    right_wish: sharedTable(database, 'right_wish'),
    emergency_supply: sharedTable(database, 'emergency_supply'),
    room: sharedTable(database, 'room'),
    roster: sharedTable(database, 'roster'),
    visit_event: sharedTable(database, 'visit_event'),
    stock_paper: sharedTable(database, 'stock_paper'),
    lot_mark: sharedTable(database, 'lot_mark'),
    cold_reading: sharedTable(database, 'cold_reading'),
    reorder_level: sharedTable(database, 'reorder_level'),
    supply_request: sharedTable(database, 'supply_request'),
    day_statement: sharedTable(database, 'day_statement'),
    family_link: sharedTable(database, 'family_link'),
    person_edit: sharedTable(database, 'person_edit'),
    scheme_fact: sharedTable(database, 'scheme_fact'),
    coverage: sharedTable(database, 'coverage'),
    order_event: sharedTable(database, 'order_event'),
    directory_change: sharedTable(database, 'directory_change'),
  }
}
