import type { Database } from './database.ts'

/** How many people are here, and how many HIMS has for this hospital; counted as they come, for counting a million takes long. */
export interface HeadCount {
  readonly here: () => number
  /** Null before HIMS has said. */
  readonly total: () => number | null
  /** Call it in the transaction in which so many come, or go: less than none. */
  readonly came: (people: number) => void
  readonly expect: (total: number) => void
}

interface Row {
  readonly here: number
  readonly total: number | null
}

export function headCount(database: Database): HeadCount {
  const select = database.prepare<[], Row>('SELECT here, total FROM head_count')
  const add = database.prepare('UPDATE head_count SET here = here + ?')
  const expect = database.prepare('UPDATE head_count SET total = ? WHERE total IS NOT ?')
  return {
    here: () => select.get()?.here ?? 0,
    total: () => select.get()?.total ?? null,
    came: (people) => void (people === 0 || add.run(people)),
    expect: (total) => void expect.run(total, total),
  }
}
