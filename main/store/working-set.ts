import type { PersonId } from '../../domain/id.ts'
import type { Database } from './database.ts'
import { headCount } from './head-count.ts'

/** People who were looked up and are not of this hospital. */
export interface Guests {
  /** Call it before the row comes in: whoever is here already is no guest, or stays one longer. */
  welcome(person: PersonId, until: string): void
  /** HIMS says that they are of this hospital after all. */
  settle(people: readonly string[]): void
  isGuest(person: PersonId): boolean
}

export function guestTable(database: Database): Guests {
  const isHere = database.prepare<[string], number>('SELECT 1 FROM person WHERE id = ?')
  const guest = database.prepare<[string], number>('SELECT 1 FROM guest WHERE person_id = ?')
  const any = database.prepare<[], number>('SELECT 1 FROM guest LIMIT 1')
  const put = database.prepare('INSERT OR REPLACE INTO guest (person_id, until) VALUES (?, ?)')
  const remove = database.prepare('DELETE FROM guest WHERE person_id = ?')
  const isGuest = (person: PersonId) => guest.get(person) !== undefined
  return {
    isGuest,
    welcome(person, until) {
      if (isHere.get(person) === undefined || isGuest(person)) put.run(person, until)
    },
    settle(people) {
      if (any.get() !== undefined) for (const person of people) remove.run(person)
    },
  }
}

/** How long somebody who was looked up is kept, in milliseconds. */
export const GUEST_STAY = 24 * 3_600_000

/** What one start removed. */
export interface Pruned {
  readonly guests: number
  readonly visits: number
  readonly numbers: number
  readonly sent: number
}

export interface Pruning {
  /** One small transaction; false when nothing is left to remove. */
  step(): boolean
  soFar(): Pruned
}

/** Rows that one step removes at most: some milliseconds. */
const STEP = 100
const SENT_KEPT = 30
const DAY = 24 * 3_600_000

/** Nothing that HIMS has not taken, and nothing that such work speaks of. */
const unsent = (id: string) => `NOT EXISTS (
  SELECT 1 FROM outbox o WHERE o.state IN ('waiting', 'refused') AND instr(o.body, ${id}) > 0
)`

/** Written out so that a test can ask SQLite for the plan of each. */
export const pruningSql = {
  guests: `SELECT g.person_id FROM guest g WHERE g.until < ? AND ${unsent('g.person_id')}
             AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.person_id = g.person_id)
             AND NOT EXISTS (SELECT 1 FROM prescription p WHERE p.person_id = g.person_id)
             AND NOT EXISTS (SELECT 1 FROM emergency_supply e WHERE e.person_id = g.person_id) LIMIT ${STEP}`,
  visits: `SELECT v.id FROM visit v WHERE v.id <= ? AND ${unsent('v.id')} AND ${unsent('v.person_id')} LIMIT ${STEP}`,
} as const

/** What a terminal need not hold any more; begun at its start, and given up as soon as somebody works. */
export function pruning(database: Database, now: Date): Pruning {
  const before = (days: number) => new Date(now.getTime() - days * DAY).toISOString()
  const guests = database.prepare<[string], string>(pruningSql.guests).pluck()
  const visits = database.prepare<[string], string>(pruningSql.visits).pluck()
  // What HIMS still counts would come again with the next comparison; this clock may be wrong as well.
  const uncounted = database.prepare<[], string>('SELECT visits_after FROM comparison').pluck()
  const forget = forgetting(database)
  const removeVisit = database.prepare('DELETE FROM visit WHERE id = ?')
  const numbers = database.prepare('DELETE FROM token_block WHERE day < ?')
  const sent = database.prepare(
    `DELETE FROM outbox WHERE seq IN (SELECT seq FROM outbox WHERE state = 'acked' AND at < ? ORDER BY n LIMIT ${STEP})`,
  )
  const pruned = { guests: 0, visits: 0, numbers: 0, sent: 0 }
  const kinds: readonly (() => boolean)[] = [
    () => {
      const gone = guests.all(now.toISOString())
      gone.forEach(forget)
      pruned.guests += gone.length
      return gone.length === STEP
    },
    () => {
      const old = visits.all(uncounted.get() ?? '')
      for (const id of old) removeVisit.run(id)
      pruned.visits += old.length
      return old.length === STEP
    },
    () => {
      pruned.numbers += numbers.run(before(2).slice(0, 10)).changes
      return false
    },
    () => {
      const { changes } = sent.run(before(SENT_KEPT))
      pruned.sent += changes
      return changes === STEP
    },
  ]
  let at = 0
  return {
    soFar: () => ({ ...pruned }),
    step() {
      const kind = kinds[at]
      if (kind === undefined) return false
      if (!database.transaction(kind)()) at += 1
      return at < kinds.length
    },
  }
}

/** A person with all that came with them, and how they are found. */
function forgetting(database: Database): (person: string) => void {
  const unindex = database.prepare('DELETE FROM person_fts WHERE rowid = (SELECT pk FROM person WHERE id = ?)')
  const owned = ['allergy', 'card', 'photo'].map((table) =>
    database.prepare(`DELETE FROM "${table}" WHERE person_id = ?`),
  )
  const person = database.prepare('DELETE FROM person WHERE id = ?')
  const guest = database.prepare('DELETE FROM guest WHERE person_id = ?')
  const heads = headCount(database)
  return (id) => {
    unindex.run(id)
    for (const remove of owned) remove.run(id)
    heads.came(-person.run(id).changes)
    guest.run(id)
  }
}
