import { latinDigits } from '../../domain/latin-digits.ts'

/** A day as it is typed, `22.11.2026`, `22/11/2026` or `2026-11-22`; null for anything that is no day. */
export function readDay(typed: string): string | null {
  const text = latinDigits(typed).trim()
  const [, day, month, year] = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(text) ?? []
  const iso = year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** `22.11.2026` */
export const typedDay = (day: string): string => day.split('-').toReversed().join('.')

/** The day so many days later. */
export const daysLater = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
