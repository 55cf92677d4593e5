import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before } from 'node:test'

import type { Browser } from 'playwright'

import type { RoleContract } from '../../../contract/channel.ts'
import { complaintsOf, everyWay, misplacedIn, rulesAtLargest, rulesFor, settled, TURNED } from './inspect.ts'
import type { Rules, Stillness, Way } from './inspect.ts'
import { launchChromium } from './open-page.ts'
import type { OpenPage } from './open-page.ts'
import type { PageRole } from './serve-pages.ts'
import { builtPages, serveFolder } from './serve-pages.ts'
import { allLooks, isFull, isPictured, lookName, rulesOf } from './sweep.ts'

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

type Looked = Pick<OpenPage<RoleContract>, 'page' | 'complaints'>
type Turned = Pick<OpenPage<RoleContract>, 'page' | 'complaints' | 'turn'>

async function picture({ page }: Looked, role: PageRole, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await settled(page)
  await page.screenshot({ path: join(pictures, `${role}-${name}.png`), scale: 'css' })
}

/** One look at what does not stand still, or at a screen that its visitor turns. */
export async function lookOnce(
  it: Looked,
  role: PageRole,
  name: string,
  rules: Rules = 'every',
  still?: Stillness,
  isPicture = true,
): Promise<readonly string[]> {
  if (isPicture) await picture(it, role, name)
  const found = [
    ...(await complaintsOf(it.page, rules, still)),
    ...(isFull ? await misplacedIn(it.page) : []),
    ...it.complaints.splice(0),
  ]
  looks[rules] += 1
  return found.map((line) => `${name}: ${line}`)
}

/** Looks in all languages, sizes and themes; axe is asked wherever it could find something else than before. */
async function lookEveryWay(it: Turned, role: PageRole, name: string): Promise<readonly string[]> {
  const found: string[] = []
  // A kiosk has sizes and grounds of its own, which its visitor puts on.
  const looked = role === 'kiosk' ? allLooks.filter(({ isLarge, theme }) => !isLarge && theme === 'light') : allLooks
  for (const look of looked) {
    await it.page.evaluate(`document.documentElement.dataset.theme = ${JSON.stringify(look.theme)}`)
    await it.turn(look.language, look.isLarge)
    found.push(...(await lookOnce(it, role, `${name}${lookName(look)}`, rulesOf(look), TURNED, isPictured(look))))
  }
  return found
}

/**
 * Says what axe, a cut text or the page's console has to complain of; takes a picture where pictures are wanted. A kiosk
 * is turned by its visitor only.
 */
export const lookAt = (it: Turned, role: PageRole, name: string, rules?: Rules): Promise<readonly string[]> =>
  isFull && role !== 'kiosk'
    ? lookEveryWay(it, role, name.replace(/-(en|hi|pa|ur)$/, ''))
    : lookOnce(it, role, name, rules)

/**
 * Looks at a screen that was reached in English and stands there, in every way: turning a page costs a quarter of
 * opening it and going the whole way again. It is left as it was.
 */
export async function lookAround(
  it: Turned,
  role: PageRole,
  name: string,
  ways: readonly Way[] = everyWay,
): Promise<readonly string[]> {
  await settled(it.page)
  if (isFull) return lookEveryWay(it, role, name)
  const found: string[] = []
  for (const { language, isLarge } of ways) {
    await it.turn(language, isLarge)
    const rules = isLarge ? rulesAtLargest(language) : rulesFor(language)
    found.push(...(await lookOnce(it, role, `${name}${isLarge ? '-200' : ''}-${language}`, rules, TURNED)))
  }
  await it.turn('en', false)
  return found
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
