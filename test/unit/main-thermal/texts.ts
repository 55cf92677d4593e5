import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { create } from 'qrcode'

import { languages, type Language } from '../../../domain/language.ts'
import { registerFonts } from '../../../main/print/thermal/fonts.ts'
import type { PaperText, TicketDeps } from '../../../main/print/thermal/sheet.ts'

const root = join(import.meta.dirname, '../../..')

export const catalogueOf = (language: Language, area = 'paper'): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(root, 'domain/text', language, `${area}.json`), 'utf8'))

const speakers = new Map(
  languages.map((language) => {
    const texts = { ...catalogueOf(language, 'visit'), ...catalogueOf(language, 'stock'), ...catalogueOf(language) }
    const entries = Object.entries(texts).map(([id, message]) => [id, compileMessage(message)] as const)
    return [language, setupI18n({ locale: language, messages: { [language]: Object.fromEntries(entries) } })]
  }),
)

/** The paper catalogues as the product reads them, except that an unknown id is a failed test. */
export const paperText: PaperText = (language, id, values) => {
  const text = speakers.get(language)?._(id, values)
  if (text === undefined || text === id) throw new Error(`No ${language} text for ${id}`)
  return text
}

export const deps: TicketDeps = {
  fonts: registerFonts(join(root, 'node_modules/@expo-google-fonts')),
  text: paperText,
  qr: (text) => create(text, { errorCorrectionLevel: 'M' }).modules,
}
