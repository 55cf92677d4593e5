import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.txt': 'text/plain' }
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types conform',
].join('; ')

export async function serve(request) {
  const { host, pathname } = new URL(request.url)
  if (host !== 'terminal') return new Response('wrong host', { status: 404 })
  if (pathname === '/desk/echo')
    return new Response(`${request.method} ${await request.text()}`, { headers: { 'x-seen-url': request.url } })
  if (pathname === '/desk/broken.html') throw new Error('the handler of this address fails')
  try {
    const body = await readFile(join(import.meta.dirname, 'page', pathname.replace('/desk/', '')))
    return new Response(body, {
      headers: {
        'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
      },
    })
  } catch {
    return new Response('not found', { status: 404 })
  }
}
