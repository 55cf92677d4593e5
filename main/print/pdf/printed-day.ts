const format = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** `22 Nov 2026`, the same in every language; a year alone stays a year. */
export function printedDay(day: string): string {
  if (day.length === 4) return day
  const parts = new Map(format.formatToParts(new Date(`${day}T00:00:00Z`)).map(({ type, value }) => [type, value]))
  return `${parts.get('day')} ${parts.get('month')} ${parts.get('year')}`
}

/** Keeps a day or number in one piece inside a text that runs from right to left (UAX #9 §2.4). */
export const isolated = (text: string): string => `\u2066${text}\u2069`
