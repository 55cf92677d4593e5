import { expectedTurn, plannedAt } from '../../domain/hospital/expected-time.ts'
import { queueOf } from '../../domain/hospital/queue.ts'
import type { Priority } from '../../domain/hospital/visit-event.ts'
import type { VisitState } from '../../domain/hospital/visit-state.ts'
import type { OperatorId } from '../../domain/id.ts'
import type { TokenSlip } from '../../domain/print/document.ts'
import type { Bench } from './bench.ts'
import { isAtWork } from './department-here.ts'
import { localClock } from './local-time.ts'

export interface Place {
  readonly department: string
  readonly priority: Priority
  /** Null for whoever is free. */
  readonly doctor: OperatorId | null
}

const MINUTE = 60_000
const STEP = 5 * MINUTE
/** A rough figure for one consultation, where neither the rooms nor the roster say one. */
const USUAL = 3
/** Where rooms say nothing, who came this long ago has been seen, as far as a desk can tell. */
const QUEUE_WINDOW = 2 * 3_600_000

/** The hours of whoever sees patients there today. */
export const hoursToday = (bench: Bench, { department, doctor }: Pick<Place, 'department' | 'doctor'>) =>
  bench.store.visits
    .roster(bench.today())
    .filter((each) => each.status === 'planned' && each.department === department)
    .filter((each) => (doctor === null || each.operator === doctor) && isAtWork(bench, each.operator))

/** When a newcomer's turn may come, in steps of five minutes; null where too few came to know anything. */
export function expectation(bench: Bench, place: Place, now: Date): TokenSlip['expected'] {
  const { department, priority, doctor } = place
  const all = bench.store.visits.ofDepartment(department, bench.today())
  const clock = localClock(now)
  const { planned, opensIn } = plannedAt(hoursToday(bench, place), clock)
  const isTold = planned.length > 0 || all.some(({ call }) => call !== null)
  const queue = queueOf(isTold ? all : lately(all, now), department)
  const plan = planned.length === 0 ? [USUAL] : planned
  const turn = expectedTurn({ queue, all, priority, doctor, planned: plan, opensIn })
  if (turn === null || (turn.before === 0 && !isTold)) return null
  const at = (minutes: number) => localClock(roundUp(new Date(now.getTime() + minutes * MINUTE)))
  return { from: at(turn.from), to: at(turn.to), before: turn.before }
}

const lately = (all: readonly VisitState[], now: Date): readonly VisitState[] => {
  const since = new Date(now.getTime() - QUEUE_WINDOW).toISOString()
  return all.filter(({ visit }) => visit.openedAt > since)
}

const roundUp = (date: Date): Date => new Date(Math.ceil(date.getTime() / STEP) * STEP)
