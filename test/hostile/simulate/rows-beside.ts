import type { TableName } from '../../../domain/wire/table.ts'
import { openBeside } from '../../../main/store/database.ts'
import { storeKey } from '../../fake/world.ts'
import { canonicalText } from './canonical.ts'

/** What a running terminal has, as a second connection sees it. */
export interface RowsBeside {
  /** Every row of a shared table by id, as canonical JSON. */
  readonly rows: (table: TableName) => ReadonlyMap<string, string>
  readonly close: () => void
}

interface SharedRow {
  readonly id: string
  readonly body: string
  readonly raw: string | null
}

/** Opened once for each life of a terminal: opening costs more than reading. */
export function rowsBeside(folder: string): RowsBeside {
  const database = openBeside(folder, storeKey)
  return {
    rows(table) {
      const rows = database.prepare<[], SharedRow>(`SELECT id, body, raw FROM "${table}"`)
      return new Map(rows.all().map(({ id, body, raw }) => [id, canonicalText(raw ?? body)]))
    },
    close: () => void database.close(),
  }
}
