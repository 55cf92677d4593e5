import type { StockAnswer, StockStore, StoredLot } from '../../../contract/stock.ts'
import type { Language } from '../../../domain/language.ts'
import { QUARANTINE } from '../../../domain/pharmacy/give-back-rule.ts'
import { unreachable } from '../../../domain/result.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { clockText, dayText } from '../../ui/format.ts'
import { latinDigits, onlyDigits } from '../../../domain/latin-digits.ts'

/** A store as people here call it. */
export function storeText(t: Text, language: Language, stores: readonly StockStore[], code: string): string {
  const store = stores.find((each) => each.code === code)
  if (store === undefined) return code
  return store.name?.[language] ?? t(code === QUARANTINE ? 'stock.store.quarantine' : 'stock.store.pharmacy')
}

/** What there is to know of a lot beside its number. */
export function lotText(t: Text, { lot, hold, mark, band }: StoredLot): string {
  const date = dayText(t, lot.expiry)
  if (hold === 'expired') return t('stock.hold.expired', { date })
  if (hold !== null) return t(`stock.hold.${hold}`, { reason: mark?.reason ?? '' })
  return band === null || band === 0 ? t('stock.until', { date }) : t('stock.soon', { date, days: band })
}

export const countText = (count: number): string => count.toLocaleString('en-IN')

/** What kept a paper from being saved, in a sentence that says what to do; null when nothing did. */
export function answerText(t: Text, answer: StockAnswer): string | null {
  switch (answer.kind) {
    case 'saved':
      return null
    case 'recount':
      return t('stock.count.again')
    case 'refused':
      return t(`stock.refused.${answer.reason}`, { lot: answer.lot })
    case 'wrong':
      return t('pharmacy.emergency.wrong', { count: answer.triesLeft })
    case 'wait':
      return t('pharmacy.emergency.wait', { time: clockText(new Date(answer.until)) })
    case 'not-saved':
      return t(`pharmacy.not-saved.${answer.cause}`)
    default:
      return unreachable(answer)
  }
}

/** `06/27` and `6-2027` are the last day of June 2027; null for anything else. */
export function monthEnd(typed: string): string | null {
  const [, month = '', year = ''] = /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{2}|\d{4})\s*$/.exec(latinDigits(typed)) ?? []
  const [m, y] = [Number(month), Number(year.length === 2 ? `20${year}` : year)]
  if (m < 1 || m > 12 || y < 2000) return null
  return new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10)
}

/** `06/2027` of a day in June 2027. */
export const monthTyped = (day: string): string => `${day.slice(5, 7)}/${day.slice(0, 4)}`

/** A whole number that was typed; null for none. */
export function numberOf(typed: string): number | null {
  const text = latinDigits(typed).trim()
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

export const digits = (typed: string): string => onlyDigits(typed).slice(0, 6)

/** Degrees with at most one decimal, behind a point or a comma; null for anything else. */
export function celsiusOf(typed: string): number | null {
  const text = latinDigits(typed).trim().replace(/[,٫]/, '.')
  return /^-?\d{1,2}(?:\.\d)?$/.test(text) ? Number(text) : null
}
