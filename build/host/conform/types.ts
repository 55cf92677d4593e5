// Each member of the host must fit Electron's own type of it: a compile error here is a promise the host would break.
// Listeners (`on`, `once`) are left out: Electron gives each event an overload, which no generic signature fits.
import type * as Electron from 'electron'

import type * as host from '../electron.ts'
import type { SessionTable } from '../session.ts'

type Fits<Theirs, Ours extends Theirs> = Ours

export type App = Fits<
  Pick<
    Electron.App,
    | 'whenReady'
    | 'isReady'
    | 'isPackaged'
    | 'name'
    | 'getName'
    | 'setName'
    | 'getVersion'
    | 'getAppPath'
    | 'getLocale'
    | 'enableSandbox'
    | 'disableHardwareAcceleration'
    | 'hasSingleInstanceLock'
    | 'releaseSingleInstanceLock'
    | 'requestSingleInstanceLock'
    | 'quit'
    | 'exit'
  >,
  typeof host.app
>
export type AppCommandLine = Fits<
  Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'>,
  (typeof host.app)['commandLine']
>
export type BrowserWindow = Fits<
  Pick<
    Electron.BrowserWindow,
    | 'id'
    | 'close'
    | 'destroy'
    | 'isDestroyed'
    | 'show'
    | 'showInactive'
    | 'focus'
    | 'isVisible'
    | 'setTitle'
    | 'getTitle'
    | 'setKiosk'
    | 'isKiosk'
    | 'setFullScreen'
    | 'isFullScreen'
    | 'getBounds'
    | 'setBounds'
    | 'removeMenu'
    | 'loadURL'
  >,
  host.BrowserWindow
>
export type WebContents = Fits<
  Pick<
    Electron.WebContents,
    | 'id'
    | 'getURL'
    | 'getTitle'
    | 'loadURL'
    | 'reload'
    | 'send'
    | 'executeJavaScript'
    | 'printToPDF'
    | 'setZoomFactor'
    | 'getZoomFactor'
    | 'isDestroyed'
    | 'isCrashed'
    | 'focus'
    | 'close'
  >,
  host.WebContents
>
export type NativeImage = Fits<
  Pick<Electron.NativeImage, 'toPNG' | 'toDataURL' | 'getSize' | 'isEmpty'>,
  host.NativeImage
>
export type IpcMain = Fits<Pick<Electron.IpcMain, 'removeHandler'>, host.IpcMain>
export type Protocol = Fits<
  Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>,
  typeof host.protocol
>
export type SafeStorage = Fits<
  Pick<
    Electron.SafeStorage,
    | 'isEncryptionAvailable'
    | 'isAsyncEncryptionAvailable'
    | 'encryptString'
    | 'decryptString'
    | 'encryptStringAsync'
    | 'decryptStringAsync'
    | 'getSelectedStorageBackend'
  >,
  host.SafeStorage
>
export type PowerSaveBlocker = Fits<
  Pick<Electron.PowerSaveBlocker, 'start' | 'stop' | 'isStarted'>,
  typeof host.powerSaveBlocker
>
export type Display = Fits<
  Pick<Electron.Display, 'id' | 'bounds' | 'workArea' | 'size' | 'workAreaSize' | 'scaleFactor'>,
  host.Display
>
export type UtilityProcess = Fits<
  Pick<Electron.UtilityProcess, 'pid' | 'stdout' | 'stderr' | 'postMessage' | 'kill'>,
  host.UtilityProcess
>

// The other way round: whatever Electron lets an app pass, as far as the host takes it, the host must accept.
type Takes<Theirs extends Ours, Ours> = Theirs

export type WindowOptions = Takes<
  Pick<
    Electron.BrowserWindowConstructorOptions,
    'width' | 'height' | 'x' | 'y' | 'show' | 'kiosk' | 'title' | 'backgroundColor'
  >,
  host.BrowserWindowConstructorOptions
>
export type Preferences = Takes<
  Pick<
    Electron.WebPreferences,
    'preload' | 'sandbox' | 'contextIsolation' | 'nodeIntegration' | 'webSecurity' | 'additionalArguments'
  >,
  host.WebPreferences
>
export type ForkOptions = Takes<Pick<Electron.ForkOptions, 'execArgv' | 'cwd' | 'serviceName'>, host.ForkOptions>

// What the host gives to the app's own handlers must be what Electron would give.
type RequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>
type HostRequestHandler = NonNullable<Parameters<SessionTable['session']['setPermissionRequestHandler']>[0]>
export type PermissionName = Fits<Parameters<RequestHandler>[1], Parameters<HostRequestHandler>[1]>
export type Frame = Fits<Pick<Electron.WebFrameMain, 'url' | 'origin' | 'isDestroyed'>, host.WebFrameMain>
