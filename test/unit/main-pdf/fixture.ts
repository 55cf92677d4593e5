import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Language } from '../../../domain/language.ts'
import type { CardPaper } from '../../../domain/print/document.ts'
import type { TextOf } from '../../../main/print/pdf/card-sheet.ts'
import { notoFiles } from '../../../main/print/pdf/noto.ts'
import { cardOf } from '../domain-card/fixture.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export const fonts = notoFiles(`${root}node_modules/@expo-google-fonts`)

const messages = new Map<Language, Readonly<Record<string, string>>>()

const read = (language: Language): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...['card', 'common'].map((area): unknown =>
      JSON.parse(readFileSync(`${root}domain/text/${language}/${area}.json`, 'utf8')),
    ),
  )

/** Reads the catalogues as they are written, so that these tests need no compiled ones. */
export const text: TextOf = (language, id, values = {}) => {
  const known = messages.get(language) ?? read(language)
  messages.set(language, known)
  return String(known[id]).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
}

export const paper: CardPaper = {
  kind: 'card',
  language: 'hi',
  facility: { code: 'lnh', name: { en: 'Lok Nayak', hi: 'लोक नायक', pa: 'ਲੋਕ ਨਾਇਕ', ur: 'لوک نائک' }, hfr: null },
  name: { latin: 'Gurpreet Kaur', own: { script: 'Deva', text: 'गुरप्रीत कौर' } },
  sex: 'female',
  born: '1991-04-06',
  guardian: { relation: 'husband', name: 'Harjinder Singh' },
  shortCode: 'R3ZY-W093-N',
  issued: '2026-11-22',
  expires: '2031-11-21',
  term: 'permanent',
  bloodGroup: null,
  abha: null,
  code: cardOf(),
  copy: 1,
}
