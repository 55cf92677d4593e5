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
 * Which of axe's rules a look needs. Colours and heights are the same in every language and text only grows, so
 * `but-colour` does without `color-contrast`, half of what axe costs, and without `target-size`, which axe itself leaves
 * out unless asked. A screen is looked at with `every` rule at least once for each theme.
 */
export type Rules = 'every' | 'but-colour'

const sometimes = ['color-contrast', 'target-size'] as const

/** Every rule in one language; colours are the same in the others. */
export const rulesFor = (language: Language): Rules => (language === 'en' ? 'every' : 'but-colour')

/** Runs axe-core on the page as it stands; one line a violation. */
export async function axeViolations(page: Page, rules: Rules): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(`${axe};undefined`)
  return page.evaluate<readonly string[]>(
    withWish(runAxe, { rules: Object.fromEntries(sometimes.map((id) => [id, { enabled: rules === 'every' }])) }),
  )
}

/** Text that does not fit its place; one line an element. */
export const clippedText = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(clipped)

/** Waits until the page has its answers and its fonts and has stopped changing. */
export const settled = (page: Page): Promise<void> => page.evaluate<void>(withWish(settle, STILL))
