import { uuidV7, PrescriptionId, PrescriptionItemId, RightId, TerminalId } from '../../domain/id.ts'
import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm, own, putRecord } from '../record/record-store.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'

/** Notes the items of a prescription that nobody may give out yet. */
export async function oweRights(store: Store, prescription: Prescription): Promise<void> {
  if (prescription.status !== 'active') return
  for (const item of prescription.items) {
    if ((await findByTerm(store, 'right', { field: 'item', value: item.id })).length > 0) continue
    await store
      .insertInto('ungiven_right')
      .values({ item: item.id, prescription: prescription.id, units: item.quantity })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** A right that came from elsewhere settles what HIMS owed for its item. */
export const settleRight = async (store: Store, itemId: string): Promise<void> => {
  await store.deleteFrom('ungiven_right').where('item', '=', itemId).execute()
}

export interface Holder {
  readonly id: string
  readonly epoch: number
}

/** The pharmacy that rights go to: the one enrolled last, because an earlier one may have been replaced by it. */
export async function newestPharmacy(store: Store): Promise<Holder | null> {
  const pharmacy = await store
    .selectFrom('terminal')
    .select(['id', 'epoch'])
    .where('role', '=', 'pharmacy')
    .where('retired_at', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return pharmacy ?? null
}

/** Gives every right that nobody holds to a pharmacy; where there is none, they wait for one. */
export async function giveRights(store: Store, { now, random }: HimsWorld): Promise<void> {
  const pharmacy = await newestPharmacy(store)
  if (pharmacy === null) return
  for (const owed of await store.selectFrom('ungiven_right').selectAll().orderBy('item').execute()) {
    const row = {
      id: RightId.parse(uuidV7(now(), random(10))),
      itemId: PrescriptionItemId.parse(owed.item),
      prescriptionId: PrescriptionId.parse(owed.prescription),
      left: owed.units,
      holder: TerminalId.parse(pharmacy.id),
      epoch: pharmacy.epoch,
    }
    await putRecord(store, own({ table: 'right', row }), moment(now()))
    await settleRight(store, owed.item)
  }
}
