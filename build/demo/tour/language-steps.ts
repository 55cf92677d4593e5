import { languages } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import type { Scene } from './run-tour.ts'
import type { Actor } from './stage.ts'

/** Each staff window in each language, switched as the terminal's own setting. */
export async function languageSteps(scene: Scene): Promise<void> {
  const { log, desk, pharmacy, room, picture } = scene
  await log.step('desk and pharmacy speak four languages', async () => {
    for (const actor of [desk, pharmacy]) {
      for (const language of languages) {
        await speak(actor, language)
        await picture(actor, `${actor.name}-${language}`)
      }
      await speak(actor, 'en')
    }
    await picture(room, 'room')
  })
}

async function speak({ page }: Actor, language: Language): Promise<void> {
  await page.evaluate(async (next) => {
    const hims: unknown = Reflect.get(globalThis, 'hims')
    const bridge = hims as { ask: Record<string, (input: unknown) => Promise<unknown>> }
    await bridge.ask['terminal.language']?.({ language: next })
  }, language)
  await page.locator(`html[lang=${language}]`).waitFor()
  await page.getByText(textIn(language)('common.keys'), { exact: true }).first().waitFor()
}
