import { fail, ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { Birth } from '../../../domain/person/person.ts'
import { isYearWord } from '../../../domain/person/year-word.ts'
import { latinDigits } from '../../../domain/latin-digits.ts'

export type BirthProblem = 'empty' | 'unclear' | 'no-such-day' | 'in-future' | 'too-old'

/** What stood in the box and how it was read, so that a clerk sees a slip at once. */
export type BirthRead =
  | { readonly kind: 'date'; readonly birth: Birth }
  | { readonly kind: 'years'; readonly birth: Birth; readonly year: number }
  | { readonly kind: 'months'; readonly birth: Birth; readonly count: number }

const OLDEST = 130

const two = (number: number): string => String(number).padStart(2, '0')

function dayOf(day: number, month: number, year: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? `${year}-${two(month)}-${two(day)}` : null
}

function asDate(day: string, month: string, year: string, today: string): Result<BirthRead, BirthProblem> {
  const on = dayOf(Number(day), Number(month), Number(year))
  if (on === null) return fail('no-such-day')
  if (on > today) return fail('in-future')
  if (Number(today.slice(0, 4)) - Number(year) > OLDEST) return fail('too-old')
  return ok({ kind: 'date', birth: { kind: 'date', on } })
}

/** The day `count` months before `today`; the last of a month where that month is shorter. */
function monthsBefore(today: string, count: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - count, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.getUTCFullYear()}-${two(first.getUTCMonth() + 1)}-${two(Math.min(day, last))}`
}

/** A child of some months was nought on about that day; so the age stays an age and still ages with the calendar. */
function asMonths(count: number, today: string): Result<BirthRead, BirthProblem> {
  if (count > OLDEST * 12) return fail('too-old')
  return ok({ kind: 'months', birth: { kind: 'age', years: 0, asOf: monthsBefore(today, count) }, count })
}

function asYears(years: number, today: string): Result<BirthRead, BirthProblem> {
  if (years > OLDEST) return fail('too-old')
  return ok({ kind: 'years', birth: { kind: 'age', years, asOf: today }, year: Number(today.slice(0, 4)) - years })
}

/** Who knows the year alone is as old as it makes them, give or take one. */
function asYear(year: number, today: string): Result<BirthRead, BirthProblem> {
  const years = Number(today.slice(0, 4)) - year
  return years < 0 ? fail('in-future') : asYears(years, today)
}

const MONTH_WORDS = /^(\d{1,3}) ?(?:m|mo|months?|म|माह|महीने|ਮ|ਮਹੀਨੇ|م|ماہ|مہینے)$/iu

const YEARS = /^(\d{1,3}) ?(\D*)$/u

/** Reads one box: `06041991` or `6/4/1991` is a date, `1991` a year, `35` or `35y` years, `8m` months. `today` is `YYYY-MM-DD`. */
export function readBirth(typed: string, today: string): Result<BirthRead, BirthProblem> {
  const text = latinDigits(typed).trim()
  if (text === '') return fail('empty')
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (parts !== null) return asDate(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '', today)
  const months = MONTH_WORDS.exec(text)
  if (months !== null) return asMonths(Number(months[1]), today)
  if (/^(?:19|20)\d{2}$/.test(text)) return asYear(Number(text), today)
  const [, years = '', word = ''] = YEARS.exec(text) ?? []
  return years !== '' && (word === '' || isYearWord(word)) ? asYears(Number(years), today) : fail('unclear')
}
