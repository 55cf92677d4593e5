import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'

import { build } from 'vite'

import { rendererConfig } from '../../../build/build.ts'

const root = join(import.meta.dirname, '../../..')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

export type PageRole = 'desk' | 'pharmacy' | 'kiosk' | 'room'

/** Builds some roles' pages exactly as the app does, but in a folder of their own, and returns where they are. */
export async function buildPages(roles: readonly PageRole[]): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'hims-pages-'))
  const config = rendererConfig()
  const input = Object.fromEntries(roles.map((role) => [role, join(root, `renderer/${role}/index.html`)]))
  await build({ ...config, logLevel: 'error', build: { ...config.build, outDir, rolldownOptions: { input } } })
  return outDir
}

/** Serves a folder of pages on loopback until it is closed; then the folder goes. */
export async function serveFolder(folder: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://page').pathname))
    if (path === '/favicon.ico') {
      response.writeHead(204).end()
      return
    }
    readFile(join(folder, path)).then(
      (body) => {
        response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
        response.end(body)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const close = () => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
