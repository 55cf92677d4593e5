import type { Actor } from '../../../build/demo/tour/stage.ts'
import { until } from '../../../build/demo/tour/until.ts'
import type { Language } from '../../../domain/language.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import type { Text } from '../../../domain/text/catalogue.ts'

/** One person at one screen, with a keyboard and nothing else. */
export interface Hands extends Actor {
  /** What the page says, in the language it was set to. */
  readonly t: Text
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Waits until the page shows what a selector finds, with these words in it if any are given. */
  readonly see: (selector: string, words?: string) => Promise<void>
  readonly gone: (selector: string) => Promise<void>
  /** Goes on with Tab until what has the focus is called so. */
  readonly tabTo: (name: string) => Promise<void>
  /** Goes on with Tab to the next group of which one is chosen, and with arrows to the one that is called so. */
  readonly choose: (name: string) => Promise<void>
}

/** As fast as hands: what comes faster is held for a moment, because a scanner may be typing. */
const pace = { delay: 60 } as const
const MOST_TABS = 80

/** What has the focus, by its label, its words or its value. */
const focused = `(() => {
  const it = document.activeElement
  if (it === null || it === document.body) return ''
  const labelled = (it.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '')
  const own = [...(it.labels ?? [])].map((label) => label.textContent)
  // A region that scrolls has the focus too, and everything in it for its words.
  const words = it.matches('button, a, [role=option], [role=button]') ? it.textContent : ''
  return [it.getAttribute('aria-label') ?? '', ...labelled, ...own, words].join(' ')
})()`

/** Marks that keep a name's own direction within a sentence from right to left; nobody sees or hears them. */
const isolates = /[\u2066-\u2069]/g

const nameOfFocus = async ({ page }: Actor): Promise<string> =>
  String(await page.evaluate(focused)).replaceAll(isolates, '')

export function handsOn(actor: Actor, language: Language): Hands {
  const { page } = actor
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  return {
    ...actor,
    t: textIn(language),
    press,
    type: (text) => page.keyboard.type(text, pace),
    see: (selector, words) =>
      page
        .locator(selector, words === undefined ? {} : { hasText: words })
        .first()
        .waitFor(),
    gone: (selector) => page.locator(selector).first().waitFor({ state: 'detached' }),
    tabTo: async (name) => {
      for (let tries = 0; tries < MOST_TABS; tries++) {
        if ((await nameOfFocus(actor)).includes(name)) return
        await press('Tab')
      }
      throw new Error(`Tab never came to ${name}`)
    },
    choose: async (name) => {
      const isRadio = () => page.evaluate<boolean>("document.activeElement?.matches('input[type=radio]') === true")
      for (let tries = 0; tries < MOST_TABS && !(await isRadio()); tries++) await press('Tab')
      for (let tries = 0; tries < MOST_TABS; tries++) {
        if ((await nameOfFocus(actor)).includes(name)) return press('Space')
        await press('ArrowDown')
      }
      throw new Error(`No arrow came to ${name}`)
    },
  }
}

/** Turns a locked page to a language by the key that is drawn there. */
export const speak = ({ page, press }: Hands, language: Language): Promise<boolean> =>
  until(`the page to speak ${language}`, async () => {
    if ((await page.locator(`html[lang=${language}]`).count()) > 0) return true
    await press('F7')
    await page.waitForTimeout(250)
    return false
  })

/** A moment without a key: what was typed has been taken in. */
export const calm = ({ page }: Hands): Promise<void> => page.waitForTimeout(250)

export { until }
