import { mayBecome } from '../../domain/card/card-status.ts'
import { notDue } from '../../domain/card/needs-permanent.ts'
import { shortCode } from '../../domain/card/short-code.ts'
import type { Facility } from '../../domain/hospital/facility.ts'
import { unreachable } from '../../domain/result.ts'
import { cardBatchTable } from '../store/card-batch-table.ts'
import type { CardBatchPerson, CardBatchRow, CardBatchTable } from '../store/card-batch-table.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'
import { cardPaper } from './card-paper.ts'
import { giveCard, printPaper, stepCard } from './make-card.ts'
import { personHere } from './person-view.ts'
import type { Timers } from './world.ts'

/** Works off what was ordered, one person a commit, between two questions of the people at the desk. */
export interface BatchRunner {
  /** There may be something to do. */
  wake(): void
  /** Why the batch in hand does not go on by itself just now. */
  held(): 'no-blank' | 'disk-full' | null
  close(): void
}

/** Milliseconds between two people, so that whoever stands at the desk is served in between. */
const BETWEEN = 10
/** Until cards may have come, room may be on the disk, or the printer may have taken what it has. */
const LATER = 1000

/** What one person came to. `later`: only something else than this batch can help. */
type Came = 'next' | 'no-blank' | 'disk-full'

const NOTHING_MORE = { details: false, emergency: false, face: false } as const
/** Why a card was cancelled, as HIMS and the audit log keep it. */
const UNDONE = 'batch of permanent cards undone'

/** Whatever a terminal that was killed had begun is gone on with by the next `wake`. */
export function batchRunner(
  bench: Bench,
  { timers, report }: { readonly timers: Timers; readonly report: (fault: unknown, where: string) => void },
): BatchRunner {
  const table = cardBatchTable(bench.store.database)
  let cancel: (() => void) | null = null
  let closed = false
  let held: 'no-blank' | 'disk-full' | null = null
  const due = (milliseconds: number): void => {
    cancel?.()
    cancel = closed ? null : timers.after(milliseconds, turn)
  }
  const turn = (): void => {
    cancel = null
    if (closed) return
    try {
      const row = table.busy()
      const came = row === null ? null : workOn(bench, table, row)
      held = came === 'next' ? null : came
      for (const printing of table.printing()) feed(bench, table, printing)
      if (came === 'next') due(BETWEEN)
      else if (came !== null || table.printing().length > 0) due(LATER)
    } catch (fault) {
      report(fault, 'card batch')
    }
  }
  return {
    wake: () => due(0),
    held: () => held,
    close() {
      closed = true
      cancel?.()
    },
  }
}

function workOn(bench: Bench, table: CardBatchTable, row: CardBatchRow): Came {
  const wanted = row.state === 'undoing' ? 'ordered' : 'waiting'
  const [person] = table.people(row.id, wanted, 1)
  const saved = bench.save((write): Came => {
    if (person === undefined) table.setState(row.id, row.state === 'undoing' ? 'undone' : 'done')
    else if (row.state === 'undoing') cancelOne(bench, table, write, { batch: row.id, person })
    else return orderOne(bench, table, write, { batch: row.id, person })
    return 'next'
  })
  return saved.ok ? saved.value : saved.problem
}

interface One {
  readonly batch: string
  readonly person: CardBatchPerson
}

/** Looks at the person's cards in the same commit: whoever got a permanent one meanwhile gets no second. */
function orderOne(bench: Bench, table: CardBatchTable, write: Write, { batch, person }: One): Came {
  const { store } = bench
  const { facility } = store.device.read()
  const who = personHere(store, person.personId)
  const why = who === null ? 'gone' : notDue(store.people.cards(who.id), bench.today())
  if (who === null || why !== null) {
    table.setPerson(batch, { ...person, state: 'skipped', why })
    return 'next'
  }
  const blank = facility === null ? null : store.leased.takeCard(bench.today(), 'permanent')
  if (facility === null || blank === null) return 'no-blank'
  const order = { person: who, language: who.language, wishes: NOTHING_MORE }
  const { card, code } = giveCard(bench, write, blank, order, facility)
  table.setPerson(batch, { ...person, state: 'ordered', cardId: card.cardId, code })
  return 'next'
}

function cancelOne(bench: Bench, table: CardBatchTable, write: Write, { batch, person }: One): void {
  const card = person.cardId === null ? null : bench.store.shared.card.get(person.cardId)
  if (card !== null && mayBecome(card.status, 'revoked')) stepCard(bench, write, card, 'revoked', UNDONE)
  table.setPerson(batch, { ...person, state: 'cancelled' })
}

/** The next few papers, when the printer has nothing of this batch and nothing of it needs a person. */
function feed(bench: Bench, table: CardBatchTable, { id, lot, state }: CardBatchRow): void {
  const { papers } = table.count(id)
  const { facility } = bench.store.device.read()
  if (lot === null || facility === null || papers.open + papers.stuck > 0) return
  const next = table.unprinted(id, lot)
  bench.save((write) => {
    for (const person of next) printOne(bench, table, write, { batch: id, person }, facility)
    if (next.length === 0 && !isBusy(state)) table.setLot(id, null)
  })
}

function isBusy(state: CardBatchRow['state']): boolean {
  switch (state) {
    case 'running':
    case 'undoing':
      return true
    case 'stopped':
    case 'done':
    case 'undone':
      return false
    default:
      return unreachable(state)
  }
}

/** A card that was stopped since it was ordered is not worth its paper. */
function printOne(bench: Bench, table: CardBatchTable, write: Write, { batch, person }: One, facility: Facility): void {
  const { store } = bench
  const card = person.cardId === null ? null : store.shared.card.get(person.cardId)
  const who = personHere(store, person.personId)
  if (card === null || who === null || person.code === null || card.status !== 'active') {
    table.setPerson(batch, { ...person, state: 'skipped', why: 'stopped' })
    return
  }
  const toPrint = { person: who, card, code: person.code, facility, language: who.language, face: false }
  const job = printPaper(bench, write, cardPaper(toPrint), shortCode(card.cardId))
  table.setPerson(batch, { ...person, job })
}
