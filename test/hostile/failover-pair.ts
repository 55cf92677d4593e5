import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { programOf } from '../fake/postgres/binary.ts'
import type { PostgresBinaries } from '../fake/postgres/binary.ts'
import { giveTo, postgresOwner, runAs } from '../fake/postgres/owner.ts'
import { freePort, startPostgres } from '../fake/postgres/process.ts'
import { ask, initialise, serving } from '../fake/postgres-server.ts'
import type { PostgresServer } from '../fake/postgres-server.ts'

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

export async function standbyPair(binaries: PostgresBinaries): Promise<Pair> {
  const folder = await mkdtemp(join(tmpdir(), 'hims-failover-'))
  giveTo(postgresOwner(), folder)
  const [first, second] = [join(folder, 'primary'), join(folder, 'standby')]
  await initialise(binaries, first)
  const primary = serving(await startPostgres(binaries, first, await freePort()))
  await ask(primary.url('postgres'), `create database ${DATABASE}`)
  const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'postgres']
  const how = ['-D', second, '-R', '-X', 'stream', '-c', 'fast']
  await runAs(postgresOwner(), programOf(binaries, 'pg_basebackup'), [...from, ...how])
  const standby = serving(await startPostgres(binaries, second, await freePort()))
  await ask(primary.url('postgres'), `alter system set synchronous_standby_names = '*'`)
  await ask(primary.url('postgres'), 'select pg_reload_conf()')
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
