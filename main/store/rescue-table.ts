import type { StoreRescue } from '../../contract/shell.ts'
import type { Database } from './database.ts'

/** What was saved from files that could not be used any more. */
export interface RescueTable {
  note(rescue: StoreRescue): void
  /** The last one, for a day after it. */
  recent(now: Date): StoreRescue | null
}

const DAY = 24 * 3_600_000

interface Row {
  readonly at: string
  readonly carried: number
  readonly lost: string
  readonly tail: 0 | 1
}

export function rescueTable(database: Database): RescueTable {
  const insert = database.prepare('INSERT OR REPLACE INTO rescue VALUES (@at, @carried, @lost, @tail)')
  const last = database.prepare<[], Row>('SELECT * FROM rescue ORDER BY at DESC LIMIT 1')
  return {
    note: ({ at, carried, lost, tail }) =>
      void insert.run({ at, carried, lost: JSON.stringify(lost), tail: tail ? 1 : 0 }),
    recent(now) {
      const row = last.get()
      if (row === undefined || Math.abs(now.getTime() - Date.parse(row.at)) > DAY) return null
      const { at, carried, tail } = row
      const lost: readonly number[] = JSON.parse(row.lost)
      return { at, carried, lost: [...lost], tail: tail === 1 }
    },
  }
}
