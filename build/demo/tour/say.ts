import { languages } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import type { MessageId, Values } from '../../../domain/text/catalogue.ts'

/** What the screen says in English, the language the tour works in. */
export const say = textIn('en')

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A button is called by its words; its key cap may stand before them and a second line behind. */
export const called = (id: MessageId, values?: Values, language: Language = 'en'): RegExp =>
  new RegExp(escaped(textIn(language)(id, values)))

/** The part of a message before its first variable. */
export function startOf(id: MessageId, argument: string): RegExp {
  const [start = ''] = say(id, { [argument]: '\u0000' }).split('\u0000')
  return new RegExp(escaped(start))
}

export { languages }
