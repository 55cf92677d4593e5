import type { Handlers } from '../../contract/channel.ts'
import type { RosterView, visitChannels, VisitView } from '../../contract/visit.ts'
import { tokenLabel } from '../../domain/hospital/token.ts'
import type { VisitStage, VisitState } from '../../domain/hospital/visit-state.ts'
import type { OperatorId } from '../../domain/id.ts'
import type { Bench } from './bench.ts'
import type { Language } from '../../domain/language.ts'
import { departmentHere, isAtWork } from './department-here.ts'
import { personHere } from './person-view.ts'
import { noteVisit } from './visit-note.ts'

/** What stands over a door; a room that is in no list is called by the number that was given. */
export const doorOf = ({ store }: Pick<Bench, 'store'>, room: string): string =>
  store.shared.room.get(room)?.label ?? room

export const nameOf = ({ store }: Pick<Bench, 'store'>, operator: OperatorId): string =>
  store.shared.operator.get(operator)?.name ?? operator

/** The name of a member of staff as a patient reads it. */
export const nameIn = ({ store }: Pick<Bench, 'store'>, operator: OperatorId, language: Language): string => {
  const row = store.shared.operator.get(operator)
  return row?.names?.[language] ?? row?.name ?? operator
}

function viewOf(bench: Bench, state: VisitState): VisitView {
  const { visit, department, doctor, room, priority, stage, calledAt, calls, reason } = state
  return {
    id: visit.id,
    label: tokenLabel(visit.token),
    department,
    doctor: doctor === null ? null : { id: doctor, name: nameOf(bench, doctor) },
    room: room === null ? null : doorOf(bench, room),
    priority,
    stage,
    calledAt,
    calls,
    openedAt: visit.openedAt,
    reason,
  }
}

/** Who sees patients today, as the roster has it. */
export const rosterToday = (bench: Bench): RosterView[] =>
  bench.store.visits
    .roster(bench.today())
    .filter(({ status, operator }) => status === 'planned' && isAtWork(bench, operator))
    .filter(({ department }) => departmentHere(bench, department) !== null)
    .map(({ operator, department, room, from, to }) => ({
      operator,
      name: nameOf(bench, operator),
      department,
      room: doorOf(bench, room),
      from,
      to,
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name))

const open: readonly VisitStage[] = ['waiting', 'called', 'absent']
const isOpen = ({ stage }: VisitState): boolean => open.includes(stage)

/** What a desk does with visits after their numbers were given. */
export const visitHandlers = (bench: Bench): Handlers<typeof visitChannels> => ({
  async 'visit.today'({ personId }) {
    const person = personHere(bench.store, personId)
    if (person === null) return []
    const states = bench.store.people
      .records(person.id)
      .flatMap((record) => bench.store.visits.ofPerson(record, bench.today()))
    return states
      .toSorted((one, other) => (one.visit.id < other.visit.id ? 1 : -1))
      .slice(0, 20)
      .map((state) => viewOf(bench, state))
  },
  'visit.roster': async () => rosterToday(bench),
  'visit.prioritise': async ({ visitId, priority }) =>
    noteVisit(bench, visitId, isOpen, { kind: 'prioritised', priority }),
  'visit.move': async ({ visitId, department, doctor }) =>
    departmentHere(bench, department) === null
      ? { kind: 'changed-meanwhile' }
      : noteVisit(bench, visitId, ({ stage }) => stage !== 'cancelled', {
          kind: 'moved',
          department,
          doctor,
          room: null,
        }),
  'visit.cancel': async ({ visitId, reason }) => noteVisit(bench, visitId, isOpen, { kind: 'cancelled', reason }),
  'visit.restore': async ({ visitId }) =>
    noteVisit(bench, visitId, ({ stage }) => stage === 'cancelled', { kind: 'restored' }),
})
