import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { openCipher } from '../../main/store/open-cipher.ts'
import { migrate, migrations } from '../../main/store/migrate.ts'
import { nextKeyFile } from '../../main/store/rekey.ts'
import { openStore } from '../../main/store/store.ts'
import { oldKey, writerKey } from './power-case.ts'
import type { Acknowledged, PowerSession } from './power-case.ts'
import { callsOf, straceArguments } from './power-trace.ts'
import type { Call } from './power-trace.ts'
import { scratch } from './scratch.ts'

export type Step =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'said'; readonly what: Acknowledged }

export interface Recorded {
  readonly session: PowerSession
  readonly folder: string
  /** What was on the disk, for sure, when the writer began. */
  readonly before: ReadonlyMap<string, Buffer>
  readonly steps: readonly Step[]
}

/** Runs the writer under strace and keeps what it did. */
export function record(session: PowerSession, rounds: number): Recorded {
  const folder = scratch('power')
  try {
    prepare(session, folder)
    const before = filesIn(folder)
    const trace = join(folder, 'trace')
    const node = [process.execPath, join(import.meta.dirname, 'power-writer.ts'), session, folder, String(rounds)]
    const ran = spawnSync('strace', [...straceArguments, '-o', trace, ...node], { encoding: 'utf8', timeout: 120_000 })
    if (ran.error !== undefined || ran.status !== 0) {
      throw new Error(`strace is needed (apt-get install strace): ${ran.error?.message ?? ran.stderr.slice(-2000)}`)
    }
    const calls = callsOf(readFileSync(trace, 'latin1').split('\n'))
    return { session, folder, before, steps: [...stepsOf(calls, folder)] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function* stepsOf(calls: Iterable<Call>, folder: string): Generator<Step> {
  for (const call of calls) {
    const path = call.kind === 'rename' ? call.from : call.path
    if (path === join(folder, 'acks')) {
      if (call.kind !== 'write') continue
      const what: Acknowledged = JSON.parse(call.bytes.toString())
      yield { kind: 'said', what }
    } else if (path.startsWith(folder) && !/(-shm|in-use[^/]*|trace)$/.test(path)) yield { kind: 'call', call }
  }
}

/** What a terminal of that session finds in the morning. */
function prepare(session: PowerSession, folder: string): void {
  if (session === 'migrate') return older(join(folder, 'terminal.db'))
  const key = session === 'rekey' ? oldKey : writerKey
  const store = openStore({ folder, key, role: 'pharmacy', seed: new Uint8Array(32).fill(5) })
  if (!store.ok) throw new Error(store.problem)
  store.value.close()
  if (session === 'rekey') {
    writeFileSync(join(folder, 'key.json'), 'old')
    writeFileSync(nextKeyFile(folder), 'next')
  }
  if (session !== 'rescue') return
  const path = join(folder, 'terminal.db')
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(700) ^ 1, 700)
  writeFileSync(path, bytes)
}

/** A database as an earlier version left it. */
function older(path: string): void {
  const database: Database.Database = openCipher(path, writerKey)
  migrate(
    database,
    migrations.filter(({ version }) => version <= 4),
  )
  database.close()
}

function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(
    readdirSync(folder)
      .filter((name) => name !== 'in-use')
      .map((name) => [join(folder, name), readFileSync(join(folder, name))]),
  )
}

/** Writes an image where it can be opened; the same folder again, so that only what differs is written. */
export function lay(image: ReadonlyMap<string, Buffer>, from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const [path, bytes] of image) {
    const target = join(to, path.slice(from.length + 1))
    mkdirSync(join(target, '..'), { recursive: true })
    writeFileSync(target, bytes)
  }
}

export const copyFolder = (from: string, to: string): void => cpSync(from, to, { recursive: true })
