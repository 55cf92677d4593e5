import type { Locator } from 'playwright'

import type { Actor } from './stage.ts'
import { called, say } from './say.ts'

/** A person as the clerk hears and types them. */
export interface Newcomer {
  readonly latin: string
  readonly own: string
  readonly sex: 'female' | 'male' | 'other'
  readonly birth: string
  readonly phone: string
  readonly relation: 'father' | 'husband'
  readonly guardian: string
  readonly house: string
  readonly locality: string
  readonly pin: string
  /** The name of the language in that language, as the list shows it. */
  readonly language: string
}

export interface Registered {
  readonly shortCode: string
  readonly token: string
  /** From pressing save to the slip's and the card's printers having said so. */
  readonly ms: number
}

/** Unlocks with a name and a PIN typed on the keyboard. */
export async function unlock({ page }: Actor, operator: string, pin: string): Promise<void> {
  await page.getByRole('radio', { name: operator }).check({ force: true })
  await page.locator('input[type=password]').fill(pin)
  await page.keyboard.press('Enter')
}

const searchBox = ({ page }: Actor): Locator => page.getByRole('combobox', { name: say('desk.find.label') })
const results = ({ page }: Actor): Locator => page.getByRole('listbox', { name: say('desk.find.results') })

/** Types into the one search box; resolves when a row with this text stands there, with the time it took. */
export async function find(desk: Actor, text: string, expected: string): Promise<number> {
  const box = searchBox(desk)
  await box.fill('')
  const start = performance.now()
  await box.fill(text)
  await results(desk).getByRole('option').filter({ hasText: expected }).first().waitFor()
  return Math.round(performance.now() - start)
}

async function choose({ page }: Actor, label: string, value: string): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: value }).click()
}

/** Fills the new person's form by its labels. */
export async function fillForm(desk: Actor, person: Newcomer): Promise<void> {
  const { page } = desk
  const type = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
  await page.keyboard.press('F3')
  await type(say('desk.new.name'), person.latin)
  await type(say('desk.new.own'), person.own)
  await page.getByRole('radio', { name: say(`common.sex.${person.sex}`) }).check({ force: true })
  await type(say('desk.new.birth'), person.birth)
  await type(say('desk.new.phone'), person.phone)
  await choose(desk, say('desk.new.relation'), say(`common.relation.${person.relation}`))
  await type(say('desk.new.guardian'), person.guardian)
  await type(say('desk.new.house'), person.house)
  await type(say('desk.new.locality'), person.locality)
  await type(say('desk.new.pin'), person.pin)
  await choose(desk, say('desk.new.language'), person.language)
}

/** Saves with the one key, and waits until both papers are said to be printed. */
export async function saveAndPrint({ page }: Actor): Promise<Registered> {
  const start = performance.now()
  await page.keyboard.press('Control+Enter')
  const papers = page.getByRole('region', { name: say('desk.issued.papers') })
  const printed = papers.getByText(say('desk.job.chip.printed'), { exact: true })
  await printed.nth(1).waitFor()
  const ms = Math.round(performance.now() - start)
  const titleOf = async (paper: string) =>
    ((await papers.getByRole('heading', { name: paper }).locator('bdi').first().textContent()) ?? '').trim()
  return { token: await titleOf(say('desk.paper.token-slip')), shortCode: await titleOf(say('desk.paper.card')), ms }
}

export async function nextPerson({ page }: Actor): Promise<void> {
  await page.getByRole('button', { name: called('desk.issued.next') }).click()
}

/** The band that says HIMS is away, with how many records wait. */
export const linkBand = ({ page }: Actor): Locator => page.getByRole('region', { name: say('common.band') })
