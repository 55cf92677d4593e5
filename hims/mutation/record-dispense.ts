import { giveFault } from '../../domain/pharmacy/give-fault.ts'
import type { Lot, StockEvent } from '../../domain/pharmacy/medicine.ts'
import type { Dispense, Prescription, Right } from '../../domain/pharmacy/prescription.ts'
import { judgeSpend, spent } from '../../domain/pharmacy/right-rule.ts'
import { unreachable } from '../../domain/result.ts'
import { findRecord, own, ownAt, putRecord } from '../record/record-store.ts'
import { giveNotice } from '../right/notice.ts'
import { completeWhenGiven } from '../right/order-end.ts'
import { park, waitsBefore } from '../right/parked.ts'
import { askForMore } from '../stock/ask-for-more.ts'
import { dayInDelhi } from '../world.ts'
import { alreadyKept, applied, appliedAs, refused, waits } from './outcome.ts'
import type { Applying, ByBearer, Keep, Outcome, Refusal, Waits } from './outcome.ts'

/** Medicine was handed over: the right shrinks by it, and the lot's stock with it. */
export async function recordDispense(applying: Applying, keep: Keep<Dispense>): Promise<Outcome> {
  const { row, incoming } = keep
  const outcome = await dispensed(applying, keep, row.id)
  if (outcome.kind !== 'waits') return outcome
  const said = { kind: 'dispense.recorded', dispense: incoming.whole }
  return park(applying, { mutation: row.id, right_id: row.rightId, said }, outcome)
}

/** The same without parking, for one that is tried again. */
export async function dispensed(
  applying: ByBearer,
  { row, incoming }: Keep<Dispense>,
  mutation: string,
): Promise<Outcome | Waits> {
  const { store, terminal, at } = applying
  if (row.terminal !== terminal.id) return refused('other-terminal')
  const before = await findRecord(store, 'dispense', row.id)
  if (before !== null) return alreadyKept(before.row, row)
  if (await waitsBefore(store, row.rightId, mutation)) return waits('earlier', row.rightId)
  const right = (await findRecord(store, 'right', row.rightId))?.row
  if (right === undefined) return waits('right', row.rightId)
  const prescription = (await findRecord(store, 'prescription', row.prescriptionId))?.row
  if (prescription === undefined) return waits('prescription', row.prescriptionId)
  const lot = (await findRecord(store, 'lot', row.lotId))?.row ?? null
  const wrong = mismatch(row, right, prescription, lot)
  if (wrong !== null) return refused(wrong)
  const verdict = judgeSpend(right, row.quantity, { terminal: terminal.id, epoch: terminal.epoch })
  switch (verdict) {
    case 'not-held':
      return refused('right-not-held')
    case 'over':
      return refused('over-right')
    case 'fits':
    case 'late':
      break
    default:
      return unreachable(verdict)
  }
  await putRecord(store, incoming, at)
  await putRecord(store, own({ table: 'right', row: spent(right, row.quantity) }), at)
  await putRecord(store, ownAt(terminal.facility, { table: 'stock_event', row: stockEventOf(row) }), at)
  await completeWhenGiven(store, prescription, at)
  if (lot !== null) await askForMore(store, { medicine: lot.medicine, hospital: terminal.facility }, at)
  const isFaulty = await noteFault(applying, row, lot)
  if (verdict === 'fits') return lot === null || isFaulty ? appliedAs('review') : applied
  const detail = `given under an epoch before ${terminal.epoch}, by right ${right.id}`
  await giveNotice(store, { id: row.id, noted_at: at, kind: 'late', terminal: terminal.id, subject: row.id, detail })
  return appliedAs('review')
}

/** It left the shelf, so it counts; a supervisor hears of a lot that was held and of a listed medicine that one person gave. */
async function noteFault({ store, terminal, at }: ByBearer, row: Dispense, lot: Lot | null): Promise<boolean> {
  const mark = (await findRecord(store, 'lot_mark', row.lotId))?.row ?? null
  const medicine = lot === null ? null : ((await findRecord(store, 'medicine', lot.medicine))?.row ?? null)
  const fault = giveFault(row, { lot, mark, medicine }, dayInDelhi(Date.parse(row.at)))
  if (fault === null) return false
  const detail = `${fault}: ${row.quantity} × ${lot?.medicine ?? row.lotId}, lot ${lot?.lot ?? row.lotId}`
  const { id } = row
  await giveNotice(store, { id, noted_at: at, kind: 'contradicts', terminal: terminal.id, subject: id, detail })
  return true
}

function mismatch(row: Dispense, right: Right, prescription: Prescription, lot: Lot | null): Refusal | null {
  const item = prescription.items.find(({ id }) => id === row.itemId)
  const same =
    right.itemId === row.itemId && right.prescriptionId === row.prescriptionId && prescription.personId === row.personId
  if (!same || item === undefined) return 'right-differs'
  // A lot that is not known here yet says nothing about its medicine; its stock is right as soon as it comes.
  return lot === null || lot.medicine === item.medicine ? null : 'wrong-medicine'
}

/** The stock event of a dispense bears its id, so that the terminal that gave it counts it once. */
const stockEventOf = ({ id, lotId, quantity, at }: Dispense): StockEvent => ({
  id,
  lotId,
  delta: -quantity,
  reason: 'dispensed',
  at,
})
