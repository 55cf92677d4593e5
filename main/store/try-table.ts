import type { OperatorId } from '../../domain/id.ts'
import type { Database } from './database.ts'

/** Failed PINs of one operator. `wait` runs from `notedAt`, both in milliseconds. */
export interface Tries {
  readonly failures: number
  readonly notedAt: number
  readonly wait: number
}

export interface TryTable {
  read(operator: OperatorId): Tries
  write(operator: OperatorId, tries: Tries): void
  clear(operator: OperatorId): void
}

export function tryTable(database: Database): TryTable {
  const select = database.prepare<[string], Tries>(
    'SELECT failures, noted_at AS notedAt, wait_ms AS wait FROM operator_try WHERE operator = ?',
  )
  const upsert = database.prepare('INSERT OR REPLACE INTO operator_try VALUES (?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM operator_try WHERE operator = ?')
  return {
    read: (operator) => select.get(operator) ?? { failures: 0, notedAt: 0, wait: 0 },
    write: (operator, { failures, notedAt, wait }) => void upsert.run(operator, failures, notedAt, wait),
    clear: (operator) => void remove.run(operator),
  }
}
