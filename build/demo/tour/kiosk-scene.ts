import type { Language } from '../../../domain/language.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import type { Actor } from './stage.ts'
import { called } from './say.ts'

const names: Readonly<Record<Language, string>> = { en: 'English', hi: 'हिन्दी', pa: 'ਪੰਜਾਬੀ', ur: 'اردو' }

export async function chooseLanguage({ page }: Actor, language: Language): Promise<void> {
  await page.getByRole('button', { name: names[language] }).click()
}

/** To the screen that waits for a card. */
export async function showCard({ page }: Actor, language: Language): Promise<void> {
  await page.getByRole('button', { name: called('kiosk.home.doctor', undefined, language) }).click()
  await page.getByRole('heading', { name: textIn(language)('kiosk.scan.title') }).waitFor()
}

export async function chooseDepartment({ page }: Actor, language: Language, name: string): Promise<void> {
  await page.getByRole('heading', { name: textIn(language)('kiosk.department.title') }).waitFor()
  await page.getByRole('button', { name }).first().click()
}

/** The token on the screen, once its slip has come out. */
export async function takeSlip({ page }: Actor, language: Language): Promise<void> {
  await page.getByRole('heading', { name: textIn(language)('kiosk.token.take') }).waitFor()
}

export async function atStart({ page }: Actor, timeout: number): Promise<void> {
  await page.getByRole('button', { name: names.hi }).waitFor({ timeout })
}
