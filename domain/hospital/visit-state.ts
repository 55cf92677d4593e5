import type { OperatorId, TerminalId } from '../id.ts'
import type { Language } from '../language.ts'
import { unreachable } from '../result.ts'
import type { Visit } from './token.ts'
import type { Priority, VisitEvent } from './visit-event.ts'

export type VisitStage = 'waiting' | 'called' | 'absent' | 'seen' | 'cancelled'

/** One call of a token to a room. */
export interface Call {
  /** Of the event: calls are in the order of these. */
  readonly id: string
  readonly at: string
  readonly room: string
  readonly terminal: TerminalId
  readonly by: OperatorId
  /** What the person speaks; null where the room did not know. */
  readonly language: Language | null
}

/** One call of a token to a pharmacy counter. */
export interface CounterCall {
  readonly id: string
  readonly at: string
  /** What the counter is called: `Window 3`. */
  readonly counter: string
  readonly language: Language | null
}

/** Where a visit stands, as follows from its opening and everything that was noted since. */
export interface VisitState {
  readonly visit: Visit
  readonly department: string
  /** Who was asked for; null for whoever is free. */
  readonly doctor: OperatorId | null
  /** Where the person was called to; before that, where they were sent. */
  readonly room: string | null
  readonly priority: Priority
  readonly stage: VisitStage
  /** When the call that stands was first made. */
  readonly calledAt: string | null
  /** How often the person was called since they came to this queue. */
  readonly calls: number
  /** The call that stands, or stood last. */
  readonly call: Call | null
  /** Calls to other rooms while that one stood: made without a network, they lost to the earlier one. */
  readonly lost: readonly Call[]
  /** The event by which they were not there. */
  readonly absent: { readonly id: string; readonly at: string } | null
  readonly seenAt: string | null
  /** The call to the pharmacy that was made last. */
  readonly counterCall: CounterCall | null
  /** Why it was cancelled; empty otherwise. */
  readonly reason: string
  /** The id of what was noted last, or of the visit: whoever notes more gives that an id after this one. */
  readonly last: string
}

const opened = (visit: Visit): VisitState => ({
  visit,
  department: visit.token.department,
  doctor: visit.doctor ?? null,
  room: null,
  priority: visit.priority ?? 'none',
  stage: 'waiting',
  ...uncalled,
  seenAt: null,
  reason: '',
  last: visit.id,
})

const uncalled = { calledAt: null, calls: 0, call: null, lost: [], absent: null, counterCall: null } as const

const byId = (one: VisitEvent, other: VisitEvent): number => compare(one.id, other.id) || compare(one.at, other.at)

const later = (one: string, other: string): string => (one > other ? one : other)

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * The order of events is that of their ids, which begin with the time: two desks that never met agree on it, whatever order
 * the events came in. Among rooms that called one person, the earliest call stands until that room is done.
 */
export function visitState(visit: Visit, events: readonly VisitEvent[]): VisitState {
  const once = new Map(events.filter(({ visitId }) => visitId === visit.id).map((event) => [event.id, event]))
  return [...once.values()]
    .toSorted(byId)
    .reduce((state, event) => ({ ...after(state, event), last: later(state.last, event.id) }), opened(visit))
}

function after(state: VisitState, event: VisitEvent): VisitState {
  switch (event.kind) {
    case 'prioritised':
      return { ...state, priority: event.priority }
    case 'moved':
      return moved(state, event)
    case 'cancelled':
      // Whoever was seen was seen, even when a desk that did not know of it cancelled.
      return state.stage === 'seen' ? state : { ...state, stage: 'cancelled', reason: event.reason }
    case 'restored':
      return restored(state)
    case 'called':
      return called(state, event)
    case 'seen':
      return { ...state, stage: 'seen', seenAt: state.seenAt ?? event.at, reason: '' }
    case 'absent':
      // A room whose call lost says so of somebody who went to the other one.
      return state.stage === 'called' && state.call?.terminal === event.terminal
        ? { ...state, stage: 'absent', absent: { id: event.id, at: event.at } }
        : state
    default:
      return unreachable(event)
  }
}

/** A wrong key in a room leaves the person at its door; whoever comes back after they were cancelled is every room's again. */
const restored = (state: VisitState): VisitState => ({
  ...state,
  ...uncalled,
  room: state.stage === 'cancelled' ? null : state.room,
  stage: 'waiting',
  seenAt: null,
  reason: '',
})

type Moved = Extract<VisitEvent, { readonly kind: 'moved' }>
type Called = Extract<VisitEvent, { readonly kind: 'called' }>

/** Sent on: to the end of no queue, for the number stays; whoever was seen here is waited for there. */
function moved(state: VisitState, { department, doctor, room }: Moved): VisitState {
  const place = { department, doctor, room }
  return state.stage === 'cancelled'
    ? { ...state, ...place }
    : { ...state, ...place, ...uncalled, stage: 'waiting', seenAt: null }
}

function called(state: VisitState, { id, at, room, terminal, by, language, counter }: Called): VisitState {
  if (counter !== undefined) return { ...state, counterCall: { id, at, counter, language: language ?? null } }
  const call = { id, at, room, terminal, by, language: language ?? null }
  if (state.stage === 'seen' || state.stage === 'cancelled') return state
  if (state.stage === 'called' && state.call !== null && state.call.terminal !== terminal) {
    return { ...state, lost: [...state.lost, call] }
  }
  const again = state.stage === 'called'
  return {
    ...state,
    stage: 'called',
    room,
    call,
    calls: state.calls + 1,
    calledAt: again ? state.calledAt : at,
    lost: again ? state.lost : [],
  }
}

/**
 * The time to make an event's id at, so that it comes after everything its author knew of the visit: a clock that was set
 * back must not put what happened last before what happened first.
 */
export const timeAfter = ({ last }: Pick<VisitState, 'last'>, now: number): number =>
  Math.max(now, parseInt(last.replace('-', '').slice(0, 12), 16) + 1)
