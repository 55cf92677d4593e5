// What `import 'electron'` gives an app on the host. Reads top to bottom in the order things depend on each other.
import process from 'node:process'

import { createApp } from './app.ts'
import type { App } from './app.ts'
import { openWindow } from './browser-window.ts'
import type { BrowserWindow as Window, BrowserWindowConstructorOptions, OpenWindow } from './browser-window.ts'
import { declareHost } from './capability.ts'
import { findChromium, isExecutableFile } from './chromium.ts'
import { readAppPackage, readCommandLine } from './command-line.ts'
import { createMenu, createNativeTheme, createPowerMonitor, createPowerSaveBlocker } from './desktop.ts'
import { createEngine } from './engine.ts'
import { createIpc } from './ipc.ts'
import { createProtocol } from './protocol.ts'
import { createSafeStorage } from './safe-storage.ts'
import { createSchemes } from './scheme.ts'
import { createScreen } from './screen.ts'
import { createSession } from './session.ts'
import { refusing, unsupportedModule } from './unsupported.ts'
import { createUtilityProcess } from './utility-process.ts'
import type { WebContents } from './web-contents.ts'

declareHost()
const { env, platform } = process
const commandLine = readCommandLine(process.argv.slice(2))
const appPackage = readAppPackage(commandLine.app)
const switches = new Map(commandLine.switches)
const open = new Map<number, OpenWindow>()
let ready = false
const isReady = () => ready

const chromium = findChromium({ environment: env, platform, isExecutable: isExecutableFile })
if (!chromium) {
  console.error('The development host needs Chromium, Chrome or Edge, and found none; HIMS_CHROMIUM can name one.')
  process.exit(1)
}
const [screenWidth = 1366, screenHeight = 768] = (env['HIMS_SCREEN'] ?? '').split('x').filter(Boolean).map(Number)
const engine = createEngine({
  chromium,
  headless: env['HIMS_HEADLESS'] === '1' || (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']),
  hasPageServer: Boolean(env['HIMS_PAGE_SERVER']),
  asRoot: process.getuid?.() === 0,
  headlessScreen: { width: screenWidth, height: screenHeight },
  profileParent: () => app.getPath('userData'),
  switches,
  // The person closed the last window, or Chromium fell: either way its windows are gone and the app decides.
  onExit: () => open.forEach(({ gone }) => gone()),
})

async function closeWindows(): Promise<boolean> {
  for (const { close } of open.values()) if (!(await close())) return false
  return true
}
const life = createApp({
  package: appPackage,
  switches,
  closeWindows: async () => {
    leaving = true
    leaving = await closeWindows()
    return leaving
  },
  shutDown: async () => {
    utilities.killAll()
    await engine.close()
  },
})
let leaving = false
export const app: App = life.app

const schemes = createSchemes()
const table = createProtocol(schemes, isReady)
export const { protocol } = table
const ipc = createIpc(schemes)
export const { ipcMain } = ipc
const permissions = createSession(schemes)
export const session = refusing('electron.session', { defaultSession: permissions.session })
const utilities = createUtilityProcess(isReady, (details) => app.emit('child-process-gone', {}, details))
export const { utilityProcess } = utilities
export const safeStorage = createSafeStorage(isReady, () => app.getPath('userData'))
export const screen = createScreen(engine)
export const powerSaveBlocker = createPowerSaveBlocker()
export const powerMonitor = createPowerMonitor()
export const Menu = createMenu()
export const nativeTheme = createNativeTheme()

function construct(options?: BrowserWindowConstructorOptions): Window {
  const world = {
    engine,
    schemes,
    table,
    session: permissions.session,
    isReady,
    askPermissions: (contents: WebContents, url: string) => permissions.settle(engine.cdp(), contents, url),
    onInvoke: ipc.receive,
    onCrashed: (...gone: [WebContents, { reason: 'crashed' | 'killed'; exitCode: number }]) =>
      app.emit('render-process-gone', {}, ...gone),
    onCreated(opened: OpenWindow) {
      open.set(opened.window.id, opened)
      app.emit('web-contents-created', {}, opened.window.webContents)
      app.emit('browser-window-created', {}, opened.window)
    },
    onClosed(opened: OpenWindow) {
      open.delete(opened.window.id)
      if (open.size > 0 || leaving) return
      if (!app.emit('window-all-closed')) app.quit()
    },
  }
  return openWindow(world, options).window
}

const windows = () => [...open.values()].map(({ window }) => window)

/** Electron's class: constructed with `new`, asked for its windows. */
export const BrowserWindow = refusing(
  'BrowserWindow',
  Object.assign(
    // A function that returns an object is a constructor, which TypeScript only believes of classes.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    function BrowserWindow(options?: BrowserWindowConstructorOptions) {
      return construct(options)
    } as unknown as new (options?: BrowserWindowConstructorOptions) => Window,
    {
      getAllWindows: windows,
      fromId: (id: number) => open.get(id)?.window ?? null,
      fromWebContents: (contents: WebContents) => windows().find((window) => window.webContents === contents) ?? null,
    },
  ),
)
export type BrowserWindow = Window

export const webContents = refusing('electron.webContents', {
  getAllWebContents: () => windows().map((window) => window.webContents),
  fromId: (id: number) => open.get(id)?.window.webContents,
  fromDevToolsTargetId: (targetId: string) =>
    [...open.values()].find((opened) => opened.targetId() === targetId)?.window.webContents,
})

export const autoUpdater = unsupportedModule('autoUpdater')
export const clipboard = unsupportedModule('clipboard')
export const contentTracing = unsupportedModule('contentTracing')
export const crashReporter = unsupportedModule('crashReporter')
export const desktopCapturer = unsupportedModule('desktopCapturer')
export const dialog = unsupportedModule('dialog')
export const globalShortcut = unsupportedModule('globalShortcut')
export const nativeImage = unsupportedModule('nativeImage')
export const net = unsupportedModule('net')
export const netLog = unsupportedModule('netLog')
export const shell = unsupportedModule('shell')
export const systemPreferences = unsupportedModule('systemPreferences')
export const webFrameMain = unsupportedModule('webFrameMain')
export const BaseWindow = unsupportedModule('BaseWindow')
export const MenuItem = unsupportedModule('MenuItem')
export const MessageChannelMain = unsupportedModule('MessageChannelMain')
export const Notification = unsupportedModule('Notification')
export const Tray = unsupportedModule('Tray')
export const View = unsupportedModule('View')
export const WebContentsView = unsupportedModule('WebContentsView')

/** For the host's own entry: what is left to do once the app's module has been evaluated. */
export const host = {
  commandLine,
  appPackage,
  async becomeReady(): Promise<void> {
    if (life.isLeaving()) return
    await engine.boot()
    process.once('exit', engine.kill)
    ready = true
    life.becomeReady()
  },
}

export type { App } from './app.ts'
export type { BrowserWindowConstructorOptions, WebPreferences } from './browser-window.ts'
export type { PreventableEvent as Event } from './emitter.ts'
export type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebFrameMain } from './ipc.ts'
export type { NativeImage } from './native-image.ts'
export type { CustomScheme } from './protocol.ts'
export type { SafeStorage } from './safe-storage.ts'
export type { Display, Screen } from './screen.ts'
export type { Session } from './session.ts'
export type { ForkOptions, UtilityProcess } from './utility-process.ts'
export type { HandlerDetails, RenderProcessGoneDetails, WebContents } from './web-contents.ts'
export type { PrintToPdfOptions as PrintToPDFOptions } from './pdf.ts'
export type { Rectangle } from './window-frame.ts'
