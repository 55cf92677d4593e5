import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What finding a browser needs to know of the machine. */
export interface ChromiumWorld {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly isExecutable: (path: string) => boolean
}

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge']
const LINUX = ['/usr/lib/chromium/chromium', '/usr/lib/chromium-browser/chromium-browser']
const MACOS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const WINDOWS = [
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
]

/** The machine's own Chromium, Chrome or Edge. HIMS_CHROMIUM names one and then no other is taken. */
export function findChromium(world: ChromiumWorld): string | null {
  const named = world.environment['HIMS_CHROMIUM']
  if (named) return world.isExecutable(named) ? named : null
  return candidates(world).find((path) => world.isExecutable(path)) ?? null
}

function candidates({ environment, platform }: ChromiumWorld): readonly string[] {
  if (platform === 'win32') {
    const roots = [environment['PROGRAMFILES'], environment['PROGRAMFILES(X86)'], environment['LOCALAPPDATA']]
    return roots.flatMap((root) => (root ? WINDOWS.map((path) => `${root}\\${path}`) : []))
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  // Debian's /usr/bin/chromium is a shell wrapper around the binary in /usr/lib, so that one goes first.
  const fixed = platform === 'darwin' ? MACOS : LINUX
  return [...fixed, ...ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)))]
}

export function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
