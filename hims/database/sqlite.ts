import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'

import type { Engine, StorageFault } from './engine.ts'
import { firstSchema } from './first-schema.ts'
import { fourthSchema, thirdSchema } from './part/parts.ts'
import type { Schema, Store } from './schema.ts'
import { fillSecond, secondSchema } from './second-schema.ts'
import { openFile, remembered } from './sqlite-file.ts'
import { SCHEMA_VERSION } from './version.ts'
import { NotWritable, ensureWritable, writerState } from './writer.ts'

/** The embedded database: one file, one writer, every commit on the disk before it is answered. */
export function openSqlite(path: string): Engine {
  const database = openFile(path)
  migrate(database)
  const store = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { close: () => database.close(), prepare: remembered(database) } }),
  })
  let closing = false
  return {
    kind: 'sqlite',
    store,
    transact: (work) => transact(store, database, work),
    // What is still under way when it closes is sent again, like anything else that is not acknowledged.
    faultOf: (error) => (closing ? 'busy' : faultOf(error)),
    bytes: async () =>
      Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true })),
    room: () => roomBeside(path),
    close: async () => {
      if (!database.open) return
      closing = true
      database.pragma('wal_checkpoint(TRUNCATE)')
      await store.destroy()
      database.close()
    },
  }
}

async function roomBeside(path: string): Promise<number | null> {
  if (path === ':memory:' || path === '') return null
  const { bavail, bsize } = await statfs(dirname(path))
  return bavail * bsize
}

function migrate(database: Database.Database): void {
  database
    .transaction(() => {
      const version = Number(database.pragma('user_version', { simple: true }))
      if (version > SCHEMA_VERSION) throw new Error(`This database was written by a newer version (${version})`)
      if (version === SCHEMA_VERSION) return
      if (version < 1) database.exec(firstSchema)
      if (version < 2) {
        database.exec(secondSchema)
        fillSecond(database)
      }
      if (version < 3) for (const { sqlite } of thirdSchema) database.exec(sqlite)
      if (version < 4) for (const { sqlite } of fourthSchema) database.exec(sqlite)
      database.pragma(`user_version = ${SCHEMA_VERSION}`)
    })
    .immediate()
}

/** `immediate`, because another process (`hims load`) may write too, and a late lock could not be waited for. */
async function transact<Value>(
  store: Store,
  database: Database.Database,
  work: (store: Store) => Promise<Value>,
): Promise<Value> {
  return store.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection)
    try {
      ensureWritable(await writerState(connection))
      const value = await work(connection)
      await sql`commit`.execute(connection)
      return value
    } catch (error) {
      // A full disk may have rolled back already.
      if (database.inTransaction) await sql`rollback`.execute(connection)
      throw error
    }
  })
}

function faultOf(error: unknown): StorageFault | null {
  if (error instanceof NotWritable) return 'busy'
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY') return 'full'
  return code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED' ? 'busy' : null
}
