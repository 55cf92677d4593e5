import { chmodSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { programOf } from '../fake/postgres/binary.ts'
import type { PostgresBinaries } from '../fake/postgres/binary.ts'
import { giveTo, postgresOwner, runAs } from '../fake/postgres/owner.ts'
import { freePort, startPostgres } from '../fake/postgres/process.ts'
import { ask, initialise, serving } from '../fake/postgres-server.ts'
import type { PostgresServer } from '../fake/postgres-server.ts'
import { scratch } from './scratch.ts'

/** A primary whose commits wait for its standby. */
export interface Pair {
  readonly primary: PostgresServer
  readonly standby: PostgresServer
  /** One address that names both, the primary first. */
  readonly address: string
  /** Stops the standby from taking anything more in, so that every commit waits; what it returns cuts it off for good. */
  readonly holdStandby: () => Promise<() => Promise<void>>
  /** Tells every commit that waits for the standby to wait no more; returns how many there were. */
  readonly cancelWaits: () => Promise<number>
  readonly promote: () => Promise<void>
  readonly end: () => Promise<void>
}

const DATABASE = 'hims'

/** A data folder at rest with a database in it, of which every pair begins as a copy: making one takes seconds. */
export interface Ground<Kept> {
  readonly data: string
  readonly kept: Kept
  readonly remove: () => void
}

export async function groundOf<Kept>(
  binaries: PostgresBinaries,
  fill: (address: string) => Promise<Kept>,
): Promise<Ground<Kept>> {
  const folder = scratch('hims-failover-ground')
  giveTo(postgresOwner(), folder)
  const data = join(folder, 'data')
  await initialise(binaries, data)
  const server = serving(await startPostgres(binaries, data, await freePort()))
  await ask(server.url('postgres'), `create database ${DATABASE}`)
  const kept = await fill(server.url(DATABASE))
  await server.stop()
  return { data, kept, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A server that was stopped in good order is its own base backup: the standby goes on where the primary does. */
export async function standbyPair(binaries: PostgresBinaries, ground: string): Promise<Pair> {
  const folder = scratch('hims-failover')
  const [first, second] = [join(folder, 'primary'), join(folder, 'standby')]
  for (const data of [first, second]) {
    cpSync(ground, data, { recursive: true })
    // PostgreSQL starts in nothing that others may read.
    chmodSync(data, 0o700)
  }
  writeFileSync(join(second, 'standby.signal'), '')
  giveTo(postgresOwner(), folder)
  const [port, other] = [await freePort(), await freePort()]
  // Killed servers would leave their shared memory behind; in the data folder it goes with that.
  const memory = { dynamic_shared_memory_type: 'mmap' }
  const from = { ...memory, primary_conninfo: `host=127.0.0.1 port=${port} user=postgres` }
  const [primary, standby] = await Promise.all([
    startPostgres(binaries, first, port, { ...memory, synchronous_standby_names: '*' }).then(serving),
    startPostgres(binaries, second, other, from).then(serving),
  ])
  await untilAnswers(primary.url('postgres'), `select 1 from pg_stat_replication where sync_state = 'sync'`)
  return {
    primary,
    standby,
    address: `postgres://postgres@127.0.0.1:${primary.port},127.0.0.1:${standby.port}/${DATABASE}`,
    async holdStandby() {
      const [receiver] = await ask(standby.url('postgres'), 'select pid from pg_stat_wal_receiver')
      const pid = Number(receiver?.['pid'])
      process.kill(pid, 'SIGSTOP')
      return async () => {
        // With the process goes what the primary had sent and it had not read. The standby then starts over by itself.
        process.kill(pid, 'SIGKILL')
        await untilAnswers(standby.url('postgres'), 'select 1 where not exists (select 1 from pg_stat_wal_receiver)')
      }
    },
    async cancelWaits() {
      const cancel = `select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'`
      return (await ask(primary.url('postgres'), cancel)).length
    },
    async promote() {
      await runAs(postgresOwner(), programOf(binaries, 'pg_ctl'), ['promote', '-w', '-D', second])
    },
    async end() {
      await Promise.all([primary.stop(), standby.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilAnswers(url: string, question: string): Promise<void> {
  for (let tried = 0; tried < 200; tried++) {
    const answer = await ask(url, question).catch(() => [])
    if (answer.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`Never true: ${question}`)
}
