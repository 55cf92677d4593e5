import type { BoardRow } from '../../contract/order.ts'
import { tokenLabel } from '../../domain/hospital/token.ts'
import type { PersonId, PrescriptionId } from '../../domain/id.ts'
import { openQuestions } from '../../domain/pharmacy/order-state.ts'
import type { OrderState, Picking } from '../../domain/pharmacy/order-state.ts'
import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import { mayDispense, mayGive } from '../../domain/pharmacy/right-rule.ts'
import type { Bench } from './bench.ts'
import { callToCounter } from './counter-call.ts'
import { noteOrder } from './order-note.ts'
import type { Noted } from './order-note.ts'
import { personHere } from './person-view.ts'

const MOST = 200
/** Many were given and have not been heard of as ended. */
const LOOKED_AT = 600
/** What was written longer ago is found by the person, not by the board. */
const SHOWN_FOR = 36 * 3_600_000

/** Prescriptions that wait, the oldest first: what is ready before the person comes, and who picks what. */
export function pickBoard(bench: Bench): BoardRow[] {
  const since = new Date(bench.now().getTime() - SHOWN_FOR).toISOString()
  const rows: BoardRow[] = []
  for (const prescription of bench.store.orders.openSince(since, LOOKED_AT)) {
    const row = rows.length < MOST ? rowOf(bench, prescription) : null
    if (row !== null) rows.push(row)
  }
  // Where more wait than a board holds, whoever came last is more likely to be in the hall.
  return rows.toReversed()
}

function rowOf(bench: Bench, prescription: Prescription): BoardRow | null {
  const { pharmacy: records, orders } = bench.store
  const { id, items, personId, writtenAt } = prescription
  const state = orders.state(id)
  const open = items.filter((item) => !state.closed.has(item.id) && records.given(item.id) < item.quantity)
  if (open.length === 0) return null
  const lastGiven =
    items
      .flatMap((item) => records.dispenses(item.id).map(({ at }) => at))
      .toSorted()
      .at(-1) ?? null
  const person = personHere(bench.store, personId)
  const picking = pickingNow(state, lastGiven)
  return {
    prescriptionId: id,
    personId: person?.id ?? personId,
    name: person?.name ?? null,
    token: tokenToday(bench, person?.id ?? personId),
    writtenAt,
    open: open.length,
    ...stageOf(state, picking, lastGiven, writtenAt),
    picker: picking === null ? null : pickerOf(bench, picking),
    ...holderOf(bench, prescription),
  }
}

/** Who picked it has given it: what is left of it is to be picked anew. */
const pickingNow = ({ picking }: OrderState, lastGiven: string | null): Picking | null =>
  picking !== null && lastGiven !== null && lastGiven > picking.at ? null : picking

function stageOf(
  state: OrderState,
  picking: Picking | null,
  lastGiven: string | null,
  writtenAt: string,
): Pick<BoardRow, 'state' | 'since'> {
  const [first] = openQuestions(state)
  if (first !== undefined) return { state: 'asked', since: first.asked.at }
  if (picking !== null) return { state: picking.stage, since: picking.at }
  const answer = state.questions.findLast((question) => question.answer !== null)?.answer ?? null
  if (answer !== null && (lastGiven === null || answer.at > lastGiven)) return { state: 'answered', since: answer.at }
  return lastGiven === null ? { state: 'to-pick', since: writtenAt } : { state: 'part', since: lastGiven }
}

function pickerOf(bench: Bench, { terminal, by }: Picking): NonNullable<BoardRow['picker']> {
  const { store } = bench
  const known = store.shared.operator.get(by)
  const isHere = store.device.read().terminal === terminal
  return { name: known?.name ?? by, counter: isHere ? null : store.counters.label(terminal), isHere }
}

function holderOf({ store }: Bench, { id }: Prescription): Pick<BoardRow, 'isHere' | 'holder'> {
  const me = store.pharmacy.giver()
  const rights = store.pharmacy.rightsOf(id).filter(({ left }) => left > 0)
  const isHere = rights.some((right) => mayGive(right, me) > 0)
  const other = rights.find(({ holder }) => holder !== me.terminal)
  return { isHere, holder: isHere || other === undefined ? null : store.counters.label(other.holder) }
}

/** The number that this person has in their hand today; the pharmacy calls them by the same one. */
export function tokenToday({ store, today }: Bench, person: PersonId): string | null {
  const visit = store.people.visits(person, 5).find(({ token }) => token.day === today())
  return visit === undefined ? null : tokenLabel(visit.token)
}

/** Says how far the picking is. Only who holds the right picks, and nobody what another has taken. */
export const noteOnBoard = (
  bench: Bench,
  id: PrescriptionId,
  kind: 'picking' | 'laid-down' | 'picked' | 'called',
): Noted =>
  noteOrder(
    bench,
    id,
    ({ prescription, state: { picking }, speaker }) =>
      mayDispense(prescription) &&
      holderOf(bench, prescription).isHere &&
      (picking === null ? kind === 'picking' || kind === 'picked' : picking.terminal === speaker.terminal),
    { kind },
    (write, { prescription: { personId }, speaker }) => {
      if (kind === 'called') callToCounter({ bench, write }, personId, speaker)
    },
  )
