import { Client } from 'pg'

import { fourthSchema, thirdSchema } from './part/parts.ts'
import { serversOf } from './postgres-address.ts'
import { ConnectionLost } from './postgres-fault.ts'
import { postgresSchema } from './postgres-schema.ts'
import { SCHEMA_VERSION } from './version.ts'

/** Waits for another HIMS that is doing the same, milliseconds. */
const LOCK = 60_000

const table = `create table if not exists schema_version ("only" bigint primary key, version bigint not null)`
const row = 'insert into schema_version values (1, 0) on conflict do nothing'

/** Brings the tables of a database to this version, in one transaction. Several HIMS may begin at once. */
export async function migratePostgres(address: string): Promise<void> {
  const client = await connectWriting(address)
  try {
    await client.query(`set lock_timeout = ${LOCK}`)
    await makeVersionTable(client)
    await client.query('begin isolation level read committed')
    const { rows } = await client.query<{ readonly version: string }>('select version from schema_version for update')
    const version = Number(rows[0]?.version ?? 0)
    if (version > SCHEMA_VERSION) throw new Error(`This database was written by a newer version (${version})`)
    if (version < 2) await client.query(postgresSchema)
    if (version < 3) for (const { postgres } of thirdSchema) await client.query(byteOrdered(postgres))
    if (version < 4) for (const { postgres } of fourthSchema) await client.query(byteOrdered(postgres))
    await client.query('update schema_version set version = $1', [SCHEMA_VERSION])
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** Two that create one table at the same moment can both find it missing; the one that fails looks again. */
async function makeVersionTable(client: Client): Promise<void> {
  for (let tried = 0; ; tried++) {
    try {
      await client.query(table)
      await client.query(row)
      return
    } catch (error) {
      if (tried === 5) throw error
    }
  }
}

/** A connection without the time limits of everyday work: an index over many rows takes long. */
async function connectWriting(address: string): Promise<Client> {
  let problem: unknown
  for (const connectionString of serversOf(address)) {
    const client = new Client({ connectionString, connectionTimeoutMillis: 5_000, application_name: 'hims' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ readonly setting: string }>(
        `select setting from pg_settings where name = 'transaction_read_only' and setting = 'off'`,
      )
      if (rows.length > 0) return client
      await client.end()
    } catch (error) {
      problem = error
    }
  }
  const cause = problem instanceof Error && problem.message !== '' ? problem.message : 'no server takes writes'
  throw new ConnectionLost(`PostgreSQL cannot be used: ${cause}`, { cause: problem })
}

/** Text columns compare by bytes, as in the embedded database, whatever language the database was made for. */
export const byteOrdered = (ddl: string): string =>
  // A column may be called `only` in SQLite, and in PostgreSQL when it is quoted.
  ddl.replace(/(?<=\w"? )text\b(?! collate)/gi, 'TEXT COLLATE "C"').replace(/(?<!")\bonly\b(?!")/g, '"only"')
