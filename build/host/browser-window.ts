import { createEmitter, preventable } from './emitter.ts'
import type { Emitter, PreventableEvent } from './emitter.ts'
import type { Page } from './page.ts'
import { unanswered } from './unanswered.ts'
import { refusing, unsupported } from './unsupported.ts'
import type { WebContents, WebContentsWorld } from './web-contents.ts'
import { createWebContents } from './web-contents.ts'
import { createFrame } from './window-frame.ts'
import type { Rectangle, WindowFrame } from './window-frame.ts'

export interface WebPreferences {
  readonly preload?: string
  readonly sandbox?: boolean
  readonly contextIsolation?: boolean
  readonly nodeIntegration?: boolean
  readonly webSecurity?: boolean
  readonly additionalArguments?: string[]
  readonly spellcheck?: boolean
  readonly devTools?: boolean
}

export interface BrowserWindowConstructorOptions {
  readonly width?: number
  readonly height?: number
  readonly x?: number
  readonly y?: number
  readonly show?: boolean
  readonly kiosk?: boolean
  readonly fullscreen?: boolean
  readonly title?: string
  readonly autoHideMenuBar?: boolean
  readonly backgroundColor?: string
  readonly webPreferences?: WebPreferences
}

export interface WindowEvents {
  readonly close: readonly [event: PreventableEvent]
  readonly closed: readonly []
  readonly 'ready-to-show': readonly []
  readonly show: readonly []
  readonly focus: readonly []
  readonly 'page-title-updated': readonly [event: object, title: string, explicitSet: boolean]
}

export interface BrowserWindow extends Emitter<WindowEvents> {
  readonly id: number
  readonly webContents: WebContents
  loadURL(url: string): Promise<void>
  close(): void
  destroy(): void
  isDestroyed(): boolean
  show(): void
  showInactive(): void
  focus(): void
  isVisible(): boolean
  setTitle(title: string): void
  getTitle(): string
  setKiosk(flag: boolean): void
  isKiosk(): boolean
  setFullScreen(flag: boolean): void
  isFullScreen(): boolean
  getBounds(): Rectangle
  setBounds(bounds: Partial<Rectangle>): void
  removeMenu(): void
}

const EVENTS: readonly (keyof WindowEvents)[] = [
  'close',
  'closed',
  'ready-to-show',
  'show',
  'focus',
  'page-title-updated',
]
const OPTIONS: ReadonlySet<string> = new Set<keyof BrowserWindowConstructorOptions>([
  'width',
  'height',
  'x',
  'y',
  'show',
  'kiosk',
  'fullscreen',
  'title',
  'autoHideMenuBar',
  'backgroundColor',
  'webPreferences',
])
const PREFERENCES: Readonly<Record<string, readonly unknown[] | null>> = {
  preload: null,
  additionalArguments: null,
  sandbox: [true],
  contextIsolation: [true],
  nodeIntegration: [false],
  webSecurity: [true],
  // The host never checks spelling and its developer tools are Chromium's own: either value asks for no more than that.
  spellcheck: [true, false],
  devTools: [true, false],
} satisfies Record<keyof WebPreferences, readonly unknown[] | null>

function refuseOptions(options: BrowserWindowConstructorOptions): void {
  for (const name of Object.keys(options)) if (!OPTIONS.has(name)) unsupported(`BrowserWindow option ${name}`)
  for (const [name, value] of Object.entries(options.webPreferences ?? {})) {
    const allowed = PREFERENCES[name]
    if (allowed === undefined) unsupported(`webPreferences.${name}`)
    if (allowed && value !== undefined && !allowed.includes(value))
      unsupported(`webPreferences.${name}: ${String(value)}`)
  }
}

type Inherited = 'preload' | 'openTarget' | 'prepare' | 'onLoaded' | 'onGone' | 'close'

