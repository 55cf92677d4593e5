import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'

import type { Ready } from './find-runtime.ts'
import type { LaunchSpec } from './terminal-spec.ts'

/** Chromium refuses to run as root with its sandbox; nobody else is ever started without it. */
export const rootSwitches = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/** Starts one window as a process of its own. */
export function launch(root: string, runtime: Ready, spec: LaunchSpec): ChildProcess {
  const command = runtime.kind === 'electron' ? runtime.binary : join(root, 'build/host/bin/electron')
  return spawn(command, [...spec.args, ...rootSwitches()], {
    env: { ...process.env, ...runtime.environment, ...spec.env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
