const dayLength = 86_400_000

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The day so many days after, or with a minus before, another (`YYYY-MM-DD`). */
export const dayAfter = (day: string, days: number): string =>
  new Date(startOf(day) + days * dayLength).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number => Math.round((startOf(to) - startOf(from)) / dayLength)

/** The milliseconds of a time of day in Delhi, five and a half hours ahead of UTC. */
export const momentIn = (day: string, minuteOfDay: number): number => startOf(day) + (minuteOfDay - 330) * 60_000

/** The latest day of birth on which somebody with that month and day (`MM-DD`) is so many years old. */
export function birthdayOf(years: number, monthAndDay: string, today: string): string {
  const passed = today.slice(5) >= monthAndDay
  return `${String(Number(today.slice(0, 4)) - years - (passed ? 0 : 1)).padStart(4, '0')}-${monthAndDay}`
}
