import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { Duplex, Readable } from 'node:stream'

import { connectCdp } from './cdp.ts'
import type { Cdp } from './cdp.ts'
import { isAlive } from './single-instance.ts'

/** A size on the screen in device-independent pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface LaunchPlan {
  readonly chromium: string
  readonly profileParent: string
  readonly switches: ReadonlyMap<string, string>
  readonly headless: boolean
  readonly hasPageServer: boolean
  readonly asRoot: boolean
  readonly headlessScreen: Size
  readonly onExit: () => void
}

export interface Chromium {
  readonly cdp: Cdp
  readonly child: ChildProcess
  readonly close: () => Promise<void>
  /** At once and without waiting: for a host that is itself being torn down. */
  readonly kill: () => void
}

const ALWAYS = [
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-extensions',
  '--disable-search-engine-choice-screen',
  '--disable-infobars',
  '--disable-pinch',
  '--disable-dev-shm-usage',
  '--disable-breakpad',
  '--overscroll-history-navigation=0',
  '--password-store=basic',
  '--use-mock-keychain',
  '--test-type',
  '--block-new-web-contents',
  '--deny-permission-prompts',
  // As Electron has it: a waiting room's page speaks although nobody ever touches it.
  '--autoplay-policy=no-user-gesture-required',
]
/** What no page here needs; the pages behind the address box, two to a window, cost a second of a core each. */
export const FEATURES_OFF =
  'Translate,MediaRouter,OptimizationHints,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,WebUIOmniboxPopup,WebUIOmniboxAimPopup'
const CLOSE_WITHIN = 3000
/** Electron's or the host's own; Chromium must not see them. */
const NOT_FOR_CHROMIUM = new Set([
  'user-data-dir',
  'disable-features',
  'inspect',
  'inspect-brk',
  'require',
  'no-sandbox',
])

function argumentsFor(plan: LaunchPlan, profile: string): readonly string[] {
  const { switches, headless, headlessScreen } = plan
  const passed = [...switches].filter(([name]) => !NOT_FOR_CHROMIUM.has(name))
  const features = [FEATURES_OFF, switches.get('disable-features')].filter(Boolean).join(',')
  // No address resolves, so that a page cannot open a socket whatever it tries: WebSockets pass by the guard of requests.
  const reachable = plan.hasPageServer ? ', EXCLUDE localhost, EXCLUDE 127.0.0.1' : ''
  return [
    ...ALWAYS,
    `--host-resolver-rules=MAP * ~NOTFOUND${reachable}`,
    `--user-data-dir=${profile}`,
    `--disable-features=${features}`,
    ...passed.map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`)),
    ...(plan.asRoot ? ['--no-sandbox'] : []),
    ...(headless
      ? ['--headless=new', '--no-startup-window', `--screen-info={${headlessScreen.width}x${headlessScreen.height}}`]
      : ['--app=data:text/html,', '--window-position=0,0']),
  ]
}

/** Profiles left by hosts that were killed; those of living ones beside us are kept. */
function clearDeadProfiles(parent: string): void {
  for (const name of readdirSync(parent)) {
    const [, pid] = /^chromium-(\d+)$/.exec(name) ?? []
    if (pid && !isAlive(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

/** Chromium, driven over a pipe: it ends by itself when the host dies, however the host dies. */
export function launchChromium(plan: LaunchPlan): Chromium {
  mkdirSync(plan.profileParent, { recursive: true })
  clearDeadProfiles(plan.profileParent)
  const profile = join(plan.profileParent, `chromium-${process.pid}`)
  // Its own group: the terminal's Ctrl-C must reach the host alone, which then closes Chromium in order.
  const child = spawn(plan.chromium, argumentsFor(plan, profile), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  })
  const { stderr } = child
  const debug = process.env['HIMS_HOST_DEBUG'] !== undefined
  createInterface({ input: stderr ?? Readable.from([]) }).on('line', (line) => {
    // Test drivers read this line of Electron's.
    if (debug || line.startsWith('DevTools listening')) process.stderr.write(`${line}\n`)
  })
  const exited = once(child, 'exit')
  let closing = false
  void exited.then(() => closing || plan.onExit())

  const kill = () => {
    closing = true
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It had gone already.
    }
  }
  const cdp = connectCdp(pipe(child, 3), pipe(child, 4))
  return {
    cdp,
    child,
    kill: () => {
      kill()
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
    async close() {
      closing = true
      const slow = setTimeout(kill, CLOSE_WITHIN)
      if (child.exitCode === null && child.signalCode === null) {
        cdp.send('Browser.close').catch(() => {})
        await exited
      }
      clearTimeout(slow)
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function pipe(child: ChildProcess, at: number): Duplex {
  const stream = child.stdio[at]
  if (stream instanceof Duplex) return stream
  throw new Error(`Chromium was started without its pipe ${at}`)
}
