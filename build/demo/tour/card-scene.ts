import type { Locator } from 'playwright'

import type { Paper } from '../../../contract/room.ts'
import { readCard } from '../../../domain/card/card-code.ts'
import { loadPicture, pixelsOf } from '../../paper/raster.ts'
import { readCodes } from '../../paper/read-code.ts'
import type { CardId } from '../../../domain/id.ts'
import type { Demonstration } from '../hospital.ts'
import type { PrintedPaper } from '../tray.ts'
import { called, say } from './say.ts'
import type { Actor } from './stage.ts'
import { until } from './until.ts'

/** Keys that come faster than a person's are held back until it is known that no scanner types. */
const hands = { delay: 60 } as const

/** Opens the cards of the person on the screen. */
export async function openCards({ page }: Actor, name: string): Promise<void> {
  await page.keyboard.press('F6')
  await page.getByRole('listbox', { name: say('cards.title', { name }) }).waitFor()
}

export async function reportLost({ page }: Actor, code: string): Promise<void> {
  await page.keyboard.press('F7')
  await page.getByText(say('cards.changed', { code })).waitFor()
}

/** Asks for a new card in place of the chosen one, with two facts as the person says them. */
export async function replaceCard({ page }: Actor, phone: string, birth: string): Promise<void> {
  const typeInto = async (label: string, text: string): Promise<void> => {
    await page.getByLabel(label, { exact: true }).focus()
    await page.keyboard.type(text, hands)
  }
  await page.keyboard.press('F8')
  await typeInto(say('cards.fact.phone'), phone)
  await typeInto(say('cards.fact.birth'), birth)
}

/** The permanent set with the person's name in its codes; it goes by post with a letter, or is handed over. */
export async function wishSet({ page }: Actor, by: 'hand' | 'post'): Promise<void> {
  const tick = async (box: Locator): Promise<void> => {
    // By key: what stands above may still be growing under a mouse.
    await box.focus()
    await page.keyboard.press('Space')
    await until('the tick', () => box.isChecked())
  }
  const named = page.getByRole('checkbox', { name: called('cards.wish.details') })
  await until('the desk to have a key of its own', () => named.isEnabled())
  await tick(named)
  if (by === 'post') await tick(page.getByRole('checkbox', { name: called('cards.wish.letter') }))
}

/** Waits until so many papers are said to be printed; gives the number that stands on the card. */
export async function printed({ page }: Actor, papers: number): Promise<string> {
  const region = page.getByRole('region', { name: say('desk.issued.papers') })
  await region
    .getByText(say('desk.job.chip.printed'), { exact: true })
    .nth(papers - 1)
    .waitFor()
  const heading = region
    .getByRole('heading', { name: say('desk.paper.card') })
    .locator('bdi')
    .first()
  return ((await heading.textContent()) ?? '').trim()
}

/** The paper of a kind that came out since; what was there before is given by its ids. */
export const newPaper = (
  { tray }: Demonstration,
  kind: Paper['kind'],
  before: ReadonlySet<string>,
): Promise<PrintedPaper> =>
  until(`the ${kind} in the tray`, () => tray.papers().find((paper) => paper.kind === kind && !before.has(paper.id)))

export const papersOf = ({ tray }: Demonstration): ReadonlySet<string> => new Set(tray.papers().map(({ id }) => id))

/** Holds a paper under a terminal's scanner and waits until its screen says what is expected. */
export async function showPaper(
  demonstration: Demonstration,
  { name, page }: Actor,
  paper: PrintedPaper,
  verdict: string,
): Promise<void> {
  const sent = await demonstration.scan(paper.id, `${name}-scanner`)
  if (sent !== 'sent') throw new Error(`${paper.id} was ${sent} at the ${name}`)
  await page.getByText(verdict, { exact: true }).first().waitFor()
}

/** What a paper's codes say, each once. */
export async function codesOn({ png }: PrintedPaper): Promise<readonly string[]> {
  return [...new Set(await readCodes(pixelsOf(await loadPicture(png))))]
}

/** The number of a card and the name in its code, if it has one. */
export function factsOf(text: string): { readonly cardId: CardId; readonly name: string | null } {
  const read = readCard(text)
  if (!read.ok) throw new Error(`${text} is ${read.problem}`)
  const { cardId, core } = read.value.facts
  return { cardId, name: core === null ? null : core.name.latin }
}
