import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { Page } from 'playwright'

import type { Language } from '../../../domain/language.ts'

const inPage = (name: string): string => readFileSync(join(import.meta.dirname, 'in-page', name), 'utf8')

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const runAxe = inPage('run-axe.js')
const clipped = inPage('clipped-text.js')
const settle = inPage('settle.js')

/** A script of the page, and what it is to know. */
const withWish = (script: string, wish: object): string => `globalThis.himsWish = ${JSON.stringify(wish)};\n${script}`

/** How long a page must be still, and how long that is waited for, in milliseconds. */
const STILL = { still: 150, atMost: 5000 }

/**
 * Which of axe's rules a look needs. The parts of a screen, their colours and their names' places are the same in every
 * language, and no text is empty in any: `every` rule is asked in English, once for each theme. What grows under large
 * text is asked whether it can still be scrolled by keys: `scrolling`. `words` asks axe nothing: every look, whatever its
 * rules, finds cut text and hears the console.
 */
export type Rules = 'every' | 'scrolling' | 'words'

/** Every rule in one language; only the words differ in the others. */
export const rulesFor = (language: Language): Rules => (language === 'en' ? 'every' : 'words')

/** At twice the size the languages are those of the longest words and of the tallest letters. */
export const largest: readonly Language[] = ['en', 'ur']

export const rulesAtLargest = (language: Language): Rules => (language === 'ur' ? 'scrolling' : 'words')

const wishes = {
  // axe leaves this rule out unless asked.
  every: { rules: { 'target-size': { enabled: true } } },
  scrolling: { runOnly: ['scrollable-region-focusable'] },
} as const

/** Runs axe-core on the page as it stands; one line a violation. */
export async function axeViolations(page: Page, rules: Rules): Promise<readonly string[]> {
  if (rules === 'words') return []
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(`${axe};undefined`)
  return page.evaluate<readonly string[]>(withWish(runAxe, wishes[rules]))
}

/** Text that does not fit its place; one line an element. */
export const clippedText = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(clipped)

/** Waits until the page has its answers and its fonts and has stopped changing. */
export const settled = (page: Page): Promise<void> => page.evaluate<void>(withWish(settle, STILL))
