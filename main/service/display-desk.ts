import type { ShownCall, WaitingRoom } from '../../contract/display.ts'
import type { CalledOut } from '../../domain/hospital/call-sentence.ts'
import type { Department } from '../../domain/hospital/facility.ts'
import { queueOf } from '../../domain/hospital/queue.ts'
import { tokenLabel } from '../../domain/hospital/token.ts'
import type { VisitState } from '../../domain/hospital/visit-state.ts'
import type { Language } from '../../domain/language.ts'
import type { Bench } from './bench.ts'
import { departmentsAtWork, roomsHere } from './department-here.ts'
import { doorOf } from './visit-desk.ts'

const BEFORE = 4
const NEXT = 3

/**
 * Whose numbers a screen shows: those of the waiting room that it is called after, of that room's floor when all
 * departments there share it, and of the whole hospital where no room has its name.
 */
export function shownDepartments(bench: Pick<Bench, 'store' | 'today'>): readonly Department[] | null {
  const { label } = bench.store.device.read()
  const room = roomsHere(bench).find((each) => each.kind === 'waiting' && each.label === label)
  if (room === undefined) return null
  return departmentsAtWork(bench).filter(({ code, floor }) =>
    room.department === null ? floor === room.floor : code === room.department,
  )
}

/** Where everybody stands whose number this screen shows, and the departments of them by their code. */
function shownStates(bench: Bench): {
  readonly states: readonly VisitState[]
  readonly departments: ReadonlyMap<string, Department>
} {
  const { store, today } = bench
  const departments = new Map(
    (shownDepartments(bench) ?? store.shared.department.all()).map((each) => [each.code, each]),
  )
  const states = store.visits.ofDay(today()).filter(({ department }) => departments.has(department))
  return { states, departments }
}

/** A call that stands: what is said of it, and whether before others. */
export interface StandingCall extends CalledOut {
  readonly id: string
  readonly at: string
  readonly urgent: boolean
  readonly language: Language | null
}

/** Everybody who is called now and shown here. */
export const standingCalls = (bench: Bench): readonly StandingCall[] =>
  shownStates(bench).states.flatMap(({ visit, stage, call, priority }) => {
    if (stage !== 'called' || call === null) return []
    const { id, at, room, language } = call
    const to = bench.store.shared.room.get(room)?.kind === 'counter' ? 'counter' : 'room'
    const { prefix, number } = visit.token
    return [{ id, at, prefix, number, door: doorOf(bench, room), to, urgent: priority === 'emergency', language }]
  })

/** What a waiting room is shown: the call that was made last, those before it, and who comes next. */
export function waitingRoom(bench: Bench): WaitingRoom {
  const own = shownDepartments(bench)
  const { states, departments: codes } = shownStates(bench)
  const calls = states
    .filter(({ stage, call }) => call !== null && (stage === 'called' || stage === 'seen'))
    .toSorted((one, other) => ((one.call?.id ?? '') < (other.call?.id ?? '') ? 1 : -1))
  const now = calls.find(({ stage }) => stage === 'called') ?? null
  const before = calls.filter((state) => state !== now).slice(0, BEFORE)
  const shown = (state: VisitState): readonly ShownCall[] => shownCall(bench, state, codes.get(state.department))
  return {
    departments: (own ?? []).map(({ name }) => name),
    now: now === null ? null : (shown(now)[0] ?? null),
    before: before.flatMap(shown),
    next: nextOf(states, [...codes.keys()]),
  }
}

function shownCall(
  bench: Bench,
  { visit, call }: VisitState,
  department: Department | undefined,
): readonly ShownCall[] {
  if (call === null || department === undefined) return []
  const { id, room, at } = call
  const { sign, name } = department
  return [{ id, label: tokenLabel(visit.token), room: doorOf(bench, room), sign, department: name, at }]
}

/** The first of every queue before the second of any, those who came first before the others. */
function nextOf(states: readonly VisitState[], departments: readonly string[]): string[] {
  const turns = departments.flatMap((code) =>
    queueOf(states, code)
      .slice(0, NEXT)
      .map((state, turn) => ({ state, turn })),
  )
  return turns
    .toSorted((one, other) => one.turn - other.turn || (one.state.visit.id < other.state.visit.id ? -1 : 1))
    .slice(0, NEXT)
    .map(({ state }) => tokenLabel(state.visit.token))
}
