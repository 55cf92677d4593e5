import type { Store } from '../database/schema.ts'
import { findByTerm, findRecord } from '../record/record-store.ts'
import type { Found } from '../record/record-store.ts'
import { medicineConcept } from './medication.ts'
import type { Resource } from './vocabulary.ts'

/** One hand-over as FHIR R4 MedicationDispense; the batch it came from is a contained Medication. */
export async function medicationDispenseOf(
  store: Store,
  { row, version, changedAt }: Found<'dispense'>,
): Promise<Resource> {
  const lot = (await findRecord(store, 'lot', row.lotId))?.row
  const [order] = await findByTerm(store, 'prescription', { field: 'item', value: row.itemId })
  const medicine = lot?.medicine ?? order?.row.items.find(({ id }) => id === row.itemId)?.medicine ?? 'unknown'
  return {
    resourceType: 'MedicationDispense',
    id: row.id,
    meta: { versionId: String(version), lastUpdated: changedAt },
    contained: [
      {
        resourceType: 'Medication',
        id: 'lot',
        code: await medicineConcept(store, medicine),
        ...(lot === undefined ? {} : { batch: { lotNumber: lot.lot, expirationDate: lot.expiry } }),
      },
    ],
    status: 'completed',
    medicationReference: { reference: '#lot' },
    subject: { reference: `Patient/${row.personId}` },
    performer: [{ actor: { display: row.operator } }],
    authorizingPrescription: [{ reference: `MedicationRequest/${row.itemId}` }],
    quantity: { value: row.quantity },
    whenHandedOver: row.at,
  }
}
