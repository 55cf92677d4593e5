import type { PersonId } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import type { Database } from './database.ts'
import { readRow } from './shared-table.ts'

/** A day, from when and until when it is. */
interface Span {
  readonly day: string
  readonly from: string
  readonly to: string
}

/** Whom a permanent card may be ordered for; both leave out who has one that serves, and who already waits for one. */
export interface CardBatchQuery {
  /** Whose temporary card ends before a day, those that end first before the others. */
  endingBefore(day: string, today: string, limit: number): readonly Person[]
  /** Who was registered within a span and had a visit on that day, or was registered at this desk. */
  registered(span: Span, today: string, limit: number): readonly Person[]
}

type Body = { readonly body: string }

const isFree = (person: string) => `
  NOT EXISTS (SELECT 1 FROM card o WHERE o.person_id = ${person} AND o.body ->> '$.term' = 'permanent'
              AND o.body ->> '$.status' IN ('active', 'suspended') AND o.body ->> '$.expires' >= ?)
  AND NOT EXISTS (SELECT 1 FROM card_batch_person w WHERE w.person_id = ${person} AND w.state = 'waiting')`
/** The words of the index of a day's deeds. */
const deedsOfDay = `(deed GLOB 'card.*' OR deed GLOB 'visit.*' OR deed GLOB '*.replaced-card' OR deed = 'person.registered')`

/** Written out so that a test can ask SQLite for the plan of each. */
export const cardBatchPeopleSql = {
  endingBefore: `SELECT p.body FROM card c JOIN person p ON p.id = c.person_id
    WHERE c.body ->> '$.term' IS NOT 'permanent' AND c.body ->> '$.status' = 'active'
      AND c.body ->> '$.expires' < ? AND ${isFree('c.person_id')}
    ORDER BY c.body ->> '$.expires' LIMIT ?`,
  registered: `SELECT p.body FROM person p
    WHERE p.id IN (SELECT person_id FROM visit WHERE day = ?
                   UNION SELECT subject FROM audit
                   WHERE ${deedsOfDay} AND at >= ? AND at < ? AND deed = 'person.registered')
      AND p.body ->> '$.registeredAt' >= ? AND p.body ->> '$.registeredAt' < ?
      AND EXISTS (SELECT 1 FROM card c WHERE c.person_id = p.id AND c.body ->> '$.status' = 'active')
      AND ${isFree('p.id')}
    ORDER BY p.body ->> '$.registeredAt' LIMIT ?`,
} as const

export function cardBatchQuery(database: Database): CardBatchQuery {
  const ending = database.prepare<[string, string, number], Body>(cardBatchPeopleSql.endingBefore)
  const registered = database.prepare<[string, string, string, string, string, string, number], Body>(
    cardBatchPeopleSql.registered,
  )
  const people = (rows: readonly Body[]) => once(rows.map(({ body }) => readRow('person', body)))
  return {
    endingBefore: (day, today, limit) => people(ending.all(day, today, limit)),
    registered: ({ day, from, to }, today, limit) => people(registered.all(day, from, to, from, to, today, limit)),
  }
}

/** Somebody may have two temporary cards. */
function once(people: readonly Person[]): readonly Person[] {
  const seen = new Set<PersonId>()
  return people.filter(({ id }) => !seen.has(id) && seen.add(id))
}
