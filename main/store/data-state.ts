import type { Database } from './database.ts'

/** Another text whenever anything was written since, by this connection or by one beside it. */
export function dataState(database: Database): () => string {
  const own = database.prepare<[], number>('SELECT total_changes()').pluck()
  const beside = database.prepare<[], number>('PRAGMA data_version').pluck()
  return () => `${own.get()} ${beside.get()}`
}
