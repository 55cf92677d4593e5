import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'

import type { Engine, StorageFault } from './engine.ts'
import { firstSchema } from './first-schema.ts'
import { thirdSchema } from './part/parts.ts'
import type { Schema, Store } from './schema.ts'
import { fillSecond, secondSchema } from './second-schema.ts'

const SCHEMA_VERSION = 3
const MOST_STATEMENTS = 500

/** The embedded database: one file, one writer, every commit on the disk before it is answered. */
export function openSqlite(path: string): Engine {
  const database = new Database(path, { timeout: 5000 })
  // FULL is not remembered in the file: without this line a later open would fall back and lose acknowledged work.
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('trusted_schema = OFF')
  database.pragma('foreign_keys = ON')
  // Private keys that are deleted or wrapped must not stay behind in free pages.
  database.pragma('secure_delete = ON')
  database.pragma('cache_size = -65536')
  migrate(database)
  const store = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { close: () => database.close(), prepare: remembered(database) } }),
  })
  return {
    store,
    transact: (work) => transact(store, database, work),
    faultOf,
    close: async () => {
      if (!database.open) return
      database.pragma('wal_checkpoint(TRUNCATE)')
      await store.destroy()
      database.close()
    },
  }
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

/** Compiling a statement costs more than running it, and there are only so many different ones. */
function remembered(database: Database.Database): (text: string) => Database.Statement {
  const statements = new Map<string, Database.Statement>()
  return (text) => {
    const known = statements.get(text)
    if (known !== undefined && !known.busy) return known
    const statement = database.prepare(text)
    if (statements.size >= MOST_STATEMENTS) statements.clear()
    statements.set(text, statement)
    return statement
  }
}

function faultOf(error: unknown): StorageFault | null {
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY') return 'full'
  return code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED' ? 'busy' : null
}
