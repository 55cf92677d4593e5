import type { Birth } from '../person/person.ts'

const OLDEST = 130

const two = (digits: string): string => digits.padStart(2, '0')

/** A date of birth in any of the forms that codes use; a year, or a year and a month, is an age and never a day. */
export function birthOf(text: string, today: string): Birth | null {
  const said = text.trim()
  const ymd = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T.*)?$/.exec(said)
  if (ymd !== null) return dateOf(ymd[1] ?? '', ymd[2] ?? '', ymd[3] ?? '', today)
  const dmy = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(said)
  if (dmy !== null) return dateOf(dmy[3] ?? '', dmy[2] ?? '', dmy[1] ?? '', today)
  if (/^\d{8}$/.test(said)) {
    return (
      dateOf(said.slice(0, 4), said.slice(4, 6), said.slice(6), today) ??
      dateOf(said.slice(4), said.slice(2, 4), said.slice(0, 2), today)
    )
  }
  const year = /^[^\d]{0,4}(?:\d{1,2}[-/.])?(\d{4})(?:[-/.]\d{1,2})?[^\d]{0,4}$/.exec(said)
  return year === null ? null : ageOf(Number(year[1]), today)
}

function dateOf(year: string, month: string, day: string, today: string): Birth | null {
  const on = `${year}-${two(month)}-${two(day)}`
  const date = new Date(`${on}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== on) return null
  return on > today || Number(today.slice(0, 4)) - Number(year) > OLDEST ? null : { kind: 'date', on }
}

function ageOf(year: number, today: string): Birth | null {
  const years = Number(today.slice(0, 4)) - year
  return years < 0 || years > OLDEST ? null : { kind: 'age', years, asOf: today }
}
