import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

import { z } from 'zod'

/** HIMS in a process of its own, as it is run. */
export interface HimsProcess {
  readonly base: string
  readonly pid: number
  readonly stop: () => Promise<void>
  /** As a power cut ends it. */
  readonly kill: () => Promise<void>
}

const Ready = z.object({ listening: z.string() })

/** `more`: further words of the command line, such as those that make it a hospital's hub. */
export async function himsProcess(
  database: string,
  keyFile: string,
  more: readonly string[] = [],
  port = '0',
): Promise<HimsProcess> {
  const args = ['hims/main.ts', '--database', database, '--key-file', keyFile, '--port', port, ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = once(child, 'exit')
  const endWithMe = (): void => void child.kill('SIGKILL')
  process.on('exit', endWithMe)
  void exited.then(() => process.off('exit', endWithMe))
  const line = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), exited.then(() => null)])
  if (line === null) throw new Error(`HIMS ended with ${child.exitCode}`)
  const { listening } = Ready.parse(JSON.parse(String(line[0])))
  return {
    base: listening,
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await exited
    },
  }
}
