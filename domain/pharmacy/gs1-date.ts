/**
 * `2027-01-31` of `270100`: a day of 00 is the last of its month (GS1 General Specifications, section 3.4.6). The century
 * is the one that puts the year from 49 before to 50 after this one (section 7.12). Null for no day of the calendar.
 */
export function gs1Date(digits: string, today: string): string | null {
  const [, yy = '', mm = '', dd = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? []
  const month = Number(mm)
  if (yy === '' || month < 1 || month > 12) return null
  const year = yearOf(Number(yy), Number(today.slice(0, 4)))
  const last = lastDay(year, month)
  const day = dd === '00' ? last : Number(dd)
  return day > last ? null : `${year}-${mm}-${String(day).padStart(2, '0')}`
}

function yearOf(yy: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100)
  const away = yy - (thisYear % 100)
  if (away >= 51) return century - 100 + yy
  return away <= -50 ? century + 100 + yy : century + yy
}

function lastDay(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (month === 2) return leap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
