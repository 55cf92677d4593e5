import type { Department } from '../../domain/hospital/facility.ts'
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
import { initialsOf } from './initials.ts'
import { localClock, localMinute } from './local-time.ts'

export interface Issued {
  readonly visit: Visit
  readonly label: string
  readonly job: JobId
  readonly department: Department
  readonly expected: TokenSlip['expected']
}

/** The text of a slip's QR is this and the visit's id. */
export const VISIT_PREFIX = 'DLV1:'

/** A rough figure for one consultation, until the rooms say how fast they are. */
const MINUTES_EACH = 3
/** Who came this long ago has been seen, as far as a desk can tell. */
const QUEUE_WINDOW = 2 * 3_600_000

/** One number of this terminal's own block, the visit, and its slip in the printer's queue: all or nothing. */
export function issueToken(
  bench: Bench,
  person: Person,
  departmentCode: string,
  language: Language,
): Result<Issued, 'no-number' | 'disk-full'> {
  const { store } = bench
  const { terminal, facility, label: counter } = store.device.read()
  const department = store.shared.department.get(departmentCode)
  if (department === null || terminal === null || facility === null) return fail('no-number')
  const now = bench.now()
  const expected = expectation(bench, departmentCode, now)
  const saved = bench.save((write) => {
    const token = store.leased.takeToken(departmentCode, bench.today())
    if (token === null) return null
    const id = VisitId.parse(bench.newId())
    const visit: Visit = { id, personId: person.id, token, openedAt: write.at, terminal }
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

/** People before × minutes each, as a span of five-minute steps; null where too few came to know anything. */
function expectation({ store, today }: Bench, department: string, now: Date): TokenSlip['expected'] {
  const since = new Date(now.getTime() - QUEUE_WINDOW).toISOString()
  const before = store.leased.queueSince(department, today(), since)
  if (before === 0) return null
  const at = (minutes: number) => localClock(roundUp(new Date(now.getTime() + minutes * 60_000)))
  return { from: at(before * MINUTES_EACH * 0.7), to: at(before * MINUTES_EACH * 1.3 + 5), before }
}

const STEP = 5 * 60_000
const roundUp = (date: Date): Date => new Date(Math.ceil(date.getTime() / STEP) * STEP)

export function departments({ store, today }: Bench): { department: Department; left: number; next: string | null }[] {
  return store.shared.department.all().map((department) => {
    const next = store.leased.nextToken(department.code, today())
    const left = store.leased.tokensLeft(department.code, today())
    return { department, left, next: next === null ? null : tokenLabel(next) }
  })
}
