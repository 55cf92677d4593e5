import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { TerminalConfig } from '../../main/config.ts'

/** How to start one window of the demonstration, by hand or by Playwright. */
export interface LaunchSpec {
  readonly name: string
  /** The app's folder or its entry file, then its switches. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly userData: string
}

/** A terminal's own folder, with its settings and the credential a machine would be given at boot. */
export function terminalSpec(
  folders: { readonly root: string; readonly data: string },
  name: string,
  config: TerminalConfig,
  credential: string,
): LaunchSpec {
  const userData = join(folders.data, name)
  const credentials = join(folders.data, `${name}-credential`)
  mkdirSync(userData, { recursive: true })
  mkdirSync(credentials, { recursive: true, mode: 0o700 })
  writeFileSync(join(credentials, 'hims-terminal'), credential, { mode: 0o600 })
  const settings = join(userData, 'terminal.json')
  writeFileSync(settings, JSON.stringify(config, null, 2))
  return {
    name,
    args: [folders.root, `--user-data-dir=${userData}`, `--config=${settings}`],
    env: { CREDENTIALS_DIRECTORY: credentials },
    userData,
  }
}
