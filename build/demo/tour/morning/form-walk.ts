import type { Language } from '../../../../domain/language.ts'
import { textIn } from '../../../../domain/text/catalogue.ts'
import type { MessageId } from '../../../../domain/text/catalogue.ts'
import type { Actor } from '../stage.ts'
import type { Hands } from './hands.ts'

/** What is done at one place of a form, once the focus is there. */
export interface Stop {
  readonly label: MessageId
  readonly act: () => Promise<void>
}

/** More places than any form of ours has. */
const MOST = 40

/**
 * Goes through a form by keyboard alone, in the form's own order, and does what is wanted where the focus comes by; `key`
 * leads on.
 */
export async function walkForm(
  actor: Actor,
  hands: Hands,
  language: Language,
  stops: readonly Stop[],
  key = 'Tab',
): Promise<void> {
  const t = textIn(language)
  const open = new Set(stops)
  for (let step = 0; step < MOST && open.size > 0; step += 1) {
    const label = await labelOfFocus(actor)
    const stop = [...open].find((each) => label.includes(t(each.label)))
    if (stop !== undefined) {
      open.delete(stop)
      await stop.act()
    }
    if (open.size > 0) await hands.press(key)
  }
  if (open.size > 0) throw new Error(`Nowhere in the form: ${[...open].map(({ label }) => label).join(', ')}`)
}

/** Everything that names the place with the focus, as a screen reader would say it; it runs in the page. */
const labelInPage = `(() => {
  const place = document.activeElement?.closest('[role=radiogroup]') ?? document.activeElement
  const ids = (place?.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
  const named = ids.map((id) => document.getElementById(id)?.textContent ?? '')
  const labels = [...(place?.labels ?? [])].map((label) => label.textContent)
  return [...named, place?.getAttribute('aria-label') ?? '', ...labels].join(' ')
})()`

const labelOfFocus = async ({ page }: Actor): Promise<string> => String(await page.evaluate(labelInPage))
