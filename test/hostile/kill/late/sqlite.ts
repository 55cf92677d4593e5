import type Sqlite from 'better-sqlite3'

import { fetched } from './fetched.ts'

function Late(...values: readonly unknown[]): Sqlite.Database {
  const Real: new (...values: readonly unknown[]) => Sqlite.Database = Object(fetched('better-sqlite3'))
  return new Real(...values)
}

/** Stands for `better-sqlite3`, whose one export this is, in a snapshot. */
// oxlint-disable-next-line import/no-default-export
export { Late as default }
