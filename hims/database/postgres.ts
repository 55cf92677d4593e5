import {
  CompiledQuery,
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  replaceWithNoncontingentExpression,
} from 'kysely'

import { allowMany } from './direct.ts'
import type { Engine } from './engine.ts'
import { faultOf } from './postgres-fault.ts'
import { migratePostgres } from './postgres-migrate.ts'
import { postgresPool } from './postgres-pool.ts'
import type { Schema, Store } from './schema.ts'
import { ensureWritable } from './writer.ts'
import type { WriterTable } from './part/writer.ts'

/**
 * A PostgreSQL 15 or later, or a server that speaks its language. Several HIMS may serve one database: their transactions
 * come one after another by the lock on one row, as they do in the embedded database.
 */
export async function openPostgres(address: string): Promise<Engine> {
  await migratePostgres(address)
  const pool = postgresPool(address)
  const first = await pool.connect()
  first.release()
  // SQLite takes an empty list of values, and finds nothing by it; PostgreSQL calls it a mistake.
  const plugins = [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })]
  const store = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), plugins })
  let closing = false
  return {
    kind: 'postgres',
    store,
    transact: (work) => transact(store, work),
    // What still waits for a connection when it closes is sent again, as in the embedded database.
    faultOf: (error) => (closing ? 'busy' : faultOf(error)),
    bytes: async () => {
      const { rows } = await store.executeQuery<{ readonly bytes: number }>(size)
      return rows[0]?.bytes ?? 0
    },
    // The disk is the server's own affair.
    room: async () => null,
    close: async () => {
      closing = true
      await store.destroy()
    },
  }
}

// Every statement after the lock must see what the one before it committed; a server may be set to another level.
const begin = CompiledQuery.raw('begin isolation level read committed; select state from writer for update')
const commit = CompiledQuery.raw('commit')
const rollback = CompiledQuery.raw('rollback')
const size = CompiledQuery.raw('select pg_database_size(current_database()) as bytes')

const transact = <Value>(store: Store, work: (store: Store) => Promise<Value>): Promise<Value> =>
  store.connection().execute(async (connection) => {
    // Statements of a unit go out one behind the other, without waiting for the answer to each.
    const line = await connection.getExecutor().provideConnection(async (held) => held)
    allowMany(connection, async <Row>(query: CompiledQuery<Row>) => (await line.executeQuery<Row>(query)).rows)
    try {
      const { rows } = await connection.executeQuery<Pick<WriterTable, 'state'>>(begin)
      ensureWritable(rows[0]?.state ?? 'open')
      const value = await work(connection)
      await connection.executeQuery(commit)
      return value
    } catch (error) {
      // On a connection that is gone there is nothing left to undo.
      await connection.executeQuery(rollback).catch(() => undefined)
      throw error
    }
  })
