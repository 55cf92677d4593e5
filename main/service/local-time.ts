/** India Standard Time, UTC+5:30, which knows no summer time. */
const OFFSET = 5.5 * 3_600_000

const local = (date: Date): string => new Date(date.getTime() + OFFSET).toISOString()

/** `YYYY-MM-DD` on the wall of the hospital. */
export const localDay = (date: Date): string => local(date).slice(0, 10)

/** `YYYY-MM-DDTHH:MM` */
export const localMinute = (date: Date): string => local(date).slice(0, 16)

/** `HH:MM` */
export const localClock = (date: Date): string => local(date).slice(11, 16)

/** The moment a local day began, as an instant in UTC. */
export const dayStart = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET).toISOString()
