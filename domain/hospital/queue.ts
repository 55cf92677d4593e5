import type { OperatorId } from '../id.ts'
import { priorities } from './visit-event.ts'
import type { VisitState } from './visit-state.ts'

/** So many people are called before somebody who was not there has another turn. */
export const TURNS_MISSED = 2

const ranks = new Map(priorities.map((priority, rank) => [priority, rank]))

/** Priority before number; two of one number came by different departments' letters, the earlier first. */
function compareTurns(one: VisitState, other: VisitState): number {
  const rank = (ranks.get(one.priority) ?? 0) - (ranks.get(other.priority) ?? 0)
  if (rank !== 0) return rank
  const number = one.visit.token.number - other.visit.token.number
  if (number !== 0) return number
  return one.visit.id < other.visit.id ? -1 : 1
}

/** How many are called before this absent one: fewer the more were called since. */
function turnsLeft(absent: VisitState, all: readonly VisitState[]): number {
  const since = absent.absent?.id ?? ''
  const called = all.filter(({ visit, call }) => visit.id !== absent.visit.id && call !== null && call.id > since)
  return Math.max(0, TURNS_MISSED - called.length)
}

/** Who waits in a department, in the order in which they are called; those who were not there among them. */
export function queueOf(states: readonly VisitState[], department: string): readonly VisitState[] {
  const here = states.filter((state) => state.department === department)
  const queue = here.filter(({ stage }) => stage === 'waiting').toSorted(compareTurns)
  const missed = here
    .filter(({ stage }) => stage === 'absent')
    .map((state) => ({ state, at: turnsLeft(state, here) }))
    .toSorted((one, other) => one.at - other.at || compareTurns(one.state, other.state))
  missed.forEach(({ state, at }, before) => queue.splice(Math.min(queue.length, at + before), 0, state))
  return queue
}

/** Where a doctor sees patients. */
export interface Seat {
  readonly doctor: OperatorId
  readonly room: string
}

/** Whether a doctor may call somebody without asking: who waits for another doctor or room is theirs. */
export const mayCall = ({ doctor, room, stage }: VisitState, seat: Seat): boolean =>
  doctor === null ? room === null || stage === 'absent' || room === seat.room : doctor === seat.doctor

/** Who is next for a doctor; null when nobody waits for them. */
export const nextFor = (queue: readonly VisitState[], seat: Seat): VisitState | null =>
  queue.find((state) => mayCall(state, seat)) ?? null
