import type { ShownCall, WaitingRoom } from '../../contract/display.ts'
import type { CalledOut } from '../../domain/hospital/call-sentence.ts'
import { counterSign } from '../../domain/hospital/call-sentence-label.ts'
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

/** A screen for the whole hospital, and one on a floor with counters, also calls people to the pharmacy. */
function showsCounters(bench: Bench): boolean {
  const { label } = bench.store.device.read()
  const rooms = roomsHere(bench)
  const own = rooms.find(({ kind, label: name }) => kind === 'waiting' && name === label)
  return own === undefined || rooms.some(({ kind, floor }) => kind === 'counter' && floor === own.floor)
}

/** A call that is shown: what is said of it, and whether before others. */
export interface HallCall extends CalledOut {
  readonly id: string
  readonly at: string
  /** The person is still wanted there. */
  readonly stands: boolean
  readonly urgent: boolean
  readonly language: Language | null
  /** Of the visit. */
  readonly department: Department
}

/** Nobody says when somebody has come to a counter: the call stands for so long, in milliseconds. */
const COUNTER_CALL = 5 * 60_000

function roomCall(bench: Bench, state: VisitState, department: Department): readonly HallCall[] {
  const { visit, stage, call, priority } = state
  if (call === null || (stage !== 'called' && stage !== 'seen')) return []
  const { id, at, room, language } = call
  const { prefix, number } = visit.token
  const said = { prefix, number, door: doorOf(bench, room), to: 'room' } as const
  return [{ ...said, id, at, stands: stage === 'called', urgent: priority === 'emergency', language, department }]
}

function counterCall(bench: Bench, { visit, counterCall: call }: VisitState): readonly HallCall[] {
  const department = bench.store.shared.department.get(visit.token.department)
  if (call === null || department === null) return []
  const { id, at, counter, language } = call
  const { prefix, number } = visit.token
  const said = { prefix, number, door: counterSign(counter), to: 'counter' } as const
  const stands = bench.now().getTime() - Date.parse(at) < COUNTER_CALL
  return [{ ...said, id, at, stands, urgent: false, language, department }]
}

interface Shown {
  readonly departments: ReadonlyMap<string, Department>
  /** Of people in these departments. */
  readonly states: readonly VisitState[]
  /** The newest first. */
  readonly calls: readonly HallCall[]
}

/** Where everybody stands whose number this screen shows, and every call of the day. */
function shownNow(bench: Bench): Shown {
  const own = shownDepartments(bench) ?? bench.store.shared.department.all()
  const departments = new Map(own.map((each) => [each.code, each]))
  const all = bench.store.visits.ofDay(bench.today())
  const toRooms = all.flatMap((state) => {
    const department = departments.get(state.department)
    return department === undefined ? [] : roomCall(bench, state, department)
  })
  const toCounters = showsCounters(bench) ? all.flatMap((state) => counterCall(bench, state)) : []
  const calls = [...toRooms, ...toCounters].toSorted((one, other) => (one.id < other.id ? 1 : -1))
  return { departments, states: all.filter(({ department }) => departments.has(department)), calls }
}

/** Everybody who is called now and shown here. */
export const standingCalls = (bench: Bench): readonly HallCall[] => shownNow(bench).calls.filter(({ stands }) => stands)

/** What a waiting room is shown: the call that was made last, those before it, and who comes next. */
export function waitingRoom(bench: Bench): WaitingRoom {
  const { departments, states, calls } = shownNow(bench)
  const now = calls.find(({ stands }) => stands) ?? null
  return {
    departments: (shownDepartments(bench) ?? []).map(({ name }) => name),
    now: now === null ? null : shownCall(now),
    before: calls
      .filter((call) => call !== now)
      .slice(0, BEFORE)
      .map(shownCall),
    next: nextOf(states, [...departments.keys()]),
  }
}

const shownCall = (call: HallCall): ShownCall => {
  const { id, at, to, door, department } = call
  return { id, label: tokenLabel(call), room: door, to, sign: department.sign, department: department.name, at }
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
