import type { PrescriptionItemId } from '../../domain/id.ts'
import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import { mayDispense } from '../../domain/pharmacy/right-rule.ts'
import type { Store, UngivenRightTable } from '../database/schema.ts'
import { findByTerm } from '../record/record-store.ts'
import { givenOf, stateOfOrder } from './order-known.ts'

/** Adds units that nobody may give out yet. */
export async function owe(store: Store, { item, prescription, units }: UngivenRightTable): Promise<void> {
  if (units <= 0) return
  await store
    .insertInto('ungiven_right')
    .values({ item, prescription, units })
    .onConflict((conflict) =>
      conflict.column('item').doUpdateSet((row) => ({ units: row('ungiven_right.units', '+', units) })),
    )
    .execute()
}

/** Takes units of an item from those that nobody holds; gives how many there were, at most `most`. */
export async function takeOwed(store: Store, item: string, most: number): Promise<number> {
  const owed = await store.selectFrom('ungiven_right').select('units').where('item', '=', item).executeTakeFirst()
  const units = Math.min(owed?.units ?? 0, Math.max(0, most))
  if (owed === undefined || units === 0) return 0
  if (units === owed.units) await store.deleteFrom('ungiven_right').where('item', '=', item).execute()
  else
    await store
      .updateTable('ungiven_right')
      .set({ units: owed.units - units })
      .where('item', '=', item)
      .execute()
  return units
}

export const owedOf = (store: Store, prescription: string): Promise<readonly UngivenRightTable[]> =>
  store.selectFrom('ungiven_right').selectAll().where('prescription', '=', prescription).orderBy('item').execute()

/** A prescription ended: what nobody holds of it is not given to anybody any more. */
export async function endOwed(store: Store, prescription: string): Promise<void> {
  for (const { item, units } of await owedOf(store, prescription)) await end(store, { item, prescription, units })
  await store.deleteFrom('ungiven_right').where('prescription', '=', prescription).execute()
}

/** Sets units aside that belong to a prescription which ended. */
export async function end(store: Store, { item, prescription, units }: UngivenRightTable): Promise<void> {
  if (units <= 0) return
  await store
    .insertInto('ended_right')
    .values({ item, prescription, units })
    .onConflict((conflict) =>
      conflict.column('item').doUpdateSet((row) => ({ units: row('ended_right.units', '+', units) })),
    )
    .execute()
}

/** It was taken up again: what was set aside is owed as before, but for items that the prescriber took back. */
export async function reviveOwed(store: Store, prescription: string): Promise<void> {
  const { closed } = await stateOfOrder(store, prescription)
  const ended = await store.selectFrom('ended_right').selectAll().where('prescription', '=', prescription).execute()
  for (const row of ended.filter(({ item }) => !closed.has(item))) {
    await owe(store, row)
    await store.deleteFrom('ended_right').where('item', '=', row.item).execute()
  }
}

/** Units that may still be given by anybody, beside those that one right allows: less than were ordered when an order was cut. */
export async function roomFor(store: Store, order: Prescription, itemId: PrescriptionItemId): Promise<number> {
  const ordered = order.items.find(({ id }) => id === itemId)?.quantity ?? 0
  const term = { field: 'item', value: itemId } as const
  const held = (await findByTerm(store, 'right', term)).reduce((sum, { row }) => sum + row.left, 0)
  const given = await givenOf(store, order, itemId)
  const owed = await store.selectFrom('ungiven_right').select('units').where('item', '=', itemId).executeTakeFirst()
  return Math.max(0, ordered - held - given - (owed?.units ?? 0))
}

/** Whether every unit of a prescription has been given: no right allows more, and none waits. */
export async function isAllGiven(store: Store, { id, items, ...prescription }: Prescription): Promise<boolean> {
  if (!mayDispense(prescription) || (await owedOf(store, id)).length > 0) return false
  for (const item of items) {
    const rights = await findByTerm(store, 'right', { field: 'item', value: item.id })
    if (rights.some(({ row }) => row.left > 0)) return false
    if (rights.length === 0 && !(await stateOfOrder(store, id)).closed.has(item.id)) return false
  }
  return true
}
