import { medicationRequestOf } from '../../domain/fhir/medication-request.ts'
import type { PrescriptionItem } from '../../domain/pharmacy/prescription.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm } from '../record/record-store.ts'
import type { Found } from '../record/record-store.ts'
import { identifiersOf } from './identifier.ts'
import { conceptFor } from './medication.ts'
import type { Resource } from './resource.ts'

/** One item of a prescription as FHIR R4 MedicationRequest. */
export async function readOrder(store: Store, found: Found<'prescription'>, item: PrescriptionItem): Promise<Resource> {
  const [right] = await findByTerm(store, 'right', { field: 'item', value: item.id })
  const identifier = await identifiersOf(store, 'MedicationRequest', item.id)
  const medicine = await conceptFor(store, item.medicine)
  const held = right === undefined ? null : { left: right.row.left, version: right.version, changedAt: right.changedAt }
  return medicationRequestOf(found, item, { medicine, identifier, right: held })
}
