import type { SchemeAsk } from '../../../contract/scheme.ts'
import type { KnownValue } from '../../../domain/scheme/known.ts'
import { unreachable } from '../../../domain/result.ts'
import { latinDigits } from '../new-person/birth-text.ts'

/** The questions whose answer is typed. */
export type TypedKind = Exclude<SchemeAsk['value']['kind'], 'yes-no' | 'choice'>

/** What was typed as a value; null while it cannot be read. */
export function readValue(kind: TypedKind, typed: string): KnownValue | null {
  const text = latinDigits(typed)
  switch (kind) {
    case 'rupees':
    case 'number': {
      const digits = text.replaceAll(/[\s,₹]/g, '')
      return /^\d{1,9}$/.test(digits) ? Number(digits) : null
    }
    case 'day':
      return looseDay(text)
    case 'birthday': {
      const on = looseDay(text)
      return on?.length === 10 ? { kind: 'date', on } : null
    }
    default:
      return unreachable(kind)
  }
}

/** `20112026` is a day, `112026` a month, `2026` a year; what stands between the digits is passed over. */
function looseDay(text: string): string | null {
  const digits = text.replaceAll(/[\s./-]/g, '')
  const found = /^(?:(?:(\d\d))?(\d\d))?((?:19|20)\d\d)$/.exec(digits)
  if (found === null) return null
  const [, day, month, year = ''] = found
  if (month === undefined) return year
  const first = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(first.getTime()) || first.getUTCMonth() + 1 !== Number(month)) return null
  return day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`
}
