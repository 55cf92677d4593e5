import { createEmitter } from './emitter.ts'
import type { Emitter } from './emitter.ts'
import { refusing, unsupported } from './unsupported.ts'

export interface PowerSaveBlocker {
  start(type: 'prevent-app-suspension' | 'prevent-display-sleep'): number
  stop(id: number): boolean
  isStarted(id: number): boolean
}

/** Keeps count only; the limit `power-save-blocker` says that the machine may still sleep. */
export function createPowerSaveBlocker(): PowerSaveBlocker {
  const started = new Set<number>()
  let last = -1
  return refusing('powerSaveBlocker', {
    start() {
      started.add(++last)
      return last
    },
    stop: (id) => started.delete(id),
    isStarted: (id) => started.has(id),
  })
}

export interface PowerMonitorEvents {
  readonly suspend: readonly []
  readonly resume: readonly []
  readonly shutdown: readonly [event: object]
  readonly 'lock-screen': readonly []
  readonly 'unlock-screen': readonly []
  readonly 'on-ac': readonly []
  readonly 'on-battery': readonly []
}

/** Can be listened to and tells nothing: the limit `power-events`. */
export function createPowerMonitor(): Emitter<PowerMonitorEvents> {
  const names = ['suspend', 'resume', 'shutdown', 'lock-screen', 'unlock-screen', 'on-ac', 'on-battery'] as const
  return refusing('powerMonitor', createEmitter<PowerMonitorEvents>('powerMonitor', names))
}

export interface MenuModule {
  setApplicationMenu(menu: null): void
  getApplicationMenu(): null
}

/** The host's windows have no menu, so taking it away is all that can be asked. */
export function createMenu(): MenuModule {
  return refusing('Menu', {
    setApplicationMenu: (menu: unknown) => {
      if (menu !== null) unsupported('Menu.setApplicationMenu with a menu')
    },
    getApplicationMenu: () => null,
  })
}

export interface NativeTheme {
  readonly shouldUseDarkColors: boolean
  themeSource: 'system' | 'light' | 'dark'
}

export function createNativeTheme(): NativeTheme {
  return refusing('nativeTheme', {
    shouldUseDarkColors: false,
    get themeSource(): NativeTheme['themeSource'] {
      return 'system'
    },
    set themeSource(source) {
      if (source !== 'system') unsupported(`nativeTheme.themeSource = '${source}'`)
    },
  })
}
