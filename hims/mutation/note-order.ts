import { stockBack } from '../../domain/pharmacy/give-back-rule.ts'
import type { OrderEvent, OrderEventOf } from '../../domain/pharmacy/order-event.ts'
import { isAllClosed, unitsBack } from '../../domain/pharmacy/order-state.ts'
import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import { mayDispense } from '../../domain/pharmacy/right-rule.ts'
import { unreachable } from '../../domain/result.ts'
import type { HimsRole } from '../../domain/wire/sync.ts'
import { findRecord, ownAt, putRecord } from '../record/record-store.ts'
import { grant } from '../right/give-rights.ts'
import { completeWhenGiven, setStatus } from '../right/order-end.ts'
import { stateOfOrder } from '../right/order-known.ts'
import { end, endOwed, owedOf, takeOwed } from '../right/owed.ts'
import { askForMore } from '../stock/ask-for-more.ts'
import { alreadyKept, applied, refused, waits } from './outcome.ts'
import type { Applying, Keep, Outcome, Waits } from './outcome.ts'

/** Who may say what: questions come from counters, and only a prescriber's room answers them. */
const speakers: Readonly<Record<OrderEvent['kind'], HimsRole>> = {
  asked: 'pharmacy',
  withdrawn: 'pharmacy',
  picking: 'pharmacy',
  'laid-down': 'pharmacy',
  picked: 'pharmacy',
  called: 'pharmacy',
  'given-back': 'pharmacy',
  answered: 'doctor',
  'taken-back': 'doctor',
}

/** Something happened to a prescription. Events are facts: whatever order they come in, all are kept. */
export async function noteOrder(applying: Applying, { row, incoming }: Keep<OrderEvent>): Promise<Outcome | Waits> {
  const { store, terminal, at } = applying
  if (speakers[row.kind] !== terminal.role) return refused('role-may-not')
  if (row.terminal !== terminal.id) return refused('other-terminal')
  const before = await findRecord(store, 'order_event', row.id)
  if (before !== null) return alreadyKept(before.row, row)
  const prescription = (await findRecord(store, 'prescription', row.prescriptionId))?.row
  if (prescription === undefined) return waits('prescription', row.prescriptionId)
  switch (row.kind) {
    case 'given-back':
      return takeBackOver(applying, { row, incoming }, prescription)
    case 'answered':
    case 'taken-back':
      await putRecord(store, incoming, at)
      await endClosed(applying, prescription)
      return applied
    case 'asked':
    case 'withdrawn':
    case 'picking':
    case 'laid-down':
    case 'picked':
    case 'called':
      await putRecord(store, incoming, at)
      return applied
    default:
      return unreachable(row)
  }
}

/** What nobody holds of closed items ends at once; whoever holds a right to them gives it back. */
async function endClosed({ store, at }: Applying, prescription: Prescription): Promise<void> {
  const { id } = prescription
  const state = await stateOfOrder(store, id)
  for (const { item, units } of await owedOf(store, id)) {
    if (state.closed.has(item)) await end(store, { item, prescription: id, units: await takeOwed(store, item, units) })
  }
  if (!mayDispense(prescription)) return
  if (!isAllClosed(state, prescription)) return completeWhenGiven(store, prescription, at)
  await setStatus(store, prescription, 'stopped', at)
  await endOwed(store, id)
}

/**
 * Medicine came back. What was given by mistake may be given anew: the counter has a right to it that bears the event's id,
 * so that it, a hub and HIMS make the same one.
 */
async function takeBackOver(
  { store, terminal, at }: Applying,
  { row, incoming }: Keep<OrderEventOf<'given-back'>>,
  prescription: Prescription,
): Promise<Outcome | Waits> {
  const dispense = (await findRecord(store, 'dispense', row.dispenseId))?.row
  if (dispense === undefined) return waits('earlier', row.rightId)
  const isSame =
    dispense.lotId === row.lotId && dispense.itemId === row.itemId && dispense.prescriptionId === row.prescriptionId
  if (!isSame) return refused('right-differs')
  const before = await stateOfOrder(store, prescription.id)
  if (unitsBack(before, dispense.id) + row.quantity > dispense.quantity) return refused('over-right')
  const isMistake = row.cause === 'by-mistake'
  // Only the counter that gave it still has it before its eyes.
  if (isMistake && dispense.terminal !== terminal.id) return refused('right-not-held')
  await putRecord(store, incoming, at)
  for (const event of stockBack(row)) {
    await putRecord(store, ownAt(terminal.facility, { table: 'stock_event', row: event }), at)
  }
  if (isMistake) {
    const owed = { item: row.itemId, prescription: prescription.id, units: row.quantity }
    await grant(store, owed, { id: terminal.id, epoch: terminal.epoch }, { id: row.id, at })
    if (prescription.status === 'completed') await setStatus(store, prescription, 'active', at)
  }
  const lot = (await findRecord(store, 'lot', row.lotId))?.row
  if (lot !== undefined) await askForMore(store, { medicine: lot.medicine, hospital: terminal.facility }, at)
  return applied
}
