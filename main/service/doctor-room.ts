import type { DoctorRoom, PatientView, QueueLine, RunningItem, SeatChoice } from '../../contract/doctor.ts'
import { mayCall, nextFor, queueOf } from '../../domain/hospital/queue.ts'
import { tokenLabel } from '../../domain/hospital/token.ts'
import type { VisitState } from '../../domain/hospital/visit-state.ts'
import type { PersonId } from '../../domain/id.ts'
import { mayDispense } from '../../domain/pharmacy/right-rule.ts'
import type { Bench } from './bench.ts'
import { seatChoices, seatOf } from './doctor-seat.ts'
import { localDay } from './local-time.ts'
import { personHere } from './person-view.ts'
import { doorOf, nameOf } from './visit-desk.ts'
import type { Speaker } from './visit-note.ts'

const MOST_IN_QUEUE = 300
const MOST_OTHERS = 50
const MOST_PRESCRIPTIONS = 20
const MOST_RUNNING = 60
const DAY = 24 * 3_600_000

/** Everything a doctor's room is made of: who was called by whom, and who waits in what order. */
export interface RoomFacts {
  readonly seat: SeatChoice
  readonly speaker: Speaker
  readonly states: readonly VisitState[]
  readonly queue: readonly VisitState[]
  readonly current: VisitState | null
  readonly next: VisitState | null
}

const newestCall = (states: readonly VisitState[]): VisitState | null =>
  states.toSorted((one, other) => ((one.call?.id ?? '') < (other.call?.id ?? '') ? 1 : -1))[0] ?? null

export function roomFacts(bench: Bench, seat: SeatChoice, speaker: Speaker): RoomFacts {
  const states = bench.store.visits.ofDepartment(seat.department.code, bench.today())
  const here = states.filter(({ department }) => department === seat.department.code)
  const queue = queueOf(here, seat.department.code)
  const called = here.filter(({ stage, call }) => stage === 'called' && call?.terminal === speaker.terminal)
  const next = nextFor(queue, { doctor: speaker.by, room: seat.room })
  return { seat, speaker, states: here, queue, current: newestCall(called), next }
}

/** What the page of a doctor's room shows. */
export function roomNow(bench: Bench, speaker: Speaker): DoctorRoom {
  const seats = seatChoices(bench)
  const seat = seatOf(bench, speaker.by)
  if (seat === null) return { ...empty, seats }
  const facts = roomFacts(bench, seat, speaker)
  const { states, queue, current, next } = facts
  const line = (state: VisitState) => lineOf(bench, state, facts)
  const mine = (state: VisitState) => state.call?.terminal === speaker.terminal
  const seen = states.filter((state) => state.stage === 'seen' && mine(state))
  const last = seen.toSorted((one, other) => ((one.seenAt ?? '') < (other.seenAt ?? '') ? 1 : -1))[0]
  const lost = states.filter(
    ({ stage, lost: calls }) => stage === 'called' && calls.some(({ terminal }) => terminal === speaker.terminal),
  )
  const elsewhere = current === null ? newestCall(lost) : null
  return {
    seats,
    seat,
    current: current === null ? null : patientOf(bench, current, facts),
    elsewhere: elsewhere === null ? null : line(elsewhere),
    next: next === null ? null : patientOf(bench, next, facts),
    queue: queue.slice(0, MOST_IN_QUEUE).map(line),
    others: states
      .filter((state) => state.stage === 'called' && !mine(state))
      .slice(0, MOST_OTHERS)
      .map(line),
    last: last === undefined ? null : line(last),
    seen: seen.length,
  }
}

const empty = {
  seat: null,
  current: null,
  elsewhere: null,
  next: null,
  queue: [],
  others: [],
  last: null,
  seen: 0,
}

function lineOf(bench: Bench, state: VisitState, { seat, speaker }: RoomFacts): QueueLine {
  const { visit, priority, stage, calledAt, calls, doctor, call, lost } = state
  const person = personHere(bench.store, visit.personId)
  return {
    visitId: visit.id,
    label: tokenLabel(visit.token),
    personId: person?.id ?? visit.personId,
    person: person === null ? null : { name: person.name, sex: person.sex, birth: person.birth },
    priority,
    stage,
    openedAt: visit.openedAt,
    calledAt,
    calls,
    doctor: doctor === null ? null : nameOf(bench, doctor),
    mine: mayCall(state, { doctor: speaker.by, room: seat.room }),
    room: call === null ? null : doorOf(bench, call.room),
    lost: lost.map(({ room }) => doorOf(bench, room)),
  }
}

function patientOf(bench: Bench, state: VisitState, facts: RoomFacts): PatientView {
  const line = lineOf(bench, state, facts)
  const written = bench.store.pharmacy
    .prescriptions(line.personId, MOST_PRESCRIPTIONS)
    .filter(({ writtenAt }) => localDay(new Date(writtenAt)) === bench.today())
  return {
    line,
    allergies: [...bench.store.pharmacy.allergies(line.personId)],
    running: runningOf(bench, line.personId),
    written: written.map(({ id, items, writtenAt }) => ({
      id,
      count: items.length,
      at: writtenAt,
      waiting: bench.store.outbox.isPending('prescription', id),
    })),
  }
}

/** Medicines that were ordered for a person and should not be used up yet. */
export function runningOf({ store, today }: Bench, person: PersonId): RunningItem[] {
  return store.pharmacy
    .prescriptions(person, MOST_PRESCRIPTIONS)
    .filter(mayDispense)
    .flatMap(({ id: order, items, writtenAt, prescriber }) => {
      const { closed } = store.orders.state(order)
      return items.flatMap(({ id, medicine: code, dose, days }) => {
        const medicine = store.shared.medicine.get(code)
        const until = localDay(new Date(Date.parse(writtenAt) + (days - 1) * DAY))
        const writtenOn = localDay(new Date(writtenAt))
        const isOver = closed.has(id) || until < today()
        return medicine === null || isOver ? [] : [{ medicine, dose, until, prescriber, writtenOn }]
      })
    })
    .slice(0, MOST_RUNNING)
}
