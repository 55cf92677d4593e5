import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { DatabaseError, Pool, types as usualTypes } from 'pg'
import type { CustomTypesConfig, PoolClient, PoolConfig } from 'pg'

import { ConnectionLost, UnfitServer } from './postgres-fault.ts'
import { serversOf } from './postgres-address.ts'
import { sessionOver, statementNames } from './postgres-session.ts'

const CONNECTIONS = 16
/** Milliseconds. A server that is gone, or a lock that another HIMS holds, is not waited for any longer. */
const CONNECT = 5_000
const LOCK = 10_000
const STATEMENT = 30_000
const ANSWER = 40_000
const IDLE_IN_TRANSACTION = 20_000

/** 64-bit integers and sums are below 2^53 in this schema; blobs are plain bytes, as the embedded database gives them. */
const parsers = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1700, Number],
  [17, (text) => Uint8Array.from(Buffer.from(text.slice(2), 'hex'))],
])

const types: CustomTypesConfig = {
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text') =>
    (format === 'text' ? parsers.get(oid) : undefined) ?? usualTypes.getTypeParser(oid, 'text'),
}

const settings = {
  max: CONNECTIONS,
  connectionTimeoutMillis: CONNECT,
  idleTimeoutMillis: 60_000,
  keepAlive: true,
  pipeline: true,
  keepAliveInitialDelayMillis: 5_000,
  lock_timeout: LOCK,
  statement_timeout: STATEMENT,
  query_timeout: ANSWER,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
  application_name: 'hims',
  // A plan made while a table is small is kept when it has grown; every statement here has an index that serves it.
  options: '-c bytea_output=hex -c enable_seqscan=off',
  types,
}

/** Connections to whichever of an address's servers takes writes; the one found last is asked first. */
export function postgresPool(address: string): PostgresPool {
  const pools = serversOf(address).map((connectionString) => poolOf({ ...settings, connectionString }))
  const nameOf = statementNames()
  const sessions = new WeakMap<object, PostgresPoolClient>()
  let at = 0
  const open = async (pool: Pool): Promise<PostgresPoolClient> => {
    const client = await pool.connect()
    const known = sessions.get(client)
    if (known !== undefined) return known
    try {
      await ensureFit(client)
    } catch (error) {
      client.release(true)
      throw error
    }
    const session = sessionOver(client, nameOf)
    sessions.set(client, session)
    return session
  }
  const connect = async (): Promise<PostgresPoolClient> => {
    let problem: unknown
    for (let tried = 0; tried < pools.length; tried++) {
      const which = (at + tried) % pools.length
      const pool = pools[which]
      try {
        if (pool === undefined) continue
        const session = await open(pool)
        at = which
        return session
      } catch (error) {
        if (!(problem instanceof UnfitServer)) problem = error
      }
    }
    throw connectProblem(problem)
  }
  return { connect, end: async () => void (await Promise.all(pools.map((pool) => pool.end()))), options: settings }
}

function poolOf(config: PoolConfig): Pool {
  const pool = new Pool(config)
  // Without these two a server that stops would end this process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}

const connectProblem = (error: unknown): unknown =>
  error instanceof UnfitServer || error instanceof DatabaseError
    ? error
    : new ConnectionLost('PostgreSQL cannot be reached', { cause: error })

/** What is asked of every server before its first transaction: an unsafe commit looks like any other. */
async function ensureFit(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ readonly name: string; readonly setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'transaction_read_only')`,
  )
  const found = new Map(rows.map(({ name, setting }) => [name, setting]))
  if (found.get('fsync') === 'off')
    throw new UnfitServer('PostgreSQL runs with fsync=off and would lose what it confirms')
  if (found.get('synchronous_commit') === 'off') {
    throw new UnfitServer('PostgreSQL runs with synchronous_commit=off and would lose what it confirms')
  }
  if (found.get('transaction_read_only') === 'on')
    throw new UnfitServer('This PostgreSQL takes no writes: it is a standby')
}
