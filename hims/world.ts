/** What the outside world must supply: production passes the clock and the random source, a test its own. */
export interface HimsWorld {
  /** Where the database is: a path, `sqlite:PATH`, or `:memory:`. */
  readonly database: string
  /** The file whose key wraps the private keys in the database: beside it, unless another is named. */
  readonly keyFile?: string | undefined
  /** Unix milliseconds. */
  readonly now: () => number
  /** That many unguessable bytes. */
  readonly random: (length: number) => Uint8Array
  /** Calls once after so many milliseconds unless it is cancelled; the machine's own timers unless it is said. */
  readonly after?: ((milliseconds: number, run: () => void) => () => void) | undefined
  /** How long a HIMS that came back from a copy gives no new rights, in milliseconds; until all have told, unless it is said. */
  readonly holdGrantsFor?: number | null | undefined
  /** Only for a hospital's own server: the HIMS above it. */
  readonly hub?: HubSetting | undefined
}

export interface HubSetting {
  /** Where the HIMS above is: `https://hims.example`. */
  readonly upstream: string
  /** The one-time code with which this hub joins it, until it has. */
  readonly code: string | null
  readonly fetch: typeof fetch
  /** Calls once after so many milliseconds unless it is cancelled. */
  readonly after: (milliseconds: number, run: () => void) => () => void
  readonly report: (fault: unknown) => void
}

/** A moment as the wire says it: RFC 3339 in UTC. */
export const moment = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** India keeps one time the whole year, 5 h 30 min ahead of UTC. */
const INDIA = 19_800_000

/** The calendar day in Delhi, `YYYY-MM-DD`. */
export const dayInDelhi = (milliseconds: number): string => moment(milliseconds + INDIA).slice(0, 10)

/** The same day of another year; 29 February becomes 28 February where there is none. */
export function yearsLater(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return Number.isNaN(Date.parse(later)) || moment(Date.parse(later)).slice(0, 10) !== later
    ? `${later.slice(0, 8)}28`
    : later
}
