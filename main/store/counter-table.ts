import type { Counter } from '../../domain/wire/right.ts'
import type { Database } from './database.ts'

/** What stands over the pharmacy counters of this hospital, as HIMS last said. */
export interface CounterTable {
  /** True when one of them is new or called differently now. */
  keep(counters: readonly Counter[]): boolean
  /** Null for one that is not known here. */
  label(terminal: string): string | null
}

export function counterTable(database: Database): CounterTable {
  const insert = database.prepare('INSERT OR REPLACE INTO counter (terminal, label) VALUES (?, ?)')
  const label = database.prepare<[string], string>('SELECT label FROM counter WHERE terminal = ?').pluck()
  return {
    keep(counters) {
      const news = counters.filter(({ terminal, label: now }) => label.get(terminal) !== now)
      for (const counter of news) insert.run(counter.terminal, counter.label)
      return news.length > 0
    },
    label: (terminal) => label.get(terminal) ?? null,
  }
}
