import { desk } from '../../../contract/desk.ts'
import { languages } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import { askPage } from './ask-page.ts'
import type { Scene } from './run-tour.ts'
import type { Actor } from './stage.ts'

const pages = [
  ['Alt+3', 'printing', 'stock'],
  ['Alt+4', 'what-waits', 'papers'],
  ['F1', 'about', 'about'],
] as const

/** The pages behind the tabs, and the one that names the runtime. */
export async function otherPages(scene: Scene): Promise<void> {
  const { log, picture } = scene
  await log.step('every other page of desk and pharmacy opens by its key, and the runtime is named', async () => {
    for (const [key, atDesk, atPharmacy] of pages) {
      await scene.desk.page.keyboard.press(key)
      await picture(scene.desk, `desk-${atDesk}`)
      await scene.pharmacy.page.keyboard.press(key)
      await picture(scene.pharmacy, `pharmacy-${atPharmacy}`)
    }
    const runtime = await askPage(scene.desk, desk, 'terminal.about', {})
    await scene.desk.page.getByText(textIn('en')(`common.runtime.${runtime.name}`)).waitFor()
    for (const { page } of [scene.desk, scene.pharmacy]) await page.keyboard.press('F2')
    return { runtime: runtime.name, 'what it cannot do': runtime.limits.length }
  })
}

/** Each staff window in each language, switched as the terminal's own setting. */
export async function languageSteps(scene: Scene): Promise<void> {
  const { log, pharmacy, room, picture } = scene
  await log.step('desk and pharmacy speak four languages', async () => {
    for (const actor of [scene.desk, pharmacy]) {
      for (const language of languages) {
        await speak(actor, language)
        await picture(actor, `${actor.name}-${language}`)
      }
      await speak(actor, 'en')
    }
    await picture(room, 'room')
  })
}

async function speak(actor: Actor, language: Language): Promise<void> {
  // Both staff contracts share this channel.
  await askPage(actor, desk, 'terminal.language', { language })
  const { page } = actor
  await page.locator(`html[lang=${language}]`).waitFor()
  await page.getByText(textIn(language)('common.keys'), { exact: true }).first().waitFor()
}
