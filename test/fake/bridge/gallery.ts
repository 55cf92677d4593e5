import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before } from 'node:test'

import type { Browser, Page } from 'playwright'

import { axeViolations, clippedText } from './inspect.ts'
import { launchChromium } from './open-page.ts'
import type { PageRole } from './serve-pages.ts'
import { buildPages, serveFolder } from './serve-pages.ts'

const pictures = join(import.meta.dirname, '../../../out/screens')

/** A browser and one role's built page for the tests of one `describe`. */
export interface Gallery {
  /** Null where the machine has no Chromium. */
  readonly browser: () => Browser | null
  readonly url: () => string
}

/** Sets the gallery up before the tests around it and takes it down after them. */
export function gallery(role: PageRole): Gallery {
  let browser: Browser | null = null
  let url = ''
  let close = () => {}
  before(async () => {
    browser = await launchChromium()
    if (browser === null) return
    const served = await serveFolder(await buildPages([role]))
    close = served.close
    url = `${served.url}/${role}/index.html`
  })
  after(async () => {
    await browser?.close()
    close()
  })
  return { browser: () => browser, url: () => url }
}

interface Looked {
  readonly page: Page
  readonly complaints: string[]
}

/** Takes a picture, and says what axe, a cut text or the page's console has to complain of. */
export async function lookAt(it: Looked, role: PageRole, name: string, settled: number): Promise<readonly string[]> {
  mkdirSync(pictures, { recursive: true })
  await it.page.waitForTimeout(settled)
  await it.page.screenshot({ path: join(pictures, `${role}-${name}.png`), scale: 'css' })
  const found = [...(await axeViolations(it.page)), ...(await clippedText(it.page)), ...it.complaints.splice(0)]
  return found.map((line) => `${name}: ${line}`)
}
