/* oxlint-disable typescript/no-unsafe-type-assertion -- values of the page are told apart by hand */
import type { makeEndpoint } from './endpoint.ts'
import type { PagePort, PageWindow } from './page.ts'

interface Link {
  readonly href: string
  readonly target: string
}

/**
 * The page's side, run before any of the page's own scripts: holds what the preload exposes, and reports attempts to
 * open a window (Chromium itself refuses to open it). Sent as source text, so it uses nothing from outside itself.
 */
export function mainWorld(page: PageWindow, endpoint: typeof makeEndpoint, greeting: string): void {
  const freeze = (value: unknown): unknown => {
    const plain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]'
    if (!plain) return value
    for (const item of Object.values(value as object)) freeze(item)
    return Object.freeze(value)
  }
  const expose = (key: unknown, value: unknown) => {
    const name = String(key)
    if (name in page) throw new Error('Cannot bind an API on top of an existing property on the window object')
    Object.defineProperty(page, name, { value: freeze(value), enumerable: true, writable: false, configurable: false })
  }
  const isLink = (node: unknown): node is Link =>
    typeof node === 'object' && node !== null && 'href' in node && 'target' in node && typeof node.href === 'string'

  const start = (port: PagePort) => {
    const preload = endpoint(page, port, 'to-page', 'to-preload', expose)
    const report = (url: unknown, name: unknown, features: unknown) => {
      const absolute = new URL(typeof url === 'string' && url ? url : 'about:blank', page.document.baseURI).href
      preload.call(absolute, typeof name === 'string' ? name : '', typeof features === 'string' ? features : '')
    }
    const open = (url?: unknown, name?: unknown, features?: unknown) => {
      report(url, name, features)
      return null
    }
    Object.defineProperty(page, 'open', { value: open, writable: true, configurable: true })
    page.addEventListener(
      'click',
      (event) => {
        const link = event.composedPath().find(isLink)
        if (!link?.href) return
        if (link.target !== '_blank' && !event.ctrlKey && !event.metaKey && !event.shiftKey) return
        event.preventDefault()
        report(link.href, link.target, '')
      },
      { capture: true },
    )
  }
  page.addEventListener(greeting, (event) => event.relatedTarget && start(event.relatedTarget), { once: true })
}
