import type { Cdp } from './cdp.ts'
import type { Schemes } from './scheme.ts'
import { refusing } from './unsupported.ts'
import type { WebContents } from './web-contents.ts'

export interface PermissionDetails {
  readonly requestingUrl: string
  readonly isMainFrame: boolean
  readonly mediaTypes?: ('video' | 'audio')[]
}

export interface PermissionCheckDetails {
  readonly requestingUrl: string
  readonly isMainFrame: boolean
  readonly embeddingOrigin: string
  readonly securityOrigin: string
  readonly mediaType: 'video' | 'audio' | 'unknown'
}

export type Permission = (typeof PERMISSIONS)[number]['asked']

export type PermissionRequestHandler = (
  webContents: WebContents,
  permission: Permission,
  callback: (granted: boolean) => void,
  details: PermissionDetails,
) => void

export type PermissionCheckHandler = (
  webContents: WebContents | null,
  permission: Permission,
  requestingOrigin: string,
  details: PermissionCheckDetails,
) => boolean

export interface Session {
  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void
  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void
}

/** Chromium's name of a permission beside the name Electron's handlers are asked by. */
const PERMISSIONS = [
  { name: 'camera', asked: 'media', media: 'video' },
  { name: 'microphone', asked: 'media', media: 'audio' },
  { name: 'geolocation', asked: 'geolocation', media: null },
  { name: 'notifications', asked: 'notifications', media: null },
  { name: 'midi', asked: 'midi', media: null },
  { name: 'clipboard-read', asked: 'clipboard-read', media: null },
  { name: 'display-capture', asked: 'display-capture', media: null },
  { name: 'idle-detection', asked: 'idle-detection', media: null },
  { name: 'local-fonts', asked: 'local-fonts', media: null },
  { name: 'window-management', asked: 'window-management', media: null },
  { name: 'persistent-storage', asked: 'persistent-storage', media: null },
] as const

type Entry = (typeof PERMISSIONS)[number]

const ANSWER_WITHIN = 1000

export interface SessionTable {
  readonly session: Session
  /** Asks the app's handlers before a page loads; Chromium is told the answers and asks nobody itself. */
  readonly settle: (cdp: Cdp, contents: WebContents, url: string) => Promise<void>
}

export function createSession(schemes: Schemes): SessionTable {
  let request: PermissionRequestHandler | null = null
  let check: PermissionCheckHandler | null = null

  const requestGranted = (contents: WebContents, url: string, entry: Entry): Promise<boolean> =>
    new Promise((resolve) => {
      if (!request) return resolve(true)
      // No answer is no.
      setTimeout(() => resolve(false), ANSWER_WITHIN).unref()
      const details = { requestingUrl: url, isMainFrame: true, ...(entry.media && { mediaTypes: [entry.media] }) }
      request(pageAt(contents, url), entry.asked, resolve, details)
    })
  const checkGranted = (contents: WebContents, url: string, { asked, media }: Entry): boolean => {
    if (!check) return true
    const origin = originOf(url)
    const details = {
      requestingUrl: url,
      isMainFrame: true,
      embeddingOrigin: origin,
      securityOrigin: origin,
      mediaType: media ?? 'unknown',
    } as const
    return check(pageAt(contents, url), asked, origin, details)
  }

  return {
    session: refusing('session', {
      setPermissionRequestHandler: (handler) => void (request = handler),
      setPermissionCheckHandler: (handler) => void (check = handler),
    }),
    async settle(cdp, contents, url) {
      const { origin } = new URL(schemes.toWeb(url))
      if (origin === 'null') return
      const settleOne = async (entry: Entry) => {
        const granted = checkGranted(contents, url, entry) && (await requestGranted(contents, url, entry))
        const setting = granted ? 'granted' : 'denied'
        await cdp.send('Browser.setPermission', { permission: { name: entry.name }, setting, origin }).catch(() => {
          // This Chromium has no such permission; --deny-permission-prompts refuses what is not settled here.
        })
      }
      await Promise.all(PERMISSIONS.map(settleOne))
    },
  }
}

/** The handlers are asked before the page is there, and must see the address it will have. */
const pageAt = (contents: WebContents, url: string): WebContents =>
  new Proxy(contents, {
    get: (target, key, receiver): unknown => (key === 'getURL' ? () => url : Reflect.get(target, key, receiver)),
  })

/** The origin Electron gives: custom schemes have one, which the URL standard calls opaque. */
export function originOf(url: string): string {
  const { protocol, host, origin } = new URL(url)
  return origin === 'null' && host ? `${protocol}//${host}` : origin
}
