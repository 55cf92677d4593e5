import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before } from 'node:test'

import type { Browser, Page } from 'playwright'

import { axeViolations, clippedText, settled } from './inspect.ts'
import type { Rules } from './inspect.ts'
import { launchChromium } from './open-page.ts'
import type { PageRole } from './serve-pages.ts'
import { builtPages, serveFolder } from './serve-pages.ts'

/** Where pictures go, set by `npm test -- screens --pictures`; they cost as much as everything axe does. */
const pictures = process.env['HIMS_TEST_PICTURES']

/** How often a screen of this file was looked at, by the rules it was held against. */
const looks: Record<Rules, number> = { every: 0, scrolling: 0, words: 0 }

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
    const served = await serveFolder(await builtPages(role))
    close = served.close
    url = `${served.url}/${role}/index.html`
  })
  after(async () => {
    await browser?.close()
    close()
    const all = looks.every + looks.scrolling + looks.words
    if (browser !== null) console.log(`${role}: ${all} looks at a screen, ${looks.every} of them with every axe rule`)
  })
  return { browser: () => browser, url: () => url }
}

interface Looked {
  readonly page: Page
  readonly complaints: string[]
}

/** Says what axe, a cut text or the page's console has to complain of; takes a picture where pictures are wanted. */
export async function lookAt(
  it: Looked,
  role: PageRole,
  name: string,
  rules: Rules = 'every',
): Promise<readonly string[]> {
  await settled(it.page)
  if (pictures !== undefined) {
    mkdirSync(pictures, { recursive: true })
    await it.page.screenshot({ path: join(pictures, `${role}-${name}.png`), scale: 'css' })
  }
  const found = [...(await axeViolations(it.page, rules)), ...(await clippedText(it.page)), ...it.complaints.splice(0)]
  looks[rules] += 1
  return found.map((line) => `${name}: ${line}`)
}

/** Does each, two at a time: a further page costs seconds to start and only waits for the others' cores. */
export async function twoAtOnce<Each>(
  all: readonly Each[],
  look: (each: Each) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const waiting = [...all]
  const found: string[] = []
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) found.push(...(await look(next)))
  }
  await Promise.all([lane(), lane()])
  return found
}
