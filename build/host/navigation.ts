import type { CdpSession, Protocol } from './cdp.ts'
import type { Schemes } from './scheme.ts'
import { unsupported } from './unsupported.ts'

/** Tells the app's own loads from the page's: only the latter are asked about (`will-navigate`). */
export interface Navigation {
  readonly load: (session: CdpSession, url: string) => Promise<void>
  readonly reload: (session: CdpSession) => Promise<void>
  readonly loaderDone: (loaderId: string) => void
  /** The page is gone: what is still loading never will. */
  readonly abandon: () => void
  readonly mayNavigate: (paused: Protocol.Fetch.requestPausedPayload) => boolean
  readonly devServer: () => string | null
}

const LOOPBACK = /^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/

export function createNavigation(
  schemes: Schemes,
  mainFrame: () => string,
  askPage: (url: string) => boolean,
  hasPageServer: boolean,
): Navigation {
  let expected: string | null = null
  let devServer: string | null = null
  let lastDone: string | null = null
  const waiting = new Map<string, PromiseWithResolvers<void>>()

  const finished = (loaderId: string): Promise<void> => {
    if (lastDone === loaderId) return Promise.resolve()
    const loading = Promise.withResolvers<void>()
    waiting.set(loaderId, loading)
    return loading.promise
  }

  return {
    async load(session, url) {
      const web = schemes.toWeb(url)
      devServer = LOOPBACK.test(url) ? new URL(url).origin : null
      if (devServer && !hasPageServer)
        unsupported('loadURL of a page server without HIMS_PAGE_SERVER in its environment')
      expected = web
      const { errorText, loaderId } = await session.send('Page.navigate', { url: web })
      if (errorText) {
        const code = errorText.replace(/^net::/, '')
        throw Object.assign(new Error(`${code} loading '${url}'`), { code, url })
      }
      if (loaderId !== undefined) await finished(loaderId)
    },
    async reload(session) {
      const { frameTree } = await session.send('Page.getFrameTree')
      expected = frameTree.frame.url
      await session.send('Page.reload')
    },
    loaderDone(loaderId) {
      lastDone = loaderId
      waiting.get(loaderId)?.resolve()
      waiting.delete(loaderId)
    },
    abandon() {
      for (const loading of waiting.values()) loading.reject(new Error('ERR_ABORTED: the window was closed'))
      waiting.clear()
    },
    mayNavigate(paused) {
      if (paused.frameId !== mainFrame() || paused.redirectedRequestId !== undefined) return true
      const own = expected !== null && sameDocument(expected, paused.request.url)
      expected = null
      return own || askPage(schemes.fromWeb(paused.request.url + (paused.request.urlFragment ?? '')))
    },
    devServer: () => devServer,
  }
}

const sameDocument = (left: string, right: string): boolean => new URL(left).href.split('#')[0] === right.split('#')[0]