export interface WindowWorld extends Omit<WebContentsWorld, Inherited> {
  readonly isReady: () => boolean
  readonly onCreated: (opened: OpenWindow) => void
  readonly onClosed: (opened: OpenWindow) => void
}

/** A window and what only the host may do with it. */
export interface OpenWindow {
  readonly window: BrowserWindow
  readonly targetId: () => string
  /** Resolves to whether it closed: the app's `close` listener may keep it. */
  readonly close: () => Promise<boolean>
  /** Its page is no more, by whatever cause. */
  readonly gone: () => void
}

let lastId = 0

export function openWindow(world: WindowWorld, options: BrowserWindowConstructorOptions = {}): OpenWindow {
  if (!world.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
  refuseOptions(options)
  const id = ++lastId
  const gone = Promise.withResolvers<void>()
  const state = { title: options.title ?? '', visible: options.show ?? true, destroyed: false, readyToShow: false }
  const frame = createFrame(world.engine, options)

  const onGone = () => {
    if (state.destroyed) return
    state.destroyed = true
    opened.markDestroyed()
    window.emit('closed')
    gone.resolve()
    world.onClosed(handle)
  }
  const closeTarget = async () => {
    const page = await opened.page
    await world.engine.cdp().send('Target.closeTarget', { targetId: page.targetId }).catch(onGone)
  }
  const close = async (): Promise<boolean> => {
    if (state.destroyed) return true
    const event = preventable({})
    window.emit('close', event)
    if (event.defaultPrevented) return false
    await closeTarget()
    await gone.promise
    return true
  }
  const opened = createWebContents(id, {
    ...world,
    preload: {
      path: options.webPreferences?.preload ?? null,
      additionalArguments: options.webPreferences?.additionalArguments ?? [],
    },
    openTarget: frame.open,
    prepare: (page) => frame.prepare(page),
    onLoaded() {
      if (state.readyToShow) return
      state.readyToShow = true
      window.emit('ready-to-show')
    },
    onGone,
    close: () => void close(),
  })
  const window = windowFacade(id, state, opened, frame, {
    close: () => void close(),
    destroy: () => (onGone(), void closeTarget()),
  })
  const handle: OpenWindow = { window, targetId: opened.targetId, close, gone: onGone }
  opened.contents.on('page-title-updated', (_, title) => {
    state.title = title
    window.emit('page-title-updated', {}, title, true)
  })
  world.onCreated(handle)
  return handle
}

interface WindowState {
  title: string
  visible: boolean
  readonly destroyed: boolean
}

function windowFacade(
  id: number,
  state: WindowState,
  { contents, page }: { readonly contents: WebContents; readonly page: Promise<Page> },
  frame: WindowFrame,
  ends: Pick<BrowserWindow, 'close' | 'destroy'>,
): BrowserWindow {
  const window: BrowserWindow = refusing('BrowserWindow', {
    ...createEmitter<WindowEvents>('BrowserWindow', EVENTS),
    ...ends,
    id,
    webContents: contents,
    loadURL: (url) => contents.loadURL(url),
    isDestroyed: () => state.destroyed,
    show() {
      state.visible = true
      contents.focus()
      window.emit('show')
    },
    showInactive: () => void (state.visible = true),
    focus() {
      contents.focus()
      window.emit('focus')
    },
    isVisible: () => state.visible && !state.destroyed,
    setTitle(title) {
      state.title = title
      const expression = `document.title = ${JSON.stringify(title)}`
      unanswered(page.then(({ session }) => session.send('Runtime.evaluate', { expression })))
    },
    getTitle: () => state.title,
    setKiosk: (flag) => frame.setState('kiosk', flag),
    isKiosk: () => frame.state() === 'kiosk',
    setFullScreen: (flag) => frame.setState('fullscreen', flag),
    isFullScreen: () => frame.state() !== 'normal',
    getBounds: frame.bounds,
    setBounds: frame.setBounds,
    // The host's windows have no menu.
    removeMenu: () => {},
  })
  return window
}
