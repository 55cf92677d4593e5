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

export type PageRole = 'desk' | 'pharmacy' | 'kiosk' | 'doctor' | 'display' | 'admin' | 'room'

/** A folder of pages; `own` ones go when they are served no longer. */
export interface BuiltPages {
  readonly folder: string
  readonly own: boolean
}

/** One role's page as the app has it: what `npm test` has just built, or else built now into a folder of its own. */
export async function builtPages(role: PageRole): Promise<BuiltPages> {
  const folder = process.env['HIMS_TEST_PAGES']
  if (folder !== undefined) return { folder, own: false }
  const outDir = mkdtempSync(join(tmpdir(), 'hims-pages-'))
  const config = rendererConfig()
  const input = { [role]: join(root, `renderer/${role}/index.html`) }
  await build({ ...config, logLevel: 'error', build: { ...config.build, outDir, rolldownOptions: { input } } })
  return { folder: outDir, own: true }
}

/** Serves pages on loopback until it is closed. */
export async function serveFolder(pages: BuiltPages): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://page').pathname))
    if (path === '/favicon.ico') {
      response.writeHead(204).end()
      return
    }
    readFile(join(pages.folder, path)).then(
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
    if (pages.own) rmSync(pages.folder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
