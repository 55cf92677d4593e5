import type { StockEvent } from '../../domain/pharmacy/medicine.ts'
import type { Dispense, Prescription, Right } from '../../domain/pharmacy/prescription.ts'
import { findByTerm, findRecord, own, putRecord, wholeRow } from '../record/record-store.ts'
import { applied, refused } from './outcome.ts'
import type { Applying, Keep, Outcome, Refusal } from './outcome.ts'

/** Medicine was handed over: the right shrinks by it, and the lot's stock with it. */
export async function recordDispense(applying: Applying, { row, incoming }: Keep<Dispense>): Promise<Outcome> {
  const { store, terminal, at } = applying
  if (row.terminal !== terminal.id) return refused('other-terminal')
  if ((await findRecord(store, 'dispense', row.id)) !== null) return refused('already-exists')
  const right = (await findRecord(store, 'right', row.rightId))?.row
  if (right === undefined) return refused('unknown-right')
  // A right under an older epoch may have been spent by a copy of this terminal that nobody can ask any more.
  if (right.holder !== terminal.id || right.epoch !== terminal.epoch) return refused('right-not-held')
  if (row.quantity > right.left) return refused('over-right')
  const prescription = (await findRecord(store, 'prescription', row.prescriptionId))?.row
  const wrong = await mismatch(applying, row, right, prescription)
  if (wrong !== null || prescription === undefined) return refused(wrong ?? 'right-differs')
  await putRecord(store, incoming, at)
  await putRecord(store, own({ table: 'right', row: { ...right, left: right.left - row.quantity } }), at)
  await putRecord(store, own({ table: 'stock_event', row: stockEventOf(row) }), at)
  await completeWhenGiven(applying, prescription)
  return applied
}

async function mismatch(
  { store }: Applying,
  row: Dispense,
  right: Right,
  prescription: Prescription | undefined,
): Promise<Refusal | null> {
  const item = prescription?.items.find(({ id }) => id === row.itemId)
  const same =
    right.itemId === row.itemId &&
    right.prescriptionId === row.prescriptionId &&
    prescription?.personId === row.personId
  if (!same || item === undefined) return 'right-differs'
  const lot = (await findRecord(store, 'lot', row.lotId))?.row
  if (lot === undefined) return 'unknown-lot'
  return lot.medicine === item.medicine ? null : 'wrong-medicine'
}

/** The stock event of a dispense bears its id, so that the terminal that gave it counts it once. */
const stockEventOf = ({ id, lotId, quantity, at }: Dispense): StockEvent => ({
  id,
  lotId,
  delta: -quantity,
  reason: 'dispensed',
  at,
})

async function completeWhenGiven({ store, at }: Applying, prescription: Prescription): Promise<void> {
  for (const item of prescription.items) {
    const rights = await findByTerm(store, 'right', { field: 'item', value: item.id })
    if (rights.length === 0 || rights.some(({ row }) => row.left > 0)) return
  }
  const whole = await wholeRow(store, 'prescription', prescription.id)
  await putRecord(
    store,
    {
      known: { table: 'prescription', row: { ...prescription, status: 'completed' } },
      whole: { ...whole, status: 'completed' },
    },
    at,
  )
}
