import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type { Page } from 'playwright'

import type { Language } from '../../../domain/language.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Stillness {
  /** How long a page must be still, and how long that is waited for, in milliseconds. */
  readonly still: number
  readonly atMost: number
}

/** After something was done to the page: what it does a moment later is awaited. */
const STILL: Stillness = { still: 150, atMost: 5000 }
/** After the page was turned to another language or size: nothing else is about to happen. */
export const TURNED: Stillness = { still: 50, atMost: 5000 }

/** At twice the size the languages are those of the longest words and of the tallest letters. */
export const largest: readonly Language[] = ['en', 'ur']

/**
 * Which of axe's rules a look needs. The parts of a screen, their colours and their names' places are the same in every
 * language, and no text is empty in any: `every` rule is asked in English, once for each theme. What grows under large
 * text is asked whether it can still be scrolled by keys: `scrolling`. `words` asks axe nothing: every look, whatever its
 * rules, finds cut text and hears the console.
 */
export type Rules = 'every' | 'scrolling' | 'words'

/** Every rule in one language; only the words differ in the others. */
export const rulesFor = (language: Language): Rules => (language === 'en' ? 'every' : 'words')

export const rulesAtLargest = (language: Language): Rules => (language === 'ur' ? 'scrolling' : 'words')

/** One way of looking at a screen that stands there. */
export interface Way {
  readonly language: Language
  readonly isLarge: boolean
}

export const waysOf = (spoken: readonly Language[], isLarge = false): readonly Way[] =>
  spoken.map((language) => ({ language, isLarge }))

/** In four languages, and in two of them at twice the size; the last is the first, as the screen was reached. */
export const everyWay: readonly Way[] = [
  { language: 'ur', isLarge: true },
  { language: 'ur', isLarge: false },
  { language: 'pa', isLarge: false },
  { language: 'hi', isLarge: false },
  { language: 'en', isLarge: true },
  { language: 'en', isLarge: false },
]

const wishes = {
  // axe leaves this rule out unless asked.
  every: { rules: { 'target-size': { enabled: true } } },
  scrolling: { runOnly: ['scrollable-region-focusable'] },
} as const

/** What axe and a cut text have to complain of once the page is still; one line each. */
export async function complaintsOf(page: Page, rules: Rules, still = STILL): Promise<readonly string[]> {
  const isLoaded = rules === 'words' || (await page.evaluate<boolean>('"axe" in globalThis'))
  if (!isLoaded) await page.evaluate(`${axe};undefined`)
  const asked = rules === 'words' ? '[]' : `await himsAxe(${JSON.stringify(wishes[rules])})`
  return page.evaluate<readonly string[]>(`(async () => {
    await himsSettled(${JSON.stringify(still)})
    return [...${asked}, ...himsClipped()]
  })()`)
}

/** Waits until the page has its answers and its fonts and has stopped changing. */
export const settled = (page: Page, still = STILL): Promise<void> =>
  page.evaluate<void>(`himsSettled(${JSON.stringify(still)})`)

/** Texts on each other, controls out of reach, a focus without a sign; one line each. */
export const misplacedIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>('[...himsMisplaced(), ...himsUnfocused()]')
