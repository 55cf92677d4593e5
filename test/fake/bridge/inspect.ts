import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { Page } from 'playwright'

const inPage = (name: string): string => readFileSync(join(import.meta.dirname, 'in-page', name), 'utf8')

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const runAxe = inPage('run-axe.js')
const clipped = inPage('clipped-text.js')

/** Runs axe-core on the page as it stands; one line a violation. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(`${axe};undefined`)
  return page.evaluate<readonly string[]>(runAxe)
}

/** Text that does not fit its place; one line an element. */
export const clippedText = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(clipped)
