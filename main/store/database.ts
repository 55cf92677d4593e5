import Database from 'better-sqlite3'
import { join } from 'node:path'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { causeOf } from './cause.ts'
import { migrate } from './migrate.ts'

export type Database = Database.Database

/** Why a terminal's own data cannot be used; nothing is ever deleted because of it. */
export type ClosedCause = 'wrong-key' | 'no-key' | 'disk-full' | 'unwritable' | 'newer-schema' | 'damaged' | 'in-use'

export const databaseFile = (folder: string): string => join(folder, 'terminal.db')

/** How long to wait for another process before saying that the store is in use, in milliseconds. */
const PATIENCE = 250

/** Opens the encrypted database of one terminal and holds it alone until it is closed. */
export function openDatabase(folder: string, key: Uint8Array | null): Result<Database, ClosedCause> {
  if (key === null || key.length !== 32) return fail('no-key')
  let database: Database | null = null
  try {
    database = new Database(databaseFile(folder), { timeout: PATIENCE })
    unlock(database, key)
    setUp(database)
    const migrated = migrate(database)
    if (!migrated.ok) {
      database.close()
      return migrated
    }
    return ok(database)
  } catch (fault) {
    database?.close()
    const cause = causeOf(fault)
    if (cause === null) throw fault
    return fail(cause)
  }
}

/** SQLCipher 4 with a raw key: the key is random, so nothing is derived from it. */
function unlock(database: Database, key: Uint8Array): void {
  database.pragma(`cipher = 'sqlcipher'`)
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
}

function setUp(database: Database): void {
  // Exclusive and before the first read: a second process is told at once, and no index is shared in plain memory.
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('journal_mode = WAL')
  // On every open: the library is compiled so that a re-opened WAL database would run on NORMAL and lose saved work.
  database.pragma('synchronous = FULL')
  database.pragma('trusted_schema = OFF')
  database.pragma('secure_delete = ON')
  database.pragma('foreign_keys = ON')
  database.pragma('temp_store = MEMORY')
  database.pragma(`busy_timeout = ${PATIENCE}`)
}
