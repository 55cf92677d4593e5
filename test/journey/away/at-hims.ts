import Database from 'better-sqlite3'
import { z } from 'zod'

const Kept = z.object({ name: z.string(), id: z.string(), row: z.string() })

/** One row as HIMS keeps it. */
export interface KeptRow {
  readonly table: string
  readonly id: string
  readonly row: Readonly<Record<string, unknown>>
}

/** Everything that stands in HIMS's database, read beside the server that writes it. */
export function rowsAtHims(file: string): readonly KeptRow[] {
  const database = new Database(file, { readonly: true })
  try {
    return database
      .prepare('SELECT name, id, row FROM record')
      .all()
      .map((each) => {
        const { name, id, row } = Kept.parse(each)
        return { table: name, id, row: z.record(z.string(), z.unknown()).parse(JSON.parse(row)) }
      })
  } finally {
    database.close()
  }
}

/** What came to HIMS after a moment: rows that were not there. */
export const cameSince = (before: readonly KeptRow[], after: readonly KeptRow[]): readonly KeptRow[] => {
  const known = new Set(before.map(({ table, id }) => `${table} ${id}`))
  return after.filter(({ table, id }) => !known.has(`${table} ${id}`))
}
