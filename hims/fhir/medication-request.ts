import type { PrescriptionItem } from '../../domain/pharmacy/prescription.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm } from '../record/record-store.ts'
import type { Found } from '../record/record-store.ts'
import { dosageOf } from './dosage.ts'
import { identifiersOf } from './identifier.ts'
import { medicineConcept } from './medication.ts'
import { system } from './vocabulary.ts'
import type { Resource } from './vocabulary.ts'

/** FHIR R4's medicationrequest-status value set. */
const statuses = ['active', 'on-hold', 'cancelled', 'completed', 'entered-in-error', 'stopped', 'draft', 'unknown']

/** One item of a prescription as FHIR R4 MedicationRequest. */
export async function medicationRequestOf(
  store: Store,
  { row, version, changedAt }: Found<'prescription'>,
  item: PrescriptionItem,
): Promise<Resource> {
  const [right] = await findByTerm(store, 'right', { field: 'item', value: item.id })
  const identifier = await identifiersOf(store, 'MedicationRequest', item.id)
  const lastUpdated = right !== undefined && right.changedAt > changedAt ? right.changedAt : changedAt
  return {
    resourceType: 'MedicationRequest',
    id: item.id,
    meta: { versionId: `${version}.${right?.version ?? 0}`, lastUpdated },
    ...(row.department === '' ? {} : { extension: [{ url: system.department, valueCode: row.department }] }),
    ...(identifier.length === 0 ? {} : { identifier }),
    status: right?.row.left === 0 ? 'completed' : statuses.includes(row.status) ? row.status : 'unknown',
    intent: 'order',
    medicationCodeableConcept: await medicineConcept(store, item.medicine),
    subject: { reference: `Patient/${row.personId}` },
    authoredOn: row.writtenAt,
    ...(row.prescriber === '' ? {} : { requester: { display: row.prescriber } }),
    groupIdentifier: { system: system.prescription, value: row.id },
    dosageInstruction: dosageOf(item.dose),
    dispenseRequest: {
      quantity: { value: item.quantity },
      expectedSupplyDuration: { value: item.days, unit: 'days', system: system.units, code: 'd' },
    },
  }
}
