import { unreachable } from '../../domain/result.ts'
import { makeCodec } from './bridge/codec.ts'
import { encodeSource } from './bridge/source.ts'
import type { DownMessage, IpcMessage, UpMessage } from './bridge/isolated-world.ts'
import type { CdpSession, Protocol } from './cdp.ts'
import type { ConsoleEntry } from './console.ts'
import { createEmitter, preventable } from './emitter.ts'
import type { Emitter, PreventableEvent } from './emitter.ts'
import type { Engine } from './engine.ts'
import { nativeImage } from './native-image.ts'
import type { NativeImage } from './native-image.ts'
import { createNavigation } from './navigation.ts'
import { attachPage } from './page.ts'
import type { Page, PageEvents, PreloadPlan } from './page.ts'
import { pdfParameters } from './pdf.ts'
import type { PrintToPdfOptions } from './pdf.ts'
import type { ProtocolTable } from './protocol.ts'
import type { Schemes } from './scheme.ts'
import type { Session } from './session.ts'
import { unanswered } from './unanswered.ts'
import { refusing, unsupported } from './unsupported.ts'
import { createZoom } from './zoom.ts'

export interface NavigateEvent extends PreventableEvent {
  readonly url: string
  readonly isMainFrame: boolean
  readonly isSameDocument: boolean
}

export interface RenderProcessGoneDetails {
  readonly reason: 'crashed' | 'killed'
  readonly exitCode: number
}

export interface WebContentsEvents {
  readonly 'will-navigate': readonly [event: NavigateEvent, url: string]
  readonly 'did-navigate': readonly [event: object, url: string]
  readonly 'did-navigate-in-page': readonly [event: object, url: string]
  readonly 'did-finish-load': readonly []
  readonly 'dom-ready': readonly [event: object]
  readonly 'page-title-updated': readonly [event: object, title: string]
  readonly 'console-message': readonly [event: ConsoleEntry]
  readonly 'render-process-gone': readonly [event: object, details: RenderProcessGoneDetails]
  readonly destroyed: readonly []
}

export interface HandlerDetails {
  readonly url: string
  readonly frameName: string
  readonly features: string
  readonly disposition: 'foreground-tab' | 'new-window'
}

export type WindowOpenHandler = (details: HandlerDetails) => { readonly action: 'deny' }

export interface WebContents extends Emitter<WebContentsEvents> {
  readonly id: number
  readonly session: Session
  getURL(): string
  getTitle(): string
  loadURL(url: string): Promise<void>
  reload(): void
  send(channel: string, ...args: unknown[]): void
  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown>
  printToPDF(options: PrintToPdfOptions): Promise<Buffer>
  capturePage(): Promise<NativeImage>
  setWindowOpenHandler(handler: WindowOpenHandler): void
  setZoomFactor(factor: number): void
  getZoomFactor(): number
  isDestroyed(): boolean
  isCrashed(): boolean
  focus(): void
  close(options?: { readonly waitForBeforeUnload?: boolean }): void
}

export interface WebContentsWorld {
  readonly engine: Engine
  readonly schemes: Schemes
  readonly table: ProtocolTable
  readonly session: Session
  readonly preload: PreloadPlan
  readonly openTarget: () => Promise<string>
  readonly prepare: (page: Page) => Promise<void>
  readonly askPermissions: (contents: WebContents, url: string) => Promise<void>
  readonly onInvoke: (contents: WebContents, message: IpcMessage, reply: (message: DownMessage) => void) => void
  readonly onLoaded: () => void
  readonly onCrashed: (contents: WebContents, details: RenderProcessGoneDetails) => void
  readonly onGone: () => void
  readonly close: () => void
}

const EVENTS: readonly (keyof WebContentsEvents)[] = [
  'will-navigate',
  'did-navigate',
  'did-navigate-in-page',
  'did-finish-load',
  'dom-ready',
  'page-title-updated',
  'console-message',
  'render-process-gone',
  'destroyed',
]

/** A window's page: Electron's object in front, and the Chromium page it stands for behind. */
export interface OpenedContents {
  readonly contents: WebContents
  readonly page: Promise<Page>
  readonly targetId: () => string
  readonly markDestroyed: () => void
}

const codec = makeCodec()

