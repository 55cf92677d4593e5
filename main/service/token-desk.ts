import type { Department } from '../../domain/hospital/facility.ts'
import { hoursForComer } from '../../domain/hospital/roster-order.ts'
import { tokenLabel } from '../../domain/hospital/token.ts'
import type { Visit } from '../../domain/hospital/token.ts'
import { JobId, MutationId, VisitId } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import type { TokenSlip } from '../../domain/print/document.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Bench } from './bench.ts'
import { departmentHere, departmentsHere } from './department-here.ts'
import { initialsOf } from './initials.ts'
import { localClock, localMinute } from './local-time.ts'
import { nameIn } from './visit-desk.ts'
import { expectation, hoursToday } from './visit-expected.ts'
import type { Place } from './visit-expected.ts'

export interface Issued {
  readonly visit: Visit
  readonly label: string
  readonly job: JobId
  readonly department: Department
  readonly expected: TokenSlip['expected']
}

/** The text of a slip's QR is this and the visit's id. */
export const VISIT_PREFIX = 'DLV1:'

/** One number of this terminal's own block, the visit, and its slip in the printer's queue: all or nothing. */
export function issueToken(
  bench: Bench,
  person: Person,
  place: Place,
  language: Language,
): Result<Issued, 'no-number' | 'disk-full'> {
  const { store } = bench
  const { terminal, facility, label: counter } = store.device.read()
  const department = departmentOf(bench, place)
  if (department === null || terminal === null || facility === null) return fail('no-number')
  const now = bench.now()
  const expected = expectation(bench, place, now)
  const saved = bench.save((write) => {
    const token = store.leased.takeToken(department.code, bench.today())
    if (token === null) return null
    const id = VisitId.parse(bench.newId())
    const visit: Visit = {
      id,
      personId: person.id,
      token,
      openedAt: write.at,
      terminal,
      ...(place.priority === 'none' ? {} : { priority: place.priority }),
      ...(place.doctor === null ? {} : { doctor: place.doctor }),
    }
    const label = tokenLabel(token)
    const slip: TokenSlip = {
      kind: 'token-slip',
      language,
      facility,
      department,
      token: label,
      initials: initialsOf(person),
      age: ageOn(person.birth, bench.today()),
      sex: person.sex,
      expected,
      priority: place.priority,
      doctor: place.doctor === null ? null : nameIn(bench, place.doctor, language),
      printedAt: localMinute(now),
      counter,
      code: VISIT_PREFIX + visit.id,
      copy: 1,
    }
    const job = JobId.parse(bench.newId())
    write.put('visit', visit)
    write.tellHims(MutationId.parse(bench.newId()), { kind: 'visit.opened', visit }, label)
    write.audit('token.issued', visit.id)
    write.print(job, slip, label)
    return { visit, label, job, department, expected }
  })
  if (!saved.ok) return saved
  return saved.value === null ? fail('no-number') : ok(saved.value)
}

/** A department as its slip says it: with the room of the doctor who was asked for, where the roster has one. */
function departmentOf(bench: Bench, { department: code, doctor }: Place): Department | null {
  const department = departmentHere(bench, code)
  const own = doctor === null ? [] : hoursToday(bench, { department: code, doctor })
  const hours = hoursForComer(own, localClock(bench.now()))
  if (department === null || hours === null) return department
  const room = bench.store.shared.room.get(hours.room)
  if (room === null) return { ...department, room: hours.room }
  if (!room.open) return department
  return { ...department, room: room.label, floor: room.floor, line: room.line }
}

export function departments(bench: Bench): { department: Department; left: number; next: string | null }[] {
  const { store, today } = bench
  return departmentsHere(bench).map((department) => {
    const next = store.leased.nextToken(department.code, today())
    const left = store.leased.tokensLeft(department.code, today())
    return { department, left, next: next === null ? null : tokenLabel(next) }
  })
}
