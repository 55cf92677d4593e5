import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'

import type { PostgresBinaries } from './binary.ts'
import { programOf } from './binary.ts'
import { postgresOwner, spawnAs } from './owner.ts'

/** A running PostgreSQL over one data folder. */
export interface PostgresProcess {
  readonly port: number
  readonly pid: number
  /** Ends it in good order. */
  readonly stop: () => Promise<void>
  /** Ends it and every process of it at once, as a power cut would; nothing is flushed or said to anyone. */
  readonly kill: () => Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const LONGEST_START = 30_000

/** Starts PostgreSQL on loopback; `settings` are what `postgres -c` takes. */
export async function startPostgres(
  binaries: PostgresBinaries,
  data: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresProcess> {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', shared_buffers: '64MB', ...settings }
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawnAs(postgresOwner(), programOf(binaries, 'postgres'), ['-D', data, '-p', String(port), ...args])
  const exited = once(child, 'exit')
  // A test that throws must not leave a server behind.
  const endWithMe = (): void => void child.kill('SIGQUIT')
  process.on('exit', endWithMe)
  void exited.then(() => process.off('exit', endWithMe))
  await ready(child)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const [pid, children] = [child.pid ?? 0, childrenOf(child.pid ?? 0)]
    if (child.exitCode === null && child.signalCode === null) process.kill(pid, signal)
    if (signal === 'SIGKILL') for (const one of children) killIfThere(one)
    await exited
  }
  return { port, pid: child.pid ?? 0, stop: () => end('SIGINT'), kill: () => end('SIGKILL') }
}

function ready(child: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`PostgreSQL does not start: ${said}`)), LONGEST_START)
    const done = (end: () => void): void => {
      clearTimeout(late)
      end()
    }
    child.stderr?.on('data', (text: Buffer) => {
      said = `${said}${String(text)}`.slice(-4000)
      if (/ready to accept (read-only )?connections/.test(said)) done(resolve)
    })
    child.on('error', (error) => done(() => reject(error)))
    child.on('exit', () => done(() => reject(new Error(`PostgreSQL ended: ${said}`))))
  })
}

/** The processes that one started, where the system tells (Linux). */
function childrenOf(pid: number): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : []
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended with the process that started it.
  }
}