export function createWebContents(id: number, world: WebContentsWorld): OpenedContents {
  const { schemes } = world
  let [url, title, targetId] = ['', '', '']
  let [destroyed, crashed] = [false, false]
  let openHandler: WindowOpenHandler | null = null
  const zoom = createZoom()

  const askPage = (wanted: string) => {
    const event = preventable({ url: wanted, isMainFrame: true, isSameDocument: false })
    contents.emit('will-navigate', event, wanted)
    return !event.defaultPrevented
  }
  const navigation = createNavigation(schemes, () => targetId, askPage, world.engine.hasPageServer)
  const askOpen = ({ target, name, features }: UpMessage & { readonly kind: 'open' }) => {
    const details = { url: schemes.fromWeb(target), frameName: name, features, disposition: 'new-window' } as const
    const answer: string = openHandler?.(details).action ?? 'allow'
    if (answer !== 'deny') unsupported(`window.open('${details.url}') without a handler that denies it`)
  }
  const retitle = (next: string) => {
    if (next === '' || next === title) return
    title = next
    contents.emit('page-title-updated', {}, title)
  }
  const receive = (message: UpMessage, reply: (message: DownMessage) => void) => {
    switch (message.kind) {
      case 'open':
        return askOpen(message)
      case 'title':
        return retitle(message.title)
      case 'invoke':
      case 'send':
        return world.onInvoke(contents, message, reply)
      default:
        return unreachable(message)
    }
  }
  const events: PageEvents = {
    onMessage: receive,
    onNavigated(next, sameDocument) {
      url = next
      contents.emit(sameDocument ? 'did-navigate-in-page' : 'did-navigate', {}, contents.getURL())
    },
    onDomReady: () => contents.emit('dom-ready', {}),
    onLoaded() {
      contents.emit('did-finish-load')
      world.onLoaded()
    },
    onLoaderDone: navigation.loaderDone,
    onConsole: (entry) => contents.emit('console-message', { ...entry, sourceId: schemes.fromWeb(entry.sourceId) }),
    onCrashed() {
      crashed = true
      const details = { reason: 'crashed', exitCode: 1 } as const
      contents.emit('render-process-gone', {}, details)
      world.onCrashed(contents, details)
    },
    onGone: world.onGone,
  }

  const open = async (): Promise<Page> => {
    targetId = await world.openTarget()
    const rules = { table: world.table, devServer: navigation.devServer, mayNavigate: navigation.mayNavigate }
    const page = await attachPage(world.engine.cdp(), targetId, world.preload, rules, events)
    await world.prepare(page)
    return page
  }
  const page = open()
  const session = async (): Promise<CdpSession> => (await page).session
  const order = (act: (target: CdpSession) => Promise<unknown>) => unanswered(session().then(act))

  const contents: WebContents = refusing('webContents', {
    ...createEmitter<WebContentsEvents>('webContents', EVENTS),
    id,
    session: world.session,
    getURL: () => schemes.fromWeb(url),
    getTitle: () => title,
    async loadURL(wanted) {
      const target = await session()
      await world.askPermissions(contents, wanted)
      crashed = false
      await navigation.load(target, wanted)
    },
    reload: () => order((target) => navigation.reload(target)),
    send(channel, ...args) {
      const message = { kind: 'push', channel, args: codec.encode(args) } as const
      unanswered(page.then((opened) => opened.deliver(message)))
    },
    executeJavaScript: async (code, userGesture = false) => evaluate(await session(), code, userGesture),
    async printToPDF(options) {
      const { data } = await (await session()).send('Page.printToPDF', pdfParameters(options))
      return Buffer.from(data, 'base64')
    },
    async capturePage() {
      const { data } = await (await session()).send('Page.captureScreenshot', { format: 'png' })
      return nativeImage(Buffer.from(data, 'base64'))
    },
    setWindowOpenHandler: (handler) => void (openHandler = handler),
    setZoomFactor(factor) {
      zoom.set(factor)
      order((target) => zoom.apply(target))
    },
    getZoomFactor: zoom.get,
    isDestroyed: () => destroyed,
    isCrashed: () => crashed,
    focus: () => order((target) => target.send('Page.bringToFront')),
    close: world.close,
  })
  const markDestroyed = () => {
    if (destroyed) return
    destroyed = true
    navigation.abandon()
    contents.emit('destroyed')
  }
  return { contents, page, targetId: () => targetId, markDestroyed }
}

/** A script's value comes back as a structured clone, as in Electron, not as what JSON makes of it. */
async function evaluate(session: CdpSession, expression: string, userGesture: boolean): Promise<unknown> {
  const ran = await session.send('Runtime.evaluate', { expression, userGesture, awaitPromise: true })
  throwIfFailed(ran)
  const { objectId, unserializableValue, value } = ran.result
  if (objectId === undefined)
    return unserializableValue === undefined ? (value as unknown) : readUnserializable(unserializableValue)
  const encoded = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: encodeSource(),
    returnByValue: true,
  })
  throwIfFailed(encoded)
  return codec.decode(String(encoded.result.value))
}

function throwIfFailed({ exceptionDetails }: { readonly exceptionDetails?: Protocol.Runtime.ExceptionDetails }): void {
  if (!exceptionDetails) return
  const { exception, text } = exceptionDetails
  throw new Error(exception?.description ?? (exception?.value === undefined ? text : String(exception.value)))
}

const readUnserializable = (text: string): number | bigint =>
  text.endsWith('n') ? BigInt(text.slice(0, -1)) : Number(text)
