import type { Language } from '../../../domain/language.ts'
import type { MessageId } from '../../../domain/text/catalogue.ts'
import type { TextOf } from './card-sheet.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `22 Nov 2026`, for facts that every reader of a card knows by one spelling; a year alone stays a year. */
export function printedDay(day: string): string {
  const [year = '', month, date] = day.split('-')
  const name = months[Number(month) - 1]
  return name === undefined ? year : `${Number(date)} ${name} ${year}`
}

const monthIds: readonly MessageId[] = [
  'common.month.1',
  'common.month.2',
  'common.month.3',
  'common.month.4',
  'common.month.5',
  'common.month.6',
  'common.month.7',
  'common.month.8',
  'common.month.9',
  'common.month.10',
  'common.month.11',
  'common.month.12',
]

/** A day inside a sentence of a language: `22 नव॰ 2026`, digits always Latin, never broken over two lines. */
export function dayIn(text: TextOf, language: Language, day: string): string {
  const [year = '', month, date] = day.split('-')
  const name = monthIds[Number(month) - 1]
  if (name === undefined) return year
  const said = text(language, 'common.day', { day: String(Number(date)), month: text(language, name), year })
  return said.replaceAll(' ', '\u00a0')
}

/** Keeps a day or number in one piece inside a text that runs from right to left (UAX #9 §2.4). */
export const isolated = (text: string): string => `\u2066${text}\u2069`
