import { orderState, unitsBack } from '../../domain/pharmacy/order-state.ts'
import type { OrderState } from '../../domain/pharmacy/order-state.ts'
import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm } from '../record/record-store.ts'

/** Where a prescription stands by everything that HIMS has heard of it. */
export async function stateOfOrder(store: Store, prescription: string): Promise<OrderState> {
  const events = await findByTerm(store, 'order_event', { field: 'prescription', value: prescription })
  return orderState(events.map(({ row }) => row))
}

/** Units of an item that were given and are not at the counter again. */
export async function givenOf(store: Store, { id }: Pick<Prescription, 'id'>, item: string): Promise<number> {
  const given = await findByTerm(store, 'dispense', { field: 'item', value: item })
  const state = await stateOfOrder(store, id)
  return given.reduce((sum, { row }) => sum + row.quantity - unitsBack(state, row.id, 'by-mistake'), 0)
}
