import Sqlite from 'better-sqlite3'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { causeOf } from './cause.ts'
import { migrate } from './migrate.ts'
import { openCipher, PATIENCE } from './open-cipher.ts'
import { framesOf, isBroken } from './salvage/wal.ts'
import { cipherOf } from './salvage/page-source.ts'
import { succeed } from './successor.ts'

export type Database = Sqlite.Database

/** Why a terminal's own data cannot be used; nothing is ever deleted because of it. */
export type ClosedCause = 'wrong-key' | 'no-key' | 'disk-full' | 'unwritable' | 'newer-schema' | 'damaged' | 'in-use'

export const databaseFile = (folder: string): string => join(folder, 'terminal.db')

/** Opens the encrypted database of one terminal and holds it alone until it is closed. */
export function openDatabase(folder: string, key: Uint8Array | null): Result<Database, ClosedCause> {
  if (key === null || key.length !== 32) return fail('no-key')
  let database: Database | null = null
  try {
    succeed(folder)
    if (logIsBroken(folder)) return fail(isInUse(folder) ? 'in-use' : 'damaged')
    database = openCipher(databaseFile(folder), key)
    setUp(database)
    const migrated = migrate(database)
    if (!migrated.ok) {
      database.close()
      return migrated
    }
    // A log begins anew, so that frames of a torn end are never mistaken for what comes later.
    database.pragma('wal_checkpoint(TRUNCATE)')
    return ok(database)
  } catch (fault) {
    database?.close()
    const cause = causeOf(fault)
    if (cause === null) throw fault
    return fail(cause === 'wrong-key' && answersTo(folder, key) ? 'damaged' : cause)
  }
}

/** Asked without the key, so that the file and its log stay as they are. */
export function isInUse(folder: string): boolean {
  let probe: Database | null = null
  try {
    probe = new Sqlite(databaseFile(folder), { timeout: PATIENCE, readonly: true })
    probe.pragma('schema_version')
    return false
  } catch (fault) {
    return causeOf(fault) === 'in-use'
  } finally {
    probe?.close()
  }
}

/** SQLite takes a rotten bit in its log for the end of the log, and would pass over what was acknowledged behind it. */
function logIsBroken(folder: string): boolean {
  const wal = `${databaseFile(folder)}-wal`
  return existsSync(wal) && isBroken(framesOf(readFileSync(wal)))
}

/** The first page does not open: with one other page that does, the key is right and the file is damaged. */
function answersTo(folder: string, key: Uint8Array): boolean {
  const file = databaseFile(folder)
  return existsSync(file) && cipherOf(readFileSync(file), key) !== null
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
