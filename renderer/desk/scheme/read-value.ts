import type { SchemeAsk } from '../../../contract/scheme.ts'
import type { KnownValue } from '../../../domain/scheme/known.ts'
import { unreachable } from '../../../domain/result.ts'
import { latinDigits } from '../../../domain/latin-digits.ts'

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

/** Of digits alone all are needed: `1122026` could be two days. */
const PLAIN = /^(?:(?<day>\d\d)?(?<month>\d\d))?(?<year>(?:19|20)\d\d)$/
const PARTED = /^(?:(?<day>\d\d?)[\s./-]+)?(?<month>\d\d?)[\s./-]+(?<year>(?:19|20)\d\d)$/
const YEAR_FIRST = /^(?<year>(?:19|20)\d\d)-(?<month>\d\d)(?:-(?<day>\d\d))?$/

/** `20112026` and `20.11.2026` are a day, `112026` and `11/2026` a month, `2026` a year. */
function looseDay(text: string): string | null {
  const typed = text.trim()
  const found = PLAIN.exec(typed) ?? PARTED.exec(typed) ?? YEAR_FIRST.exec(typed)
  if (found === null) return null
  const year = found.groups?.['year'] ?? ''
  const month = found.groups?.['month']?.padStart(2, '0')
  const day = found.groups?.['day']?.padStart(2, '0')
  if (month === undefined) return year
  const first = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(first.getTime()) || first.getUTCMonth() + 1 !== Number(month)) return null
  return day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`
}
