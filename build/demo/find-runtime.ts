import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'

import { chooseRuntime, machineRuntimeWorld } from '../host/electron-binary.ts'
import type { Runtime } from '../host/electron-binary.ts'

export type Ready = Exclude<Runtime, { kind: 'none' }>

const ELECTRON_PATIENCE = 5000

/**
 * What the app can run on here, in this order: Electron's binary; Electron's own installer, given five seconds;
 * Chromium, Chrome or Edge on the machine; on Debian as root, Chromium by apt. Null after saying what to install.
 */
export async function findRuntime(root: string, yes: boolean): Promise<Ready | null> {
  const choose = () => chooseRuntime(machineRuntimeWorld(root))
  let runtime = choose()
  if (runtime.kind === 'electron' || process.env['HIMS_RUNTIME'] === 'host') return ready(runtime)
  downloadElectron(root)
  runtime = choose()
  if (runtime.kind !== 'none') return ready(runtime)
  if (canUseApt() && (await mayInstall(yes))) installChromium()
  return ready(choose())
}

function ready(runtime: Runtime): Ready | null {
  if (runtime.kind !== 'none') return runtime
  console.error(
    'Nothing here can show the app. Install Electron (`node node_modules/electron/install.js` with a network), ' +
      'or Chromium, Chrome or Edge; on Debian: apt install chromium.',
  )
  return null
}

/** Electron fetches its binary itself; without a network that fails, quickly or never, so it gets five seconds. */
function downloadElectron(root: string): void {
  const installer = join(root, 'node_modules/electron/install.js')
  if (!existsSync(installer)) return
  spawnSync(process.execPath, [installer], { timeout: ELECTRON_PATIENCE, killSignal: 'SIGKILL', stdio: 'ignore' })
}

const canUseApt = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

async function mayInstall(yes: boolean): Promise<boolean> {
  if (yes || !process.stdin.isTTY) {
    console.log('No Electron and no Chromium here: installing Debian’s chromium with apt-get.')
    return true
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await asking.question(
    'No Electron and no Chromium here. Install Debian’s chromium with apt-get? [Y/n] ',
  )
  asking.close()
  return !/^n/i.test(answer.trim())
}

function installChromium(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: readonly string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
}
