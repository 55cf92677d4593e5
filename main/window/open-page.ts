import { join } from 'node:path'

import { BrowserWindow } from 'electron'

import type { DevelopmentServer } from './development.ts'

export type Place =
  | { readonly kind: 'kiosk' }
  | { readonly kind: 'window'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A window for one role's page, not yet loaded. These web preferences are the only ones in the product. */
export function openWindow(role: string, dist: string, place: Place): BrowserWindow {
  return new BrowserWindow({
    ...(place.kind === 'window'
      ? { x: place.x, y: place.y, width: place.width, height: place.height }
      : { kiosk: true }),
    show: true,
    title: 'HIMS',
    autoHideMenuBar: true,
    backgroundColor: '#E9EFED',
    webPreferences: {
      preload: join(dist, `preload/${role}.cjs`),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
}

export const pageUrl = (role: string, server: DevelopmentServer | null): string =>
  server === null ? `app://terminal/${role}/index.html` : `${server.url}/${role}/index.html`
