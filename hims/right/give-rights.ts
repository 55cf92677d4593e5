import { uuidV7, PrescriptionId, PrescriptionItemId, RightId, TerminalId } from '../../domain/id.ts'
import type { Prescription, Right } from '../../domain/pharmacy/prescription.ts'
import { mayDispense } from '../../domain/pharmacy/right-rule.ts'
import type { Store, UngivenRightTable } from '../database/schema.ts'
import { findByTerm, findRecord, own, putRecord } from '../record/record-store.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { endOwed, owe, reviveOwed, takeOwed } from './owed.ts'
import { isHeld } from './grant-hold.ts'
import { retryParked } from './parked.ts'
import { firstHolder } from './policy.ts'
import type { Holder } from './policy.ts'

/**
 * Notes what nobody may give out yet of a prescription as it now is; `before` is what it was, when it is edited. More is
 * owed at once; less is taken from what nobody holds, and else its holder gives no more than is ordered now.
 */
export async function oweRights(
  store: Store,
  prescription: Prescription,
  before: Prescription | null = null,
): Promise<void> {
  const { id, items } = prescription
  if (mayDispense(prescription)) await reviveOwed(store, id)
  for (const item of items) {
    const earlier = before?.items.find((each) => each.id === item.id)
    const changed = earlier === undefined ? 0 : item.quantity - earlier.quantity
    const known = await isAccounted(store, item.id)
    const more = known ? changed : item.quantity
    await owe(store, { item: item.id, prescription: id, units: mayDispense(prescription) || known ? more : 0 })
    if (known && changed < 0) await takeOwed(store, item.id, -changed)
  }
  if (!mayDispense(prescription)) await endOwed(store, id)
}

/** Whether the units of an item are in somebody's right already, or owed. */
async function isAccounted(store: Store, item: string): Promise<boolean> {
  if ((await findByTerm(store, 'right', { field: 'item', value: item })).length > 0) return true
  const owed = await store.selectFrom('ungiven_right').select('item').where('item', '=', item).executeTakeFirst()
  if (owed !== undefined) return true
  return (
    (await store.selectFrom('ended_right').select('item').where('item', '=', item).executeTakeFirst()) !== undefined
  )
}

/** A right that came from elsewhere settles what HIMS owed for its item. */
export const settleRight = async (store: Store, itemId: string): Promise<void> => {
  await store.deleteFrom('ungiven_right').where('item', '=', itemId).execute()
}

/** Makes a right to units that nobody holds; it belongs to this holder in this epoch until it is empty. */
export async function grant(
  store: Store,
  { item, prescription, units }: UngivenRightTable,
  holder: Holder,
  { id, at }: { readonly id: string; readonly at: string },
): Promise<Right> {
  const row: Right = {
    id: RightId.parse(id),
    itemId: PrescriptionItemId.parse(item),
    prescriptionId: PrescriptionId.parse(prescription),
    left: units,
    holder: TerminalId.parse(holder.id),
    epoch: holder.epoch,
  }
  await putRecord(store, own({ table: 'right', row }), at)
  return row
}

/** Gives every right that nobody holds to its first holder, and takes up again what waited for them. */
export async function giveRights(store: Store, world: HimsWorld): Promise<void> {
  const at = moment(world.now())
  const holders = new Map<string, Holder | null>()
  for (const owed of await store.selectFrom('ungiven_right').selectAll().orderBy('item').execute()) {
    const { prescription } = owed
    if (!holders.has(prescription)) {
      const row = (await findRecord(store, 'prescription', prescription))?.row
      holders.set(prescription, row === undefined || !mayDispense(row) ? null : await firstHolder(store, row))
    }
    const holder = holders.get(prescription) ?? null
    if (holder === null || (await isHeld(store, holder.id, world))) continue
    await grant(store, owed, holder, { id: uuidV7(world.now(), world.random(10)), at })
    await settleRight(store, owed.item)
  }
  await retryParked(store, at)
}
