import type { z } from 'zod'

import { MOST_IN_BATCH } from '../../contract/batch.ts'
import type { batchChannels, BatchView } from '../../contract/batch.ts'
import type { Handlers } from '../../contract/channel.ts'
import { notDue } from '../../domain/card/needs-permanent.ts'
import { shortCode } from '../../domain/card/short-code.ts'
import type { PersonId } from '../../domain/id.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import { unreachable } from '../../domain/result.ts'
import { cardBatchQuery } from '../store/card-batch-query.ts'
import type { CardBatchQuery } from '../store/card-batch-query.ts'
import { cardBatchTable } from '../store/card-batch-table.ts'
import type { CardBatchRow, CardBatchTable } from '../store/card-batch-table.ts'
import { onePerPerson } from '../store/linked-query.ts'
import type { Bench } from './bench.ts'
import type { BatchRunner } from './card-batch-run.ts'
import { wholeDay } from './day-ledger.ts'
import { personHere } from './person-view.ts'
import { nameOf } from './visit-desk.ts'

type Channels = typeof batchChannels
type Asked<Name extends keyof Channels> = z.output<Channels[Name]['input']>
type Told<Name extends keyof Channels> = z.input<Channels[Name]['output']>
type Step = Asked<'batch.step'>['step']

interface Work {
  readonly bench: Bench
  readonly table: CardBatchTable
  readonly runner: BatchRunner
}

const MOST_NAMED = 20

/** Permanent cards for many people: chosen, ordered by a supervisor's word, followed, undone, printed. */
export function batchHandlers(bench: Bench, runner: BatchRunner): Handlers<Channels> {
  const { database } = bench.store
  const query = cardBatchQuery(database)
  const work: Work = { bench, table: cardBatchTable(database), runner }
  return {
    'batch.people': async (asked) => peopleDue(bench, query, asked),
    'batch.order': async ({ people }) => order(work, people),
    'batch.open': async ({ id }) => openBatch(work, id),
    'batch.step': async (asked) => step(work, asked),
  }
}

function peopleDue(bench: Bench, query: CardBatchQuery, { by, day }: Asked<'batch.people'>): Told<'batch.people'> {
  const { store, today } = bench
  const limit = MOST_IN_BATCH + 1
  const found =
    by === 'ends-before' ? query.endingBefore(day, today(), limit) : query.registered(wholeDay(day), today(), limit)
  const people = onePerPerson(found, store.people).flatMap((person) => {
    const cards = store.people.cards(person.id)
    const card = cards.find(({ term, status }) => term === 'temporary' && status === 'active')
    if (card === undefined || notDue(cards, today()) !== null) return []
    const { cardId, expires } = card
    return [{ person, age: ageOn(person.birth, today()), shortCode: shortCode(cardId), expires }]
  })
  return {
    people: people.slice(0, MOST_IN_BATCH),
    more: found.length === limit,
    left: store.leased.cardsLeft('permanent'),
  }
}

function order({ bench, table, runner }: Work, people: readonly PersonId[]): Told<'batch.order'> {
  const supervisor = bench.supervisor()
  if (supervisor === null) return { kind: 'ask-supervisor' }
  const session = bench.session()
  const id = bench.newId()
  const saved = bench.save((write) => {
    const clerk = session.kind === 'unlocked' ? session.operator : null
    table.add({ id, at: write.at, clerk, supervisor, state: 'running', lot: null }, [...new Set(people)])
    write.audit('batch.ordered', `${id} ${supervisor}`)
  })
  if (!saved.ok) return { kind: 'not-saved', cause: saved.problem }
  runner.wake()
  return { kind: 'ordered', id }
}

function openBatch(work: Work, id: string | null): Told<'batch.open'> {
  const rows = work.table.recent()
  const row = id === null ? (rows[0] ?? null) : work.table.get(id)
  return {
    batch: row === null ? null : viewOf(work, row),
    others: rows.filter((each) => each.id !== row?.id).map((each) => headOf(work, each)),
  }
}

function headOf({ bench, table }: Work, { id, at, clerk, supervisor, state }: CardBatchRow) {
  const { people } = table.count(id)
  return {
    id,
    at,
    state,
    supervisor: nameOf(bench, supervisor),
    clerk: clerk === null || clerk === supervisor ? null : nameOf(bench, clerk),
    people: people.waiting + people.ordered + people.skipped + people.cancelled,
  }
}

function viewOf(work: Work, row: CardBatchRow): BatchView {
  const { bench, table, runner } = work
  const { people, unprinted, papers } = table.count(row.id)
  const { waiting, ordered, skipped, cancelled } = people
  const held = row.state === 'running' ? runner.held() : null
  const who = (id: PersonId) => personHere(bench.store, id)?.name.latin ?? '–'
  return {
    ...headOf(work, row),
    waiting,
    ordered,
    skipped,
    cancelled,
    leftOut: table
      .people(row.id, 'skipped', MOST_NAMED)
      .map(({ personId, why }) => ({ name: who(personId), why: why ?? 'gone' })),
    twice: table
      .people(row.id, 'ordered', MOST_IN_BATCH)
      .filter(({ personId }) => hasTwo(bench, personId))
      .map(({ personId }) => who(personId)),
    noBlanks: held === 'no-blank',
    diskFull: held === 'disk-full',
    lot: row.lot,
    unprinted,
    printed: papers.ended,
    atPrinter: papers.open,
    stuck: papers.stuck,
  }
}

const hasTwo = ({ store }: Bench, id: Person['id']): boolean =>
  store.people.cards(id).filter(({ term, status }) => term === 'permanent' && status === 'active').length > 1

function step({ bench, table, runner }: Work, { id, step: wanted }: Asked<'batch.step'>): Told<'batch.step'> {
  const row = table.get(id)
  if (row === null || !mayStep(table, row, wanted)) return { kind: 'not-allowed' }
  if (wanted.kind === 'undo' && bench.supervisor() === null) return { kind: 'ask-supervisor' }
  const saved = bench.save((write) => {
    take(table, row, wanted)
    write.audit(`batch.${wanted.kind}`, id)
  })
  if (!saved.ok) return { kind: 'not-saved', cause: saved.problem }
  runner.wake()
  return { kind: 'noted' }
}

function mayStep(table: CardBatchTable, { id, state, lot }: CardBatchRow, { kind }: Step): boolean {
  const { people, unprinted } = table.count(id)
  const isUndone = state === 'undoing' || state === 'undone'
  switch (kind) {
    case 'stop':
      return state === 'running'
    case 'go-on':
      return state === 'stopped'
    case 'undo':
      // What went to the printer may be in somebody's hand.
      return !isUndone && lot === null && unprinted === people.ordered && people.ordered + people.waiting > 0
    case 'print':
      return !isUndone && lot === null && unprinted > 0
    case 'stop-printing':
      return lot !== null
    default:
      return unreachable(kind)
  }
}

function take(table: CardBatchTable, { id }: CardBatchRow, wanted: Step): void {
  switch (wanted.kind) {
    case 'stop':
      return table.setState(id, 'stopped')
    case 'go-on':
      return table.setState(id, 'running')
    case 'undo':
      table.cancelWaiting(id)
      return table.setState(id, 'undoing')
    case 'print':
      return table.setLot(id, wanted.lot)
    case 'stop-printing':
      return table.setLot(id, null)
    default:
      return unreachable(wanted)
  }
}
