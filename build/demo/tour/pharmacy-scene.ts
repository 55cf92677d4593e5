import type { Locator } from 'playwright'

import { pharmacy } from '../../../contract/pharmacy.ts'
import { askPage } from './ask-page.ts'
import { say } from './say.ts'
import type { Actor } from './stage.ts'

const rows = ({ page }: Actor): Locator => page.getByRole('region', { name: say('pharmacy.pick') }).locator('tbody tr')

/** Opens the camera and waits until what it sees came to something; resolves with the time from key to verdict. */
export async function readByCamera({ page }: Actor, verdict: string): Promise<number> {
  const start = performance.now()
  await page.keyboard.press('F8')
  await page.getByText(verdict, { exact: true }).first().waitFor()
  return Math.round(performance.now() - start)
}

/** Gives a part of one line: its row's key, F9, the amount, Enter. */
export async function setPart(actor: Actor, medicine: string, amount: number): Promise<void> {
  const { page } = actor
  const row = rows(actor).filter({ hasText: medicine })
  await row.click()
  await page.keyboard.press('F9')
  await row.getByRole('textbox').fill(String(amount))
  await page.keyboard.press('Enter')
}

/** Gives what stands in the list and waits until its papers came out. */
export async function give({ page }: Actor, papers: number): Promise<number> {
  const start = performance.now()
  await page.keyboard.press('Control+Enter')
  await page.getByText(say('pharmacy.given.papers', { out: papers, all: papers })).waitFor()
  return Math.round(performance.now() - start)
}

export const rowOf = (actor: Actor, medicine: string): Locator => rows(actor).filter({ hasText: medicine })

/** How much of a medicine may be given here, by the page's own question. */
export async function stockOf(actor: Actor, text: string, code: string): Promise<number> {
  const found = await askPage(actor, pharmacy, 'stock.shelf', { text })
  return found.find(({ medicine }) => medicine.code === code)?.usable ?? 0
}
