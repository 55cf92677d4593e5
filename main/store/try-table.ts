import type { OperatorId } from '../../domain/id.ts'
import type { Database } from './database.ts'

/** Failed PINs of one operator. */
export interface Tries {
  readonly failures: number
  /** Grows with every change, so that of two copies the later one is known. */
  readonly turn: number
  /** Milliseconds still to wait, as of this change; they pass only while the terminal runs. */
  readonly wait: number
}

export interface TryTable {
  all(): ReadonlyMap<OperatorId, Tries>
  write(operator: OperatorId, tries: Tries): void
}

export function tryTable(database: Database): TryTable {
  const select = database.prepare<[], Tries & { readonly operator: OperatorId }>(
    'SELECT operator, failures, turn, wait_ms AS wait FROM operator_try',
  )
  const upsert = database.prepare(
    'INSERT OR REPLACE INTO operator_try (operator, failures, turn, wait_ms) VALUES (?, ?, ?, ?)',
  )
  return {
    all: () => new Map(select.all().map(({ operator, ...tries }) => [operator, tries])),
    write: (operator, { failures, turn, wait }) => void upsert.run(operator, failures, turn, wait),
  }
}
