import type { OperatorId } from '../id.ts'
import type { Roster } from './roster.ts'
import { priorities } from './visit-event.ts'
import type { Priority } from './visit-event.ts'
import type { VisitState } from './visit-state.ts'

/** A turn that is yet to come, in minutes from now, and how many people are before it. */
export interface ExpectedTurn {
  readonly from: number
  readonly to: number
  readonly before: number
}

export interface ExpectedQuestion {
  readonly queue: readonly VisitState[]
  /** Everybody of that department today, for how long the last ones really took. */
  readonly all: readonly VisitState[]
  readonly priority: Priority
  readonly doctor: OperatorId | null
  /** As the roster plans it: minutes for one patient, of each doctor who sees patients there. */
  readonly planned: readonly number[]
  /** Minutes until the first of them begins; 0 when they have. */
  readonly opensIn: number
}

/** So many of the last patients say how long one takes. */
const LAST = 12
/** Fewer say nothing yet. */
const ENOUGH = 3
/** Longer than this somebody forgot to press a key. */
const LONGEST = 60
const SHORTEST = 0.5
/** How far off a plan usually is. */
const EARLY = 0.7
const LATE = 1.3
/** The next person goes in when the last one is done, which takes some minutes more. */
const GRACE = 5

/**
 * Who sees patients at a time of the day, `HH:MM`, or begins next: a doctor's afternoon is no second room in the morning,
 * and whoever begins later makes nobody's turn come sooner.
 */
export function plannedAt(hours: readonly Roster[], clock: string): Pick<ExpectedQuestion, 'planned' | 'opensIn'> {
  const left = hours.filter(({ to }) => to > clock)
  const [first = clock] = left.map(({ from }) => from).toSorted()
  const begins = first > clock ? first : clock
  return {
    planned: left.filter(({ from }) => from <= begins).map(({ minutes }) => minutes),
    opensIn: minutesOf(begins) - minutesOf(clock),
  }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** When a newcomer's turn may come: never a minute, always a range; null where nothing is known of how long one takes. */
export function expectedTurn({
  queue,
  all,
  priority,
  doctor,
  planned,
  opensIn,
}: ExpectedQuestion): ExpectedTurn | null {
  const rank = priorities.indexOf(priority)
  const before = queue.filter(
    (state) => priorities.indexOf(state.priority) <= rank && (doctor === null || (state.doctor ?? doctor) === doctor),
  ).length
  const each = minutesEach(all, planned)
  if (each === null) return null
  const rooms = doctor === null ? Math.max(1, planned.length) : 1
  const turns = before / rooms
  return { from: opensIn + turns * each.low, to: opensIn + turns * each.high + GRACE, before }
}

/** Minutes that one patient takes at one doctor, between which about half of them lie. */
export function minutesEach(
  all: readonly VisitState[],
  planned: readonly number[],
): { readonly low: number; readonly high: number } | null {
  const took = all
    .filter(({ calledAt, seenAt }) => calledAt !== null && seenAt !== null)
    .toSorted((one, other) => ((one.seenAt ?? '') < (other.seenAt ?? '') ? 1 : -1))
    .slice(0, LAST)
    .map(({ calledAt, seenAt }) => (Date.parse(seenAt ?? '') - Date.parse(calledAt ?? '')) / 60_000)
    .filter((minutes) => minutes >= SHORTEST && minutes <= LONGEST)
    .toSorted((one, other) => one - other)
  if (took.length >= ENOUGH) return { low: quantile(took, 0.25), high: quantile(took, 0.75) }
  if (planned.length === 0) return null
  const plan = planned.reduce((sum, minutes) => sum + minutes, 0) / planned.length
  return { low: plan * EARLY, high: plan * LATE }
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.round((sorted.length - 1) * part)] ?? 0
