import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A process that says lines of JSON until it ends. */
export interface Talker {
  readonly child: ChildProcess
  /** Resolves when it has ended and all it said was heard. */
  readonly ended: Promise<void>
  readonly tell: (line: string) => void
  readonly kill: () => void
}

interface TalkerPlan {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly heard: (line: string) => void
  /** What it complained of, when it ended by itself. */
  readonly complained?: (text: string) => void
}

const living = new Set<ChildProcess>()
process.on('exit', () => living.forEach((child) => child.kill('SIGKILL')))

export function talker({ args, env, heard, complained = () => {} }: TalkerPlan): Talker {
  // In a group of its own: an interrupt at the keyboard is for whoever kills, not for those who are killed.
  const child = spawn(process.execPath, args, { stdio: 'pipe', env: { ...process.env, ...env }, detached: true })
  let complaint = ''
  child.stderr.on('data', (text: Buffer) => void (complaint = (complaint + text.toString()).slice(-2000)))
  living.add(child)
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    // The last line of a process that was killed may be half a line.
    if (line.endsWith('}')) heard(line)
  })
  child.stdin.on('error', () => {})
  const ended = new Promise<void>((resolve) => {
    let open = 2
    const part = (): void => {
      if (--open > 0) return
      living.delete(child)
      if (child.signalCode === null && child.exitCode !== 0) complained(complaint)
      resolve()
    }
    child.on('exit', part)
    lines.on('close', part)
  })
  return { child, ended, tell: (line) => void child.stdin.write(`${line}\n`), kill: () => void child.kill('SIGKILL') }
}
