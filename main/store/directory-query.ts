import type { DirectoryChange, DirectoryTable } from '../../domain/hospital/directory-change.ts'
import type { Database } from './database.ts'
import type { OutboxRow } from './outbox.ts'
import { readRow } from './shared-table.ts'

export interface DirectoryQuery {
  /** What HIMS knows was done to a row, the newest first. */
  changes(table: DirectoryTable, row: string, limit: number): readonly DirectoryChange[]
  /** The same of all rows. */
  lately(limit: number): readonly DirectoryChange[]
  /** What one mutation did to each of its rows. */
  ofMutation(id: string): readonly DirectoryChange[]
  /** Edits of the directory that HIMS has not taken, or has refused; the newest first. */
  edits(state: 'waiting' | 'refused'): readonly OutboxRow[]
  edit(id: string): OutboxRow | null
}

/** Written out so that a test can ask SQLite for the plan of each. */
export const directorySql = {
  changes: 'SELECT body FROM directory_change WHERE tbl = ? AND row_id = ? ORDER BY at DESC LIMIT ?',
  lately: `SELECT body FROM directory_change WHERE at > '' ORDER BY at DESC LIMIT ?`,
  ofMutation: 'SELECT body FROM directory_change WHERE id > ? AND id < ? ORDER BY id',
  edits: `SELECT * FROM outbox WHERE state = ? AND kind = 'directory.changed' ORDER BY n DESC LIMIT 100`,
  edit: 'SELECT * FROM outbox WHERE mid = ?',
} as const

type Body = { readonly body: string }

export function directoryQuery(database: Database): DirectoryQuery {
  const changes = database.prepare<[string, string, number], Body>(directorySql.changes)
  const lately = database.prepare<[number], Body>(directorySql.lately)
  const ofMutation = database.prepare<[string, string], Body>(directorySql.ofMutation)
  const edits = database.prepare<[string], OutboxRow>(directorySql.edits)
  const edit = database.prepare<[string], OutboxRow>(directorySql.edit)
  const read = ({ body }: Body): DirectoryChange => readRow('directory_change', body)
  return {
    changes: (table, row, limit) => changes.all(table, row, limit).map(read),
    lately: (limit) => lately.all(limit).map(read),
    // Their ids are the mutation's, a stop, and a number: `/` comes after the stop.
    ofMutation: (id) => ofMutation.all(`${id}.`, `${id}/`).map(read),
    edits: (state) => edits.all(state),
    edit: (id) => edit.get(id) ?? null,
  }
}
