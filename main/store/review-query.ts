import type { Review } from '../../domain/person/review.ts'
import type { Database } from './database.ts'
import { readRow } from './shared-table.ts'

export interface ReviewQuery {
  /** The oldest first. */
  open(limit: number): readonly Review[]
  count(): number
}

export const reviewSql = {
  open: 'SELECT body FROM review WHERE open = 1 ORDER BY at LIMIT ?',
  count: 'SELECT count(*) FROM review WHERE open = 1',
} as const

/** Matters that nobody has decided. */
export function reviewQuery(database: Database): ReviewQuery {
  const open = database.prepare<[number], { readonly body: string }>(reviewSql.open)
  const count = database.prepare<[], number>(reviewSql.count).pluck()
  return {
    open: (limit) => open.all(limit).map(({ body }) => readRow('review', body)),
    count: () => count.get() ?? 0,
  }
}
