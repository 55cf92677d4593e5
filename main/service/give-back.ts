import type { z } from 'zod'

import type { HandOver, orderChannels } from '../../contract/order.ts'
import { RightId } from '../../domain/id.ts'
import type { OperatorId, PersonId } from '../../domain/id.ts'
import { isControlled } from '../../domain/pharmacy/controlled.ts'
import { placeFor, stockBack } from '../../domain/pharmacy/give-back-rule.ts'
import { unitsBack } from '../../domain/pharmacy/order-state.ts'
import type { Dispense } from '../../domain/pharmacy/prescription.ts'
import { mayDispense } from '../../domain/pharmacy/right-rule.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Bench } from './bench.ts'
import { orderHere, writeOrder } from './order-note.ts'
import type { OrderHere } from './order-note.ts'
import type { SessionKeeper } from './session.ts'
import { nameOf } from './visit-desk.ts'

type Channel = (typeof orderChannels)['back.take']
type Asked = z.output<Channel['input']>
type Answer = z.output<Channel['output']>
type Refused = Extract<Answer, { kind: 'refused' }>['reason']

const MOST_PRESCRIPTIONS = 20
const MOST_LISTED = 40

/** What was given to a person lately and has not come back, the newest first. */
export function handOvers(bench: Bench, person: PersonId): HandOver[] {
  const { store } = bench
  const me = store.device.read().terminal
  return store.pharmacy
    .prescriptions(person, MOST_PRESCRIPTIONS)
    .flatMap(({ items }) => items.flatMap((item) => store.pharmacy.dispenses(item.id)))
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, MOST_LISTED)
    .flatMap(({ id, prescriptionId, lotId, quantity, at, operator, terminal }) => {
      const lot = store.shared.lot.get(lotId)
      const medicine = lot === null ? null : store.shared.medicine.get(lot.medicine)
      if (lot === null || medicine === null) return []
      const by = nameOf(bench, operator)
      const known = { dispenseId: id, prescriptionId, medicine, lot: lot.lot, units: quantity, at, by }
      return [{ ...known, isHere: terminal === me, isControlled: isControlled(medicine) }]
    })
}

/** Takes back what came over the counter; of a listed medicine a second person puts their PIN to it. */
export async function takeBackOver(
  bench: Bench,
  session: Pick<SessionKeeper, 'confirm'>,
  asked: Asked,
): Promise<Answer> {
  const first = checked(bench, asked)
  if (!first.ok) return { kind: 'refused', reason: first.problem }
  if (asked.second === undefined || !first.value.isListed) return write(bench, asked, first.value, null)
  const witness = await session.confirm(asked.second.witness, asked.second.pin)
  if (witness.kind !== 'unlocked') return witness
  // Looked at again: some of it may have come back while the PIN was worked out.
  const now = checked(bench, asked)
  return now.ok ? write(bench, asked, now.value, asked.second.witness) : { kind: 'refused', reason: now.problem }
}

interface Checked {
  readonly order: OrderHere
  readonly dispense: Dispense
  readonly isListed: boolean
}

function checked(bench: Bench, { dispenseId, quantity, cause, second }: Asked): Result<Checked, Refused> {
  const { shared } = bench.store
  const dispense = shared.dispense.get(dispenseId)
  const order = dispense === null ? null : orderHere(bench, dispense.prescriptionId)
  const lot = dispense === null ? null : shared.lot.get(dispense.lotId)
  const medicine = lot === null ? null : shared.medicine.get(lot.medicine)
  if (dispense === null || order === null || medicine === null) return fail('unknown')
  if (quantity > dispense.quantity - unitsBack(order.state, dispense.id)) return fail('more-than-given')
  const isHere = dispense.terminal === order.speaker.terminal && !bench.store.pharmacy.giver().locked
  if (cause === 'by-mistake' && !isHere) return fail('not-here')
  const isListed = isControlled(medicine)
  if (isListed && second === undefined) return fail('two-persons')
  if (isListed && second?.witness === order.speaker.by) return fail('one-person')
  return ok({ order, dispense, isListed })
}

/** Ledger, event and, when it was a mistake, the right to give it anew: one commit. */
function write(
  bench: Bench,
  { quantity, cause, state }: Asked,
  { order, dispense }: Checked,
  witness: OperatorId | null,
): Answer {
  const { id: dispenseId, rightId, itemId, prescriptionId, lotId } = dispense
  const to = placeFor({ cause, state })
  const { prescription } = order
  const isMistake = cause === 'by-mistake'
  const saved = bench.save((save) => {
    const said = {
      kind: 'given-back',
      dispenseId,
      rightId,
      itemId,
      lotId,
      quantity,
      cause,
      state,
      to,
      witness,
    } as const
    writeOrder({ bench, write: save }, order, said, (event) => {
      if (event.kind !== 'given-back') return
      for (const row of stockBack(event)) save.put('stock_event', row)
      if (!isMistake) return
      const { terminal, epoch } = bench.store.pharmacy.giver()
      const id = RightId.parse(event.id)
      const holder = order.speaker.terminal
      if (terminal === holder) save.put('right', { id, itemId, prescriptionId, left: quantity, holder, epoch })
      if (prescription.status === 'completed') save.put('prescription', { ...prescription, status: 'active' })
    })
    if (witness !== null) save.audit('medicine.witnessed', dispenseId)
  })
  if (!saved.ok) return { kind: 'not-saved', cause: saved.problem }
  const isOpen = prescription.status === 'completed' || mayDispense(prescription)
  return { kind: 'taken', to, mayGiveAgain: isMistake && isOpen && !order.state.closed.has(itemId) }
}
