import { isDeepStrictEqual } from 'node:util'

import { isDirectoryRow } from '../../domain/hospital/directory.ts'
import type { DirectoryRow } from '../../domain/hospital/directory.ts'
import { MutationBody } from '../../domain/wire/sync.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { knownRow } from './known-row.ts'
import type { Store } from './store.ts'

type Rows = Extract<MutationBody, { readonly kind: 'directory.changed' }>['rows']

interface Said {
  readonly change: DirectoryRow
  /** The row that it was made from, or none. */
  readonly was: DirectoryRow | null
}

/**
 * Rows of the directory that HIMS did not take become what they were made from, as soon as nothing else of them is on its
 * way; newer work on one of them stays.
 */
export function directoryBack(store: Store, rows: Rows): readonly TableName[] {
  const refused = store.directory.edits('refused').flatMap(({ body }) => {
    const read = MutationBody.safeParse(JSON.parse(body))
    return read.success && read.data.kind === 'directory.changed' ? said(read.data.rows) : []
  })
  const back = said(rows).filter(({ change }) =>
    isDeepStrictEqual(store.shared[change.table].get(idOf(change)), change.row),
  )
  for (const each of back) restore(store, each, before(each, refused))
  return back.map(({ change }) => change.table)
}

const said = (rows: Rows): readonly Said[] =>
  rows.flatMap(({ table, row, was }) => {
    const change = directoryRow(table, row)
    return change === null ? [] : [{ change, was: was === null ? null : directoryRow(table, was) }]
  })

function directoryRow(table: string, row: unknown): DirectoryRow | null {
  const known = knownRow(table, row)
  return known.ok && isDirectoryRow(known.value.change) ? known.value.change : null
}

/** What was made from something refused goes back to before that too. */
function before({ was }: Said, refused: readonly Said[]): DirectoryRow | null {
  let row = was
  for (let steps = 0; steps < refused.length; steps++) {
    const made = refused.find(({ change }) => row !== null && isDeepStrictEqual(change, row))
    if (made === undefined) return row
    row = made.was
  }
  return row
}

const idOf = ({ row }: DirectoryRow): string => ('id' in row ? row.id : row.code)

/** Beside what HIMS sent meanwhile and could not be taken in yet: whichever is newer is taken in next. */
function restore(store: Store, { change }: Said, row: DirectoryRow | null): void {
  const { database, shared } = store
  const id = idOf(change)
  if (row === null) {
    database.prepare(`DELETE FROM "${change.table}" WHERE id = ?`).run(id)
    return
  }
  const version = shared[change.table].versionOf(id) ?? 0
  database
    .prepare('INSERT OR IGNORE INTO deferred (tbl, id, version, body) VALUES (?, ?, ?, ?)')
    .run(change.table, id, version, JSON.stringify(row.row))
}
