import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

import type { AppPackage } from './command-line.ts'
import { createEmitter, preventable } from './emitter.ts'
import type { Emitter, PreventableEvent } from './emitter.ts'
import { singleInstance } from './single-instance.ts'
import { refusing, unsupported } from './unsupported.ts'
import type { RenderProcessGoneDetails, WebContents } from './web-contents.ts'

export interface AppEvents {
  readonly ready: readonly [event: object, info: object]
  readonly 'window-all-closed': readonly []
  readonly 'before-quit': readonly [event: PreventableEvent]
  readonly 'will-quit': readonly [event: PreventableEvent]
  readonly quit: readonly [event: object, exitCode: number]
  readonly activate: readonly [event: object, hasVisibleWindows: boolean]
  readonly 'second-instance': readonly [event: object, argv: string[], workingDirectory: string, data: unknown]
  readonly 'web-contents-created': readonly [event: object, webContents: WebContents]
  readonly 'browser-window-created': readonly [event: object, window: unknown]
  readonly 'render-process-gone': readonly [event: object, webContents: WebContents, details: RenderProcessGoneDetails]
  readonly 'child-process-gone': readonly [event: object, details: ChildProcessGoneDetails]
}

export interface ChildProcessGoneDetails {
  readonly type: 'Utility'
  readonly reason: 'abnormal-exit' | 'killed' | 'crashed'
  readonly exitCode: number
  readonly serviceName: string
}

type PathName = 'home' | 'appData' | 'userData' | 'sessionData' | 'temp' | 'exe' | 'logs'

export interface App extends Emitter<AppEvents> {
  name: string
  readonly isPackaged: boolean
  readonly commandLine: AppCommandLine
  whenReady(): Promise<void>
  isReady(): boolean
  getName(): string
  setName(name: string): void
  getVersion(): string
  getAppPath(): string
  getPath(name: PathName): string
  setPath(name: PathName, path: string): void
  getLocale(): string
  enableSandbox(): void
  disableHardwareAcceleration(): void
  setAppUserModelId(id: string): void
  requestSingleInstanceLock(): boolean
  hasSingleInstanceLock(): boolean
  releaseSingleInstanceLock(): void
  quit(): void
  exit(code?: number): void
}

export interface AppCommandLine {
  appendSwitch(name: string, value?: string): void
  hasSwitch(name: string): boolean
  getSwitchValue(name: string): string
  removeSwitch(name: string): void
}

const EVENTS: readonly (keyof AppEvents)[] = [
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'activate',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'render-process-gone',
  'child-process-gone',
]

/** What the app's life needs of the rest of the host. */
export interface AppWorld {
  readonly package: AppPackage
  readonly switches: Map<string, string>
  /** False when a window refused to close. */
  readonly closeWindows: () => Promise<boolean>
  readonly shutDown: () => Promise<void>
}

export interface HostedApp {
  readonly app: App
  readonly becomeReady: () => void
  readonly isLeaving: () => boolean
}

export function createApp(world: AppWorld): HostedApp {
  const { switches } = world
  const started = Promise.withResolvers<void>()
  let ready = false
  const paths = appPaths(switches, () => app.name)
  const instance = singleInstance(
    () => paths.get('userData'),
    (note) => app.emit('second-instance', {}, [...note.argv], note.workingDirectory, {}),
  )
  const beforeReady = (api: string) => {
    if (ready) throw new Error(`${api} can only be called before app is ready`)
  }
  const life = lifetime(world, () => app)

  const app: App = refusing('app', {
    ...createEmitter<AppEvents>('app', EVENTS),
    name: world.package.name,
    isPackaged: false,
    commandLine: refusing('app.commandLine', commandLine(switches)),
    whenReady: () => started.promise,
    isReady: () => ready,
    getName: () => app.name,
    setName: (name) => void (app.name = name),
    getVersion: () => world.package.version,
    getAppPath: () => world.package.folder,
    getPath: paths.get,
    setPath: paths.set,
    getLocale: () => switches.get('lang') ?? 'en-US',
    enableSandbox: () => beforeReady('app.enableSandbox()'),
    disableHardwareAcceleration() {
      beforeReady('app.disableHardwareAcceleration()')
      switches.set('disable-gpu', '')
    },
    // Means something on Windows only, where the host does not run.
    setAppUserModelId: () => {},
    requestSingleInstanceLock: () => instance.request({ argv: process.argv, workingDirectory: process.cwd() }),
    hasSingleInstanceLock: instance.holds,
    releaseSingleInstanceLock: instance.release,
    quit: () => void life.quit(),
    exit: (code = 0) => void life.exit(code),
  })
  const becomeReady = () => {
    ready = true
    app.emit('ready', {}, {})
    started.resolve()
  }
  process.once('exit', instance.release)
  return { app, becomeReady, isLeaving: life.isLeaving }
}

function lifetime(world: AppWorld, app: () => App) {
  let leaving = false
  let quitting = false
  const exit = async (code: number): Promise<void> => {
    if (leaving) return
    leaving = true
    app().emit('quit', {}, code)
    await world.shutDown()
    process.exit(code)
  }
  const quit = async (): Promise<void> => {
    if (quitting || leaving) return
    quitting = true
    const before = preventable({})
    app().emit('before-quit', before)
    const closed = !before.defaultPrevented && (await world.closeWindows())
    const will = preventable({})
    if (closed) app().emit('will-quit', will)
    quitting = false
    if (closed && !will.defaultPrevented) await exit(0)
  }
  return { quit, exit, isLeaving: () => leaving }
}

function commandLine(switches: Map<string, string>): AppCommandLine {
  return {
    appendSwitch: (name, value = '') => void switches.set(name, value),
    hasSwitch: (name) => switches.has(name),
    getSwitchValue: (name) => switches.get(name) ?? '',
    removeSwitch: (name) => void switches.delete(name),
  }
}

function appPaths(switches: ReadonlyMap<string, string>, appName: () => string) {
  const set = new Map<PathName, string>()
  const appData = (): string =>
    process.platform === 'darwin'
      ? join(homedir(), 'Library/Application Support')
      : process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
  const userData = () => resolve(switches.get('user-data-dir') || join(appData(), appName()))
  const standard: Readonly<Record<PathName, () => string>> = {
    home: homedir,
    appData,
    userData,
    sessionData: () => get('userData'),
    temp: tmpdir,
    exe: () => process.execPath,
    logs: () => join(get('userData'), 'logs'),
  }
  const get = (name: PathName): string => {
    const path = set.get(name) ?? (standard[name] ?? (() => unsupported(`app.getPath('${name}')`)))()
    if (name === 'userData' || name === 'logs') mkdirSync(path, { recursive: true })
    return path
  }
  return { get, set: (name: PathName, path: string) => void set.set(name, path) }
}
