import { desk } from '../../../contract/desk.ts'
import { languages } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import { askPage } from './ask-page.ts'
import type { Scene } from './run-tour.ts'
import type { Actor } from './stage.ts'

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
