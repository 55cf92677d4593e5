import type { Locator } from 'playwright'

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
export async function setPart(pharmacy: Actor, medicine: string, amount: number): Promise<void> {
  const { page } = pharmacy
  const row = rows(pharmacy).filter({ hasText: medicine })
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

export const rowOf = (pharmacy: Actor, medicine: string): Locator => rows(pharmacy).filter({ hasText: medicine })

/** How much of a medicine stands on this shelf, by the page's own question. */
export function stockOf({ page }: Actor, text: string, code: string): Promise<number> {
  return page.evaluate(
    async ([wanted, medicine]) => {
      const hims: unknown = Reflect.get(globalThis, 'hims')
      const bridge = hims as {
        ask: Record<string, (input: unknown) => Promise<{ medicine: { code: string }; here: number }[]>>
      }
      const found = await bridge.ask['stock.find']?.({ text: wanted })
      return found?.find((each) => each.medicine.code === medicine)?.here ?? 0
    },
    [text, code] as const,
  )
}
