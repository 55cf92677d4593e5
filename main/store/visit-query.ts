import type { Roster } from '../../domain/hospital/roster.ts'
import type { Visit } from '../../domain/hospital/token.ts'
import type { VisitEvent } from '../../domain/hospital/visit-event.ts'
import { visitState } from '../../domain/hospital/visit-state.ts'
import type { VisitState } from '../../domain/hospital/visit-state.ts'
import type { PersonId } from '../../domain/id.ts'
import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import type { Database } from './database.ts'
import { readRow } from './shared-table.ts'

/** A room that somebody took for a day. */
export interface Seat {
  readonly operator: string
  readonly day: string
  readonly room: string
  readonly department: string
}

export interface VisitQuery {
  /** Where one visit stands; null for one that is not here. */
  state(id: string): VisitState | null
  /** Everybody who came to a department on a day, or was sent on to it since. */
  ofDepartment(department: string, day: string): readonly VisitState[]
  /** Everybody who came to the hospital on a day. */
  ofDay(day: string): readonly VisitState[]
  ofPerson(person: PersonId, day: string): readonly VisitState[]
  roster(day: string): readonly Roster[]
  /** Orders of everybody, the newest first. */
  writtenLately(limit: number): readonly Prescription[]
  seat(): Seat | null
  /** Call it inside a transaction. */
  sit(seat: Seat): void
  /** The pharmacy counter that was enrolled last, which is where rights go first; null before HIMS has said. */
  newestCounter(): { readonly terminal: string; readonly label: string } | null
}

type Body = { readonly body: string }

/** Written out so that a test can ask SQLite for the plan of each. */
export const visitSql = {
  visit: 'SELECT body FROM visit WHERE id = ?',
  events: 'SELECT body FROM visit_event WHERE visit_id = ?',
  ofDepartment: 'SELECT body FROM visit WHERE department = ? AND day = ?',
  movedTo: `SELECT v.body FROM visit_event e JOIN visit v ON v.id = e.visit_id
            WHERE e.moved_to = ? AND e.at >= ? AND v.day = ?`,
  ofDay: 'SELECT body FROM visit WHERE day = ?',
  eventsOfDay: 'SELECT e.body FROM visit v JOIN visit_event e ON e.visit_id = v.id WHERE v.day = ?',
  ofPerson: 'SELECT body FROM visit WHERE person_id = ? AND opened_at >= ?',
  roster: 'SELECT body FROM roster WHERE day = ?',
  writtenLately: `SELECT body FROM prescription WHERE written_at > '' ORDER BY written_at DESC LIMIT ?`,
  newestCounter: `SELECT terminal, label FROM counter WHERE terminal > '' ORDER BY terminal DESC LIMIT 1`,
} as const

/** A day of the hospital's clock begins this much before that of UTC. */
const OFFSET = 5.5 * 3_600_000
/** Clocks of desks may be this far off. */
const SLACK = 3 * 3_600_000
const beginning = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET - SLACK).toISOString()

const visitsIn = (rows: readonly Body[]): readonly Visit[] => rows.map(({ body }) => readRow('visit', body))
const eventsIn = (rows: readonly Body[]): readonly VisitEvent[] => rows.map(({ body }) => readRow('visit_event', body))

export function visitQuery(database: Database): VisitQuery {
  const visit = database.prepare<[string], Body>(visitSql.visit)
  const events = database.prepare<[string], Body>(visitSql.events)
  const ofDepartment = database.prepare<[string, string], Body>(visitSql.ofDepartment)
  const movedTo = database.prepare<[string, string, string], Body>(visitSql.movedTo)
  const ofDay = database.prepare<[string], Body>(visitSql.ofDay)
  const eventsOfDay = database.prepare<[string], Body>(visitSql.eventsOfDay)
  const ofPerson = database.prepare<[string, string], Body>(visitSql.ofPerson)
  const roster = database.prepare<[string], Body>(visitSql.roster)
  const writtenLately = database.prepare<[number], Body>(visitSql.writtenLately)
  const newestCounter = database.prepare<[], { readonly terminal: string; readonly label: string }>(
    visitSql.newestCounter,
  )
  const seat = database.prepare<[], Seat>('SELECT operator, day, room, department FROM seat')
  const sit = database.prepare(
    'INSERT OR REPLACE INTO seat (only_row, operator, day, room, department) VALUES (1, ?, ?, ?, ?)',
  )

  const stateOf = (each: Visit): VisitState => visitState(each, eventsIn(events.all(each.id)))

  return {
    state(id) {
      const row = visit.get(id)
      return row === undefined ? null : stateOf(readRow('visit', row.body))
    },
    ofDepartment(department, day) {
      const own = visitsIn(ofDepartment.all(department, day))
      const sent = visitsIn(movedTo.all(department, beginning(day), day))
      return [...new Map([...own, ...sent].map((each) => [each.id, each])).values()].map(stateOf)
    },
    ofDay(day) {
      const noted = Map.groupBy(eventsIn(eventsOfDay.all(day)), ({ visitId }) => visitId)
      return visitsIn(ofDay.all(day)).map((each) => visitState(each, noted.get(each.id) ?? []))
    },
    ofPerson: (person, day) =>
      visitsIn(ofPerson.all(person, beginning(day)))
        .filter(({ token }) => token.day === day)
        .map(stateOf),
    roster: (day) => roster.all(day).map(({ body }) => readRow('roster', body)),
    writtenLately: (limit) => writtenLately.all(limit).map(({ body }) => readRow('prescription', body)),
    seat: () => seat.get() ?? null,
    sit: ({ operator, day, room, department }) => void sit.run(operator, day, room, department),
    newestCounter: () => newestCounter.get() ?? null,
  }
}
