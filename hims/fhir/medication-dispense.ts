import { medicationDispenseOf } from '../../domain/fhir/medication-dispense.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm, findRecord } from '../record/record-store.ts'
import type { Found } from '../record/record-store.ts'
import { stateOfOrder } from '../right/order-known.ts'
import { conceptFor } from './medication.ts'
import type { Resource } from './resource.ts'

/** One hand-over as FHIR R4 MedicationDispense. */
export async function readDispense(store: Store, found: Found<'dispense'>): Promise<Resource> {
  const { lotId, itemId } = found.row
  const lot = (await findRecord(store, 'lot', lotId))?.row ?? null
  const [order] = await findByTerm(store, 'prescription', { field: 'item', value: itemId })
  const medicine = lot?.medicine ?? order?.row.items.find(({ id }) => id === itemId)?.medicine ?? 'unknown'
  const back = await stateOfOrder(store, found.row.prescriptionId)
  return medicationDispenseOf(found, { medicine: await conceptFor(store, medicine), lot, back })
}
