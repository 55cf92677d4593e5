import type { SeatChoice } from '../../contract/doctor.ts'
import { hoursOfSeat } from '../../domain/hospital/roster-order.ts'
import type { OperatorId } from '../../domain/id.ts'
import type { Bench } from './bench.ts'
import { departmentsAtWork, roomsHere } from './department-here.ts'
import { localClock } from './local-time.ts'

/** The rooms where somebody may see patients; a department that names none has the one on its slips. */
export function seatChoices(bench: Pick<Bench, 'store' | 'today'>): SeatChoice[] {
  const consulting = roomsHere(bench).filter(({ kind }) => kind === 'consulting')
  return departmentsAtWork(bench).flatMap((department) => {
    const own = consulting.filter((room) => room.department === department.code)
    return own.length === 0
      ? [{ room: department.room, label: department.room, department }]
      : own.map(({ code, label }) => ({ room: code, label, department }))
  })
}

/** Where a doctor sits today: where they said, else as the roster has it, else the only room of their department. */
export function seatOf(bench: Bench, doctor: OperatorId): SeatChoice | null {
  const { store, today } = bench
  const choices = seatChoices(bench)
  const at = (room: string, department: string) =>
    choices.find((each) => each.room === room && each.department.code === department) ?? null
  const said = store.visits.seat()
  if (said !== null && said.operator === doctor && said.day === today()) return at(said.room, said.department)
  const hours = store.visits
    .roster(today())
    .filter(({ operator, status }) => operator === doctor && status === 'planned')
  const planned = hoursOfSeat(hours, localClock(bench.now()))
    .map(({ room, department }) => at(room, department))
    .find((seat) => seat !== null)
  if (planned !== undefined) return planned
  const own = store.shared.operator.get(doctor)?.department
  const rooms = choices.filter(({ department }) => department.code === own)
  return rooms.length === 1 ? (rooms[0] ?? null) : null
}

/** Sits down in a room for today; false for a room that is none. */
export function sit(
  bench: Bench,
  doctor: OperatorId,
  { room, department }: { room: string; department: string },
): boolean {
  const isRoom = seatChoices(bench).some((each) => each.room === room && each.department.code === department)
  if (!isRoom) return false
  return bench.save((write) => {
    bench.store.visits.sit({ operator: doctor, day: bench.today(), room, department })
    write.audit('seat.taken', room)
  }).ok
}
