import { moment } from '../world.ts'

/** A span of time, both ends in it, as RFC 3339 in UTC with milliseconds: such texts sort as the moments do. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** India keeps one time all year; what is said without a zone is said in Delhi. */
const ZONE = '+05:30'
const ZONE_MILLISECONDS = 19_800_000

/** The whole of what a FHIR date, dateTime or instant may mean: `2026-11` is a month. Null for anything else. */
export function spanOf(text: string): Span | null {
  const [, year, month, day, time] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/.exec(text) ?? []
  if (year === undefined) return null
  if (time !== undefined) return exact(text, time)
  const from = Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00${ZONE}`)
  if (Number.isNaN(from)) return null
  const next = nextOf(Number(year), Number(month ?? 0), Number(day ?? 0))
  return { from: moment(from), to: moment(next - 1) }
}

function exact(text: string, time: string): Span | null {
  const zoned = /(?:Z|[+-]\d{2}:\d{2})$/.test(time) ? text : `${text}${ZONE}`
  const from = Date.parse(zoned)
  if (Number.isNaN(from)) return null
  const length = time.includes('.') ? 1 : /T\d{2}:\d{2}:\d{2}/.test(time) ? 1000 : 60_000
  return { from: moment(from), to: moment(from + length - 1) }
}

/** The first millisecond after a year, a month or a day; 0 stands for a month or day that is not said. */
function nextOf(year: number, month: number, day: number): number {
  if (month === 0) return Date.UTC(year + 1, 0, 1) - ZONE_MILLISECONDS
  return (day === 0 ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1)) - ZONE_MILLISECONDS
}
