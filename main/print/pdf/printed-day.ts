const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `22 Nov 2026`, the same in every language; a year alone stays a year. */
export function printedDay(day: string): string {
  const [year = '', month, date] = day.split('-')
  const name = months[Number(month) - 1]
  return name === undefined ? year : `${Number(date)} ${name} ${year}`
}

/** Keeps a day or number in one piece inside a text that runs from right to left (UAX #9 §2.4). */
export const isolated = (text: string): string => `\u2066${text}\u2069`
