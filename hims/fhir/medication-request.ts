import { medicationRequestOf } from '../../domain/fhir/medication-request.ts'
import type { PrescriptionItem } from '../../domain/pharmacy/prescription.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm } from '../record/record-store.ts'
import type { Found } from '../record/record-store.ts'
import { stateOfOrder } from '../right/order-known.ts'
import { identifiersOf } from './identifier.ts'
import { conceptFor } from './medication.ts'
import type { Resource } from './resource.ts'

/** One item of a prescription as FHIR R4 MedicationRequest. */
export async function readOrder(store: Store, found: Found<'prescription'>, item: PrescriptionItem): Promise<Resource> {
  const rights = await findByTerm(store, 'right', { field: 'item', value: item.id })
  const state = await stateOfOrder(store, found.row.id)
  const identifier = await identifiersOf(store, 'MedicationRequest', item.id)
  const medicine = await conceptFor(store, item.medicine)
  // A right that moved on, or was made anew for what came back, leaves an empty one behind.
  const held =
    rights.length === 0
      ? null
      : {
          left: rights.reduce((sum, { row }) => sum + row.left, 0),
          version: rights.reduce((sum, { version }) => sum + version, 0) + Number(state.closed.has(item.id)),
          changedAt:
            rights
              .map(({ changedAt }) => changedAt)
              .toSorted()
              .at(-1) ?? found.changedAt,
        }
  return medicationRequestOf(found, item, { medicine, identifier, right: held, isClosed: state.closed.has(item.id) })
}
