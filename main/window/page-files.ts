import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

import { APP, contentSecurityPolicy, isOurs } from './policy.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
}

const headersFor = (type: string) => ({
  'content-type': type,
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
})

/** Answers `app://terminal/…` from the built pages and from nowhere else. */
export function pageFiles(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = URL.parse(request.url)
    const type = types[extname(url?.pathname ?? '')]
    if (url === null || type === undefined || !isOurs(request.url, APP)) return new Response('', { status: 404 })
    const path = normalize(join(folder, decodeURIComponent(url.pathname)))
    if (!path.startsWith(folder + sep)) return new Response('', { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(path)), { headers: headersFor(type) })
    } catch {
      return new Response('', { status: 404 })
    }
  }
}
