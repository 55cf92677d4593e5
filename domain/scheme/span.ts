import type { Birth } from '../person/person.ts'
import type { Period } from './condition.ts'

/**
 * A day that lies somewhere between two, both included, all as `YYYY-MM-DD`. Days are compared as texts, so that
 * somebody born on 29 February is a year older on 1 March of a common year.
 */
export interface Span {
  readonly first: string
  readonly last: string
}

const two = (number: number): string => String(number).padStart(2, '0')
const four = (number: number): string => String(number).padStart(4, '0')
const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** `1998` is any day of that year. */
export function spanOfDay(loose: string): Span {
  const [year = '', month, day] = loose.split('-')
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  if (day === undefined) {
    return { first: `${year}-${month}-01`, last: `${year}-${month}-${two(lengthOf(Number(year), Number(month)))}` }
  }
  return { first: loose, last: loose }
}

/** Somebody who was 69 on a day was born in the year that ended 69 years before it. */
export function spanOfBirth(birth: Birth): Span {
  if (birth.kind === 'date') return { first: birth.on, last: birth.on }
  const back = (years: number) => `${four(Number(birth.asOf.slice(0, 4)) - years)}${birth.asOf.slice(4)}`
  return { first: dayAfter(back(birth.years + 1)), last: back(birth.years) }
}

/** The day after one that may be 29 February of a common year. */
function dayAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const there = Math.min(date, lengthOf(year, month))
  return new Date(Date.UTC(year, month - 1, there + 1)).toISOString().slice(0, 10)
}

/** The same day so much later; a day that its month lacks stays a text between the days around it. */
function later(day: string, period: Period): string {
  if ('days' in period) {
    return new Date(Date.parse(`${day}T00:00:00Z`) + period.days * 86_400_000).toISOString().slice(0, 10)
  }
  const months = 'years' in period ? period.years * 12 : period.months
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${four(Math.floor(count / 12))}-${two((count % 12) + 1)}${day.slice(7)}`
}

/** True or false for every day of the span; null when it depends on the day. */
const forAll = (atFirst: boolean, atLast: boolean): boolean | null => (atFirst === atLast ? atFirst : null)

/** Whether so much time has gone by since a day of the span. */
export const gone = ({ first, last }: Span, period: Period, today: string): boolean | null =>
  forAll(today >= later(first, period), today >= later(last, period))

export const onOrAfter = ({ first, last }: Span, day: string): boolean | null => forAll(first >= day, last >= day)
export const onOrBefore = ({ first, last }: Span, day: string): boolean | null => forAll(first <= day, last <= day)

/** Whether a day of the span is not in the future and not longer ago than this. */
export function within(span: Span, period: Period, today: string): boolean | null {
  const { first, last } = span
  if (first > today || later(last, period) < today) return false
  return last <= today && later(first, period) >= today ? true : null
}
