import type { Lot } from '../pharmacy/medicine.ts'
import type { Dispense } from '../pharmacy/prescription.ts'
import type { Dated } from './dated.ts'
import type { Resource } from './vocabulary.ts'

/** One hand-over as FHIR R4 MedicationDispense; the batch it came from is a contained Medication. */
export function medicationDispenseOf(
  { row, version, changedAt }: Dated<Dispense>,
  { medicine, lot }: { readonly medicine: object; readonly lot: Pick<Lot, 'lot' | 'expiry'> | null },
): Resource<'MedicationDispense'> {
  return {
    resourceType: 'MedicationDispense',
    id: row.id,
    meta: { versionId: String(version), lastUpdated: changedAt },
    contained: [
      {
        resourceType: 'Medication',
        id: 'lot',
        code: medicine,
        ...(lot === null ? {} : { batch: { lotNumber: lot.lot, expirationDate: lot.expiry } }),
      },
    ],
    status: 'completed',
    medicationReference: { reference: '#lot' },
    subject: { reference: `Patient/${row.personId}` },
    performer: [{ actor: { display: row.operator } }, ...(row.witness === undefined ? [] : [checker(row.witness)])],
    authorizingPrescription: [{ reference: `MedicationRequest/${row.itemId}` }],
    quantity: { value: row.quantity },
    whenHandedOver: row.at,
    ...(row.reason === undefined ? {} : { note: [{ text: row.reason }] }),
  }
}

/** The second person, by HL7's functions of a performer. */
export const checker = (name: string) => ({
  function: {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/medicationdispense-performer-function', code: 'checker' },
    ],
  },
  actor: { display: name },
})
