import type { Language } from '../../../domain/language.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import type { MessageId, Values } from '../../../domain/text/catalogue.ts'

/** What the screen says in English, the language the tour works in. */
export const say = textIn('en')

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A button is called by its words; its key cap may stand before them and a second line behind. */
export const called = (id: MessageId, values?: Values, language: Language = 'en'): RegExp =>
  new RegExp(escaped(textIn(language)(id, values)))
