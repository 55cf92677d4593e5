/* oxlint-disable typescript/no-unsafe-type-assertion -- what the host sent is taken as sent; only the host can reach this world */
import type { makeCodec } from './codec.ts'
import type { makeEndpoint } from './endpoint.ts'
import type { PageWindow } from './page.ts'

/** What a window's preload is started with. */
export interface PreloadSettings {
  readonly greeting: string
  readonly binding: string
  readonly deliver: string
  readonly process: {
    readonly platform: string
    readonly arch: string
    readonly versions: Readonly<Record<string, string | undefined>>
    readonly argv: readonly string[]
  }
}

/** From a page's preload to the app's main process. */
export type IpcMessage =
  | {
      readonly kind: 'invoke'
      readonly id: number
      readonly channel: string
      readonly args: string
      readonly url: string
    }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string; readonly url: string }

/** From a page to the host. */
export type UpMessage =
  | IpcMessage
  | { readonly kind: 'open'; readonly target: string; readonly name: string; readonly features: string }
  | { readonly kind: 'title'; readonly title: string }

/** From the host to a page. */
export type DownMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly value: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  | { readonly kind: 'push'; readonly channel: string; readonly args: string }

type Preload = (require: (id: string) => unknown, module: object, exports: object, process: object) => void

/**
 * The preload's world: a sandboxed preload's `require('electron')`, and the host's IPC under it.
 * Sent as source text, so it uses nothing from outside itself.
 */
export function isolatedWorld(
  page: PageWindow,
  codecOf: typeof makeCodec,
  endpoint: typeof makeEndpoint,
  settings: PreloadSettings,
  preload: Preload,
): void {
  // Only the main frame has a preload, as with Electron's default nodeIntegrationInSubFrames: false.
  if (page !== page.top) return
  type Listener = (event: object, ...args: unknown[]) => void
  interface Waiting {
    readonly resolve: (value: unknown) => void
    readonly reject: (error: Error) => void
  }
  const scope = page as unknown as Record<string, unknown>
  const post = scope[settings.binding] as (text: string) => void
  delete scope[settings.binding]
  const codec = codecOf()
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, Listener[]>()
  let last = 0

  const refuse = (api: string): never => {
    throw new Error(`HostUnsupportedError: the development host cannot do ${api}; run on Electron`)
  }
  const guarded = <Api extends object>(name: string, api: Api): Api =>
    new Proxy(api, {
      get: (object, key, receiver): unknown =>
        typeof key === 'symbol' || key in object || key === 'then'
          ? Reflect.get(object, key, receiver)
          : refuse(`${name}.${key}`),
    })
  const up = (message: UpMessage) => post(JSON.stringify(message))

  const down = (message: DownMessage) => {
    if (message.kind === 'push') {
      const args = codec.decode(message.args) as unknown[]
      for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer, ports: [] }, ...args)
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'reply') call?.resolve(codec.decode(message.value))
    else call?.reject(new Error(message.message))
  }
  scope[settings.deliver] = (text: string) => down(JSON.parse(text) as DownMessage)

  const listen = (channel: string, listener: Listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcRenderer
  }
  const unlisten = (channel: string, listener: Listener) => {
    const known = listeners.get(channel) ?? []
    const at = known.lastIndexOf(listener)
    if (at >= 0) listeners.set(channel, known.toSpliced(at, 1))
    return ipcRenderer
  }
  const ipcRenderer: object = guarded('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const encoded = codec.encode(args)
        const id = ++last
        waiting.set(id, { resolve, reject })
        up({ kind: 'invoke', id, channel, args: encoded, url: page.location.href })
      }),
    send: (channel: string, ...args: unknown[]) =>
      up({ kind: 'send', channel, args: codec.encode(args), url: page.location.href }),
    on: listen,
    addListener: listen,
    once(channel: string, listener: Listener) {
      const once: Listener = (event, ...args) => {
        unlisten(channel, once)
        listener(event, ...args)
      }
      return listen(channel, once)
    },
    off: unlisten,
    removeListener: unlisten,
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    },
  })

  const port = page.document.createElement('host-port')
  const windowOpened = (target: unknown, name: unknown, features: unknown) =>
    up({ kind: 'open', target: String(target), name: String(name), features: String(features) })
  const pageWorld = endpoint(page, port, 'to-preload', 'to-page', windowOpened)
  page.dispatchEvent(new page.MouseEvent(settings.greeting, { relatedTarget: port }))

  let title = ''
  const reportTitle = () => {
    if (page.document.title === title) return
    title = page.document.title
    up({ kind: 'title', title })
  }
  new page.MutationObserver(reportTitle).observe(page.document, { subtree: true, childList: true, characterData: true })

  const contextBridge = guarded('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => void pageWorld.call(key, api),
  })
  const electron = guarded('electron', { contextBridge, ipcRenderer })
  const require = (id: string) => {
    if (id === 'electron' || id === 'electron/renderer') return electron
    throw new Error(`module not found: ${id}`)
  }
  const exports = {}
  const fixed = { type: 'renderer', sandboxed: true, contextIsolated: true, isMainFrame: true }
  preload(require, { exports }, exports, guarded('process', { ...settings.process, ...fixed }))
}
