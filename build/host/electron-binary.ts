import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { findChromium, isExecutableFile } from './chromium.ts'
import type { ChromiumWorld } from './chromium.ts'

/** What is there to run the app on, and the environment to launch it with. */
export type Runtime =
  | { readonly kind: 'electron'; readonly binary: string; readonly environment: Readonly<Record<string, string>> }
  | { readonly kind: 'host'; readonly chromium: string; readonly environment: Readonly<Record<string, string>> }
  | { readonly kind: 'none'; readonly missing: readonly ('electron' | 'chromium')[] }

export interface RuntimeWorld extends ChromiumWorld {
  readonly repoRoot: string
  readonly nodePath: string
}

export function machineRuntimeWorld(repoRoot: string): RuntimeWorld {
  return {
    repoRoot,
    nodePath: process.execPath,
    environment: process.env,
    platform: process.platform,
    isExecutable: isExecutableFile,
  }
}

const BINARY: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** Electron downloads itself at its first use; only a complete download counts, so that nothing is fetched by surprise. */
export function electronBinary(repoRoot: string, platform: string = process.platform): string | null {
  const folder = join(repoRoot, 'node_modules/electron/dist')
  const binary = join(folder, BINARY[platform] ?? 'electron')
  return existsSync(join(folder, 'version')) && isExecutableFile(binary) ? binary : null
}

/** The one place that chooses: real Electron where it is, else the development host, unless HIMS_RUNTIME names one. */
export function chooseRuntime(world: RuntimeWorld): Runtime {
  const asked = world.environment['HIMS_RUNTIME']
  const binary = asked === 'host' ? null : electronBinary(world.repoRoot, world.platform)
  if (binary) return { kind: 'electron', binary, environment: {} }
  const chromium = asked === 'electron' || world.platform === 'win32' ? null : findChromium(world)
  if (!chromium) return { kind: 'none', missing: asked === 'electron' ? ['electron'] : ['electron', 'chromium'] }
  return {
    kind: 'host',
    chromium,
    environment: {
      ELECTRON_OVERRIDE_DIST_PATH: join(world.repoRoot, 'build/host/bin'),
      HIMS_CHROMIUM: chromium,
      HIMS_NODE: world.nodePath,
    },
  }
}

/** What to add to the environment to launch the app: nothing for Electron, null when there is nothing to run on. */
export function runtimeEnvironment(world: RuntimeWorld): Readonly<Record<string, string>> | null {
  const runtime = chooseRuntime(world)
  return runtime.kind === 'none' ? null : runtime.environment
}

export function electronVersion(repoRoot: string): string | null {
  return electronBinary(repoRoot) === null
    ? null
    : readFileSync(join(repoRoot, 'node_modules/electron/dist/version'), 'utf8').trim()
}
