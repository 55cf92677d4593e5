import type { Prescription, PrescriptionItem } from '../pharmacy/prescription.ts'
import type { Dated } from './dated.ts'
import { dosageOf } from './dosage.ts'
import { system } from './vocabulary.ts'
import type { Identifier, Resource } from './vocabulary.ts'

/** FHIR R4's medicationrequest-status value set. */
const statuses = ['active', 'on-hold', 'cancelled', 'completed', 'entered-in-error', 'stopped', 'draft', 'unknown']

/** What is known of an item beside its prescription. */
export interface ItemFacts {
  /** The medicine as a CodeableConcept. */
  readonly medicine: object
  readonly identifier: readonly Identifier[]
  /** The right to hand it out; null while there is none. */
  /** The prescriber wants none of it any more. */
  readonly isClosed?: boolean
  readonly right: { readonly left: number; readonly version: number; readonly changedAt: string } | null
}

/** What the prescriber took back, or replaced, is stopped whatever was given of it. */
function statusOf(status: string, right: ItemFacts['right'], isClosed: boolean): string {
  if (isClosed) return 'stopped'
  if (right?.left === 0) return 'completed'
  return statuses.includes(status) ? status : 'unknown'
}

/** One item of a prescription as FHIR R4 MedicationRequest. */
export function medicationRequestOf(
  { row, version, changedAt }: Dated<Prescription>,
  item: PrescriptionItem,
  { medicine, identifier, right, isClosed = false }: ItemFacts,
): Resource<'MedicationRequest'> {
  const lastUpdated = right !== null && right.changedAt > changedAt ? right.changedAt : changedAt
  return {
    resourceType: 'MedicationRequest',
    id: item.id,
    meta: { versionId: `${version}.${right?.version ?? 0}`, lastUpdated },
    ...(row.department === '' ? {} : { extension: [{ url: system.department, valueCode: row.department }] }),
    ...(identifier.length === 0 ? {} : { identifier }),
    status: statusOf(row.status, right, isClosed),
    intent: 'order',
    medicationCodeableConcept: medicine,
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
