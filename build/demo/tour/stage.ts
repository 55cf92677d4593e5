import { _electron as electron } from 'playwright'
import type { ElectronApplication, Page } from 'playwright'

import type { Ready } from '../find-runtime.ts'
import { rootSwitches } from '../launch.ts'
import type { LaunchSpec } from '../terminal-spec.ts'

/** One window of the hospital as the tour drives it. */
export interface Actor {
  readonly name: string
  readonly app: ElectronApplication
  readonly page: Page
}

const PATIENCE = 30_000

/** Opens a window the way a user would, with Playwright's hands on it. */
export async function enter(runtime: Ready, spec: LaunchSpec, switches: readonly string[] = []): Promise<Actor> {
  // Playwright asks the `electron` package where its binary is, in this process.
  Object.assign(process.env, runtime.environment)
  const inherited = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const app = await electron.launch({
    args: [...spec.args, ...switches, ...rootSwitches()],
    env: { ...Object.fromEntries(inherited), ...spec.env },
    timeout: PATIENCE,
  })
  const page = await app.firstWindow({ timeout: PATIENCE })
  page.setDefaultTimeout(PATIENCE)
  page.on('pageerror', (fault) => console.error(`[${spec.name}]`, fault.message))
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`[${spec.name}]`, message.text())
  })
  return { name: spec.name, app, page }
}

/** What Chromium needs to see a film instead of through a camera; it reads the file again at each opening. */
export const cameraSwitches = (film: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]
