import { supplyFault } from '../../domain/pharmacy/emergency-rule.ts'
import type { EmergencySupply } from '../../domain/pharmacy/emergency-supply.ts'
import type { StockEvent } from '../../domain/pharmacy/medicine.ts'
import { joinFacility } from '../record/member.ts'
import { findRecord, ownAt, putRecord } from '../record/record-store.ts'
import { giveNotice } from '../right/notice.ts'
import { askForMore } from '../stock/ask-for-more.ts'
import { alreadyKept, applied, appliedAs, refused } from './outcome.ts'
import type { Applying, Keep, Outcome } from './outcome.ts'

/**
 * Medicine was given without a right. It is a fact and kept whatever it breaks; a supervisor sees each one, and what was
 * against a rule says so. No right and no dispensing knows of it.
 */
export async function supplyEmergency(
  { store, terminal, at }: Applying,
  { row, incoming }: Keep<EmergencySupply>,
): Promise<Outcome> {
  if (row.terminal !== terminal.id) return refused('other-terminal')
  const before = await findRecord(store, 'emergency_supply', row.id)
  if (before !== null) return alreadyKept(before.row, row)
  const medicine = (await findRecord(store, 'medicine', row.medicine))?.row ?? null
  const prescription =
    row.prescriptionId === null ? null : ((await findRecord(store, 'prescription', row.prescriptionId))?.row ?? null)
  const item = prescription?.items.find((each) => each.medicine === row.medicine) ?? null
  const fault = supplyFault(row, medicine, item)
  // Whoever was given something here is held here, though their registration may still be on its way.
  await joinFacility(store, terminal.facility, row.personId)
  await putRecord(store, incoming, at)
  await putRecord(store, ownAt(terminal.facility, { table: 'stock_event', row: stockEventOf(row) }), at)
  await askForMore(store, { medicine: row.medicine, hospital: terminal.facility }, at)
  const detail = `${fault ?? 'within the rules'}: ${row.quantity} × ${row.medicine} (${row.reason})`
  const { id } = row
  await giveNotice(store, { id, noted_at: at, kind: 'supply', terminal: terminal.id, subject: id, detail })
  return fault === null ? applied : appliedAs('review')
}

/** Bears the supply's id, so that the terminal that gave it counts it once. */
const stockEventOf = ({ id, lotId, quantity, at }: EmergencySupply): StockEvent => ({
  id,
  lotId,
  delta: -quantity,
  reason: 'dispensed',
  at,
})
