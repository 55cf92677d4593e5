import Database from 'better-sqlite3'
import type { SqliteStatement } from 'kysely'

const MOST_STATEMENTS = 500

/** A connection whose commits are on the disk before they return. */
export function openFile(path: string): Database.Database {
  const database = new Database(path, { timeout: 5000 })
  // FULL is not remembered in the file: without this line a later open would fall back and lose acknowledged work.
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('trusted_schema = OFF')
  database.pragma('foreign_keys = ON')
  // Private keys that are deleted or wrapped must not stay behind in free pages.
  database.pragma('secure_delete = ON')
  database.pragma('cache_size = -65536')
  // Pages that many pushes change are then copied into the file once, not at every other commit.
  database.pragma('wal_autocheckpoint = 16000')
  return database
}

/** Compiling a statement costs more than running it, and there are only so many different ones. */
export function remembered(database: Database.Database): (text: string) => SqliteStatement {
  const statements = new Map<string, Remembered>()
  return (text) => {
    const known = statements.get(text)
    if (known !== undefined && !known.statement.busy) return known.plain
    const statement = database.prepare(text)
    const made = { statement, plain: hasBlob(statement) ? withPlainBytes(statement) : statement }
    if (statements.size >= MOST_STATEMENTS) statements.clear()
    statements.set(text, made)
    return made.plain
  }
}

interface Remembered {
  readonly statement: Database.Statement
  readonly plain: SqliteStatement
}

const hasBlob = (statement: Database.Statement): boolean =>
  statement.reader && statement.columns().some(({ type }) => type === 'BLOB')

/** Blobs as bytes and nothing more, as PostgreSQL's come, where better-sqlite3 gives Node's buffers. */
function withPlainBytes(statement: Database.Statement): SqliteStatement {
  return {
    reader: true,
    all: (values) => statement.all(...values).map(plainBytes),
    run: (values) => statement.run(...values),
    iterate: (values) => statement.iterate(...values),
  }
}

function plainBytes(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? Uint8Array.from(value) : value]),
  )
}
