import type { Operator } from '../../domain/hospital/operator.ts'
import type { Database } from './database.ts'
import { readRow } from './shared-table.ts'

export interface OperatorQuery {
  /** Whose badge has this hash. */
  byBadge(hash: string): Operator | null
}

export const operatorSql = {
  byBadge: `SELECT body FROM operator WHERE body ->> '$.badge' = ? LIMIT 1`,
} as const

export function operatorQuery(database: Database): OperatorQuery {
  const select = database.prepare<[string], string>(operatorSql.byBadge).pluck()
  return {
    byBadge(hash) {
      const body = select.get(hash)
      return body === undefined ? null : readRow('operator', body)
    },
  }
}
