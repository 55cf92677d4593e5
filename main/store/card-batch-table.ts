import { z } from 'zod'

import { CardId, JobId, OperatorId, PersonId } from '../../domain/id.ts'
import type { Database } from './database.ts'

/** Permanent cards ordered for many people; `lot` is how many go to the printer at a time, null while none do. */
export const CardBatchRow = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  clerk: OperatorId.nullable(),
  supervisor: OperatorId,
  state: z.enum(['running', 'stopped', 'done', 'undoing', 'undone']),
  lot: z.int().min(1).nullable(),
})
export type CardBatchRow = z.infer<typeof CardBatchRow>

export const CardBatchPerson = z.strictObject({
  seq: z.int(),
  personId: PersonId,
  state: z.enum(['waiting', 'ordered', 'skipped', 'cancelled']),
  why: z.enum(['has-permanent', 'no-temporary', 'gone', 'stopped']).nullable(),
  cardId: CardId.nullable(),
  /** The text of the card's QR symbol. */
  code: z.string().nullable(),
  job: JobId.nullable(),
})
export type CardBatchPerson = z.infer<typeof CardBatchPerson>
type PersonState = CardBatchPerson['state']

export interface BatchCount {
  readonly people: Readonly<Record<PersonState, number>>
  /** Ordered cards whose paper was never queued. */
  readonly unprinted: number
  /** Papers by what became of them. */
  readonly papers: Readonly<Record<'open' | 'stuck' | 'ended', number>>
}

/** Call what changes something inside a transaction. */
export interface CardBatchTable {
  add(row: CardBatchRow, people: readonly PersonId[]): void
  setState(id: string, state: CardBatchRow['state']): void
  setLot(id: string, lot: number | null): void
  setPerson(batch: string, person: CardBatchPerson): void
  /** Of everybody who still waits in it. */
  cancelWaiting(batch: string): void
  get(id: string): CardBatchRow | null
  /** The newest first. */
  recent(): readonly CardBatchRow[]
  /** The oldest that has cards to order or to cancel. */
  busy(): CardBatchRow | null
  printing(): readonly CardBatchRow[]
  people(batch: string, state: PersonState, limit: number): readonly CardBatchPerson[]
  /** Ordered, and no paper queued. */
  unprinted(batch: string, limit: number): readonly CardBatchPerson[]
  count(batch: string): BatchCount
}

const BATCH = 'id, at, clerk, supervisor, state, lot'
const PERSON = 'seq, person_id AS personId, state, why, card_id AS cardId, code, job'

/** Written out so that a test can ask SQLite for the plan of each. */
export const cardBatchSql = {
  one: `SELECT ${BATCH} FROM card_batch WHERE id = ?`,
  recent: `SELECT ${BATCH} FROM card_batch WHERE id > '' ORDER BY id DESC LIMIT 12`,
  busy: `SELECT ${BATCH} FROM card_batch WHERE state IN ('running', 'undoing') AND id > '' ORDER BY id LIMIT 1`,
  printing: `SELECT ${BATCH} FROM card_batch WHERE lot IS NOT NULL AND id > '' ORDER BY id`,
  people: `SELECT ${PERSON} FROM card_batch_person WHERE batch = ? AND state = ? ORDER BY seq LIMIT ?`,
  unprinted: `SELECT ${PERSON} FROM card_batch_person
              WHERE batch = ? AND state = 'ordered' AND job IS NULL ORDER BY seq LIMIT ?`,
  count: `SELECT b.state, b.job IS NULL AS bare, j.state AS paper, count(*) AS number
          FROM card_batch_person b LEFT JOIN print_job j ON j.id = b.job
          WHERE b.batch = ? GROUP BY b.state, bare, j.state`,
} as const

interface Counted {
  readonly state: PersonState
  readonly bare: number
  readonly paper: string | null
  readonly number: number
}

export function cardBatchTable(database: Database): CardBatchTable {
  const add = database.prepare(`INSERT INTO card_batch (${BATCH}) VALUES (@id, @at, @clerk, @supervisor, @state, @lot)`)
  const addPerson = database.prepare('INSERT INTO card_batch_person (batch, seq, person_id) VALUES (?, ?, ?)')
  const setState = database.prepare('UPDATE card_batch SET state = ? WHERE id = ?')
  const setLot = database.prepare('UPDATE card_batch SET lot = ? WHERE id = ?')
  const setPerson = database.prepare(
    `UPDATE card_batch_person SET state = @state, why = @why, card_id = @cardId, code = @code, job = @job
     WHERE batch = @batch AND seq = @seq`,
  )
  const cancel = database.prepare(
    `UPDATE card_batch_person SET state = 'cancelled' WHERE batch = ? AND state = 'waiting'`,
  )
  const one = database.prepare<[string]>(cardBatchSql.one)
  const recent = database.prepare<[]>(cardBatchSql.recent)
  const busy = database.prepare<[]>(cardBatchSql.busy)
  const printing = database.prepare<[]>(cardBatchSql.printing)
  const people = database.prepare<[string, string, number]>(cardBatchSql.people)
  const unprinted = database.prepare<[string, number]>(cardBatchSql.unprinted)
  const count = database.prepare<[string], Counted>(cardBatchSql.count)
  const rowOf = (row: unknown): CardBatchRow | null => (row === undefined ? null : CardBatchRow.parse(row))
  return {
    add(row, of) {
      add.run(row)
      for (const [seq, person] of of.entries()) addPerson.run(row.id, seq, person)
    },
    setState: (id, state) => void setState.run(state, id),
    setLot: (id, lot) => void setLot.run(lot, id),
    setPerson: (batch, { seq, state, why, cardId, code, job }) =>
      void setPerson.run({ batch, seq, state, why, cardId, code, job }),
    cancelWaiting: (batch) => void cancel.run(batch),
    get: (id) => rowOf(one.get(id)),
    recent: () => recent.all().map((row) => CardBatchRow.parse(row)),
    busy: () => rowOf(busy.get()),
    printing: () => printing.all().map((row) => CardBatchRow.parse(row)),
    people: (batch, state, limit) => people.all(batch, state, limit).map((row) => CardBatchPerson.parse(row)),
    unprinted: (batch, limit) => unprinted.all(batch, limit).map((row) => CardBatchPerson.parse(row)),
    count: (batch) => summed(count.all(batch)),
  }
}

function summed(rows: readonly Counted[]): BatchCount {
  const sum = (which: (row: Counted) => boolean) => rows.filter(which).reduce((all, { number }) => all + number, 0)
  const of = (state: PersonState) => sum((row) => row.state === state)
  const papers = rows.filter(({ bare }) => bare === 0)
  const among = (states: readonly string[]) =>
    papers.filter(({ paper }) => paper !== null && states.includes(paper)).reduce((all, row) => all + row.number, 0)
  const [open, stuck] = [among(['queued', 'sending']), among(['not-sent', 'uncertain'])]
  const all = papers.reduce((total, { number }) => total + number, 0)
  return {
    people: {
      waiting: of('waiting'),
      ordered: of('ordered'),
      skipped: of('skipped'),
      cancelled: of('cancelled'),
    },
    unprinted: sum(({ state, bare }) => state === 'ordered' && bare === 1),
    papers: { open, stuck, ended: all - open - stuck },
  }
}
