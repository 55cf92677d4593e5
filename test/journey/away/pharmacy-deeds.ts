import { calm, until } from './hands.ts'
import type { Hands } from './hands.ts'

/** Opens the pick list of somebody who waits for medicine. */
export async function openList({ page, press, see, type }: Hands, name: string): Promise<void> {
  await until('the empty search box', async () => {
    await press('F2')
    await see('.collect-box input')
    return (await page.locator('.collect-box input').inputValue()) === ''
  })
  await type(name)
  await see('.person-row', name)
  await page.waitForTimeout(400)
  await press('Enter')
  await see('.pick-table')
}

/** Gives what stands in the list; what is asked before harm is answered. */
export async function give(pharmacy: Hands): Promise<void> {
  const { page, press, see } = pharmacy
  await press('Control+Enter')
  await until('the medicine to be given', async () => {
    if ((await page.locator('.given').count()) > 0) return true
    if ((await page.getByRole('radio').count()) > 0) await press('Space', 'Enter')
    await calm(pharmacy)
    return false
  })
  await see('.given')
  await press('Enter')
}

/** Gives so much of the first line that may be given, and nothing of the others. */
export async function givePart(pharmacy: Hands, row: number, units: string): Promise<void> {
  const { press, type } = pharmacy
  await press(String(row), 'F9', 'Control+a')
  await type(units)
  await press('Enter')
  await give(pharmacy)
}

/** Asks the doctor about a line whose dose is not clear. */
export async function askDoctor(pharmacy: Hands, row: number): Promise<void> {
  const { press, see, gone, choose, t } = pharmacy
  await press(String(row), 'Alt+7')
  await see('.asking')
  await choose(t('order.why.dose-unclear'))
  await press('Control+Enter')
  await gone('.asking')
}

/** Takes back what was given last, closed and whole, by mistake. */
export async function takeBack(pharmacy: Hands): Promise<void> {
  const { press, see, choose, page, tabTo, t } = pharmacy
  await press('Alt+8')
  await see('.back-list')
  await press('1')
  await see('.asking .operators')
  await tabTo(t('order.back.cause.by-mistake'))
  await choose(t('order.back.cause.by-mistake'))
  await press('Tab')
  await choose(t('order.back.state.unopened'))
  await press('Control+Enter')
  await page.locator('.asking .note.ok').waitFor()
  await press('Escape')
}

async function onShelves({ press, see }: Hands): Promise<void> {
  await press('Alt+3')
  await see('.stock-lot')
}

async function medicine({ page, press, type }: Hands, name: string): Promise<void> {
  await type(name)
  await press('Enter')
  await page.locator('input[value^="Metformin"]').first().waitFor()
}

/** One delivery: so much stands on their paper, so much came, of which some is broken. */
export async function receive(
  pharmacy: Hands,
  said: { readonly lot: string; readonly expected: string; readonly found: string; readonly damaged: string },
): Promise<void> {
  const { press, see, type } = pharmacy
  await onShelves(pharmacy)
  await press('F3')
  await see('.stock-boxes')
  await medicine(pharmacy, 'metf')
  for (const box of [said.lot, '06/2029', said.expected, said.found, said.damaged]) {
    await press('Tab')
    await type(box)
  }
  await press('Enter')
  await see('.stock-line')
  await press('Control+Enter')
  await see('.stock-shelves .note.ok')
}

/** From the main store to this shelf. */
export async function transfer(pharmacy: Hands, units: string): Promise<void> {
  const { press, see, type, tabTo, t } = pharmacy
  await onShelves(pharmacy)
  await press('F4')
  await see('.stock-boxes')
  await medicine(pharmacy, 'metf')
  await tabTo(t('stock.field.amount'))
  await type(units)
  await press('Enter')
  await see('.stock-line')
  await press('Control+Enter')
  await see('.stock-shelves .note.ok')
}

/** What came of a transfer. */
export async function arrive(pharmacy: Hands, found: string, damaged: string): Promise<void> {
  const { press, see, type, tabTo, t } = pharmacy
  await onShelves(pharmacy)
  await tabTo(t('stock.arrive'))
  await press('Enter')
  await see('.stock-deed input')
  await type(found)
  await press('Tab')
  await type(damaged)
  await press('Control+Enter')
  await see('.stock-shelves .note.ok')
}

/** Counts the first lot of this shelf; what is far from the records is counted again. */
export async function count(pharmacy: Hands, units: string): Promise<void> {
  const { page, press, see, type } = pharmacy
  await onShelves(pharmacy)
  await press('F6')
  await page.locator('.stock-boxes').nth(1).locator('input').first().waitFor()
  await press('Tab')
  await type(units)
  await press('Control+Enter')
  await see('.problem-line')
  await press('Control+a')
  await type(units)
  await press('Control+Enter')
  await see('.stock-shelves .note.ok')
}
