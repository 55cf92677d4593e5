import { fork } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Readable } from 'node:stream'
import process from 'node:process'

import type { ChildProcessGoneDetails } from './app.ts'
import { createEmitter } from './emitter.ts'
import type { Emitter } from './emitter.ts'
import { refusing, unsupported } from './unsupported.ts'

export interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly execArgv?: string[]
  readonly cwd?: string
  readonly stdio?: readonly StdioMode[] | StdioMode
  readonly serviceName?: string
}

type StdioMode = 'pipe' | 'ignore' | 'inherit'

export interface UtilityProcessEvents {
  readonly spawn: readonly []
  // Electron types a message `any`.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly message: readonly [message: any]
  readonly exit: readonly [code: number]
}

export interface UtilityProcess extends Emitter<UtilityProcessEvents> {
  readonly pid: number | undefined
  readonly stdout: Readable | null
  readonly stderr: Readable | null
  postMessage(message: unknown): void
  kill(): boolean
}

export interface UtilityProcessModule {
  fork(modulePath: string, args?: readonly string[], options?: ForkOptions): UtilityProcess
}

const CHILD = pathToFileURL(fileURLToPath(new URL('./utility-child.mjs', import.meta.url))).href
const OPTIONS = new Set(['env', 'execArgv', 'cwd', 'stdio', 'serviceName'])

function stdioFor(stdio: ForkOptions['stdio'] = 'inherit'): ('pipe' | 'ignore' | 'inherit' | 'ipc')[] {
  const modes = typeof stdio === 'string' ? (['ignore', stdio, stdio] as const) : stdio
  const [input = 'ignore', output = 'inherit', error = 'inherit'] = modes
  if (input !== 'ignore') throw new Error('stdin value other than ignore is not supported.')
  return [input, output, error, 'ipc']
}

/** Node's own fork with Electron's face: values cross as structured clones, and the child ends with its host. */
export function createUtilityProcess(
  isReady: () => boolean,
  onGone: (details: ChildProcessGoneDetails) => void,
): { readonly utilityProcess: UtilityProcessModule; readonly killAll: () => void } {
  const living = new Set<UtilityProcess>()
  const start = (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess => {
    if (!isReady()) throw new Error('utilityProcess cannot be created before app is ready.')
    for (const name of Object.keys(options)) if (!OPTIONS.has(name)) unsupported(`utilityProcess.fork option ${name}`)
    const child = fork(modulePath, args, {
      serialization: 'advanced',
      execArgv: [...(options.execArgv ?? []), '--disable-warning=ExperimentalWarning', '--import', CHILD],
      stdio: stdioFor(options.stdio),
      env: options.env ?? process.env,
      ...(options.cwd !== undefined && { cwd: options.cwd }),
    })
    let [killed, exited] = [false, false]
    const utility: UtilityProcess = refusing('UtilityProcess', {
      ...createEmitter<UtilityProcessEvents>('UtilityProcess', ['spawn', 'message', 'exit']),
      get pid() {
        return exited ? undefined : child.pid
      },
      stdout: child.stdout,
      stderr: child.stderr,
      postMessage(message) {
        if (child.connected) child.send({ message })
      },
      kill() {
        killed = true
        return child.kill()
      },
    })
    living.add(utility)
    child.on('spawn', () => utility.emit('spawn'))
    child.on('message', (carried) => {
      if (typeof carried === 'object' && 'message' in carried) utility.emit('message', carried.message)
    })
    child.on('error', () => {})
    child.on('exit', (code, signal) => {
      exited = true
      living.delete(utility)
      const exitCode = code ?? 128 + (signal === 'SIGTERM' ? 15 : 9)
      utility.emit('exit', exitCode)
      if (exitCode !== 0)
        onGone({
          type: 'Utility',
          reason: killed ? 'killed' : 'abnormal-exit',
          exitCode,
          serviceName: options.serviceName ?? 'Node Utility Process',
        })
    })
    return utility
  }
  return {
    utilityProcess: refusing('utilityProcess', { fork: start }),
    killAll: () => living.forEach((utility) => utility.kill()),
  }
}
