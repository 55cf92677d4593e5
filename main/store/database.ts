import type Sqlite from 'better-sqlite3'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { causeOf, isDiskFull } from './cause.ts'
import { hold } from './hold.ts'
import type { Hold } from './hold.ts'
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
  let held: Hold | null = null
  let database: Database | null = null
  try {
    held = hold(folder)
    if (held === null) return fail('in-use')
    succeed(folder)
    if (logIsBroken(folder)) {
      held.release()
      return fail('damaged')
    }
    database = openUnlessFull(folder, key)
    const migrated = migrate(database)
    releaseAtClose(database, held)
    if (!migrated.ok) {
      database.close()
      return migrated
    }
    beginLog(database)
    return ok(database)
  } catch (fault) {
    database?.close()
    held?.release()
    const cause = causeOf(fault)
    if (cause === null) throw fault
    return fail(cause === 'wrong-key' && answersTo(folder, key) ? 'damaged' : cause)
  }
}

/** A log begins anew, so that frames of a torn end are never mistaken for what comes later; a full disk has no room to. */
function beginLog(database: Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch (fault) {
    if (!isDiskFull(fault)) throw fault
  }
}

/** A disk too full for the index of the log, which lies in a file: then it is kept in memory, and nobody can open beside. */
function openUnlessFull(folder: string, key: Uint8Array): Database {
  const database = openCipher(databaseFile(folder), key)
  try {
    setUp(database)
    return database
  } catch (fault) {
    database.close()
    if (!isDiskFull(fault)) throw fault
  }
  const alone = openCipher(databaseFile(folder), key)
  alone.pragma('locking_mode = EXCLUSIVE')
  setUp(alone)
  return alone
}

/** A second connection of the same process to a database that is open already. */
export function openBeside(folder: string, key: Uint8Array): Database {
  const database = openCipher(databaseFile(folder), key)
  setUp(database)
  return database
}

function releaseAtClose(database: Database, held: Hold): void {
  const close = database.close.bind(database)
  database.close = () => {
    close()
    held.release()
    return database
  }
}

/** Asked without the key, so that the file and its log stay as they are. */
export function isInUse(folder: string): boolean {
  const held = hold(folder)
  held?.release()
  return held === null
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
  // Two connections of this process share the index of the log; that index is page numbers and nothing else.
  database.pragma('journal_mode = WAL')
  // On every open: the library is compiled so that a re-opened WAL database would run on NORMAL and lose saved work.
  database.pragma('synchronous = FULL')
  database.pragma('trusted_schema = OFF')
  database.pragma('secure_delete = ON')
  database.pragma('foreign_keys = ON')
  database.pragma('temp_store = MEMORY')
  database.pragma(`busy_timeout = ${PATIENCE}`)
}
