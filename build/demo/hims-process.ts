import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'

/** The demonstration's HIMS: a process of its own that is stopped and started for real. */
export interface HimsProcess {
  readonly url: string
  readonly state: () => 'running' | 'stopped' | 'starting'
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

interface HimsWorld {
  readonly root: string
  readonly database: string
  readonly port: number
  readonly log: string
  readonly changed: () => void
}

const PATIENCE = 30_000

export function himsProcess({ root, database, port, log, changed }: HimsWorld): HimsProcess {
  let child: ChildProcess | null = null
  let state: ReturnType<HimsProcess['state']> = 'stopped'
  const become = (next: typeof state) => {
    state = next
    changed()
  }

  return {
    url: `http://127.0.0.1:${port}`,
    state: () => state,
    start: async () => {
      if (child !== null) return
      become('starting')
      const running = spawn(
        process.execPath,
        [join(root, 'hims/main.ts'), '--database', `sqlite:${database}`, '--port', String(port)],
        { stdio: ['ignore', 'pipe', openSync(log, 'a')] },
      )
      child = running
      running.once('exit', () => {
        child = null
        become('stopped')
      })
      await listening(running)
      become('running')
    },
    stop: async () => {
      const running = child
      if (running === null) return
      const ended = new Promise((resolve) => running.once('exit', resolve))
      running.kill('SIGTERM')
      const last = setTimeout(() => running.kill('SIGKILL'), PATIENCE)
      await ended
      clearTimeout(last)
    },
  }
}

/** HIMS says `{"listening":"http://…"}` on one line when it can be asked. */
function listening(running: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('HIMS did not start in time')), PATIENCE)
    let said = ''
    running.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (!said.includes('"listening"')) return
      clearTimeout(late)
      resolve()
    })
    running.once('exit', (code) => reject(new Error(`HIMS ended with ${code}`)))
  })
}
