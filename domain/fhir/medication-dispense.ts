import type { Lot } from '../pharmacy/medicine.ts'
import { unitsBack } from '../pharmacy/order-state.ts'
import type { OrderState } from '../pharmacy/order-state.ts'
import type { Dispense } from '../pharmacy/prescription.ts'
import type { Dated } from './dated.ts'
import type { Resource } from './vocabulary.ts'

/** What stands beside a hand-over. */
interface Known {
  readonly medicine: object
  readonly lot: Pick<Lot, 'lot' | 'expiry'> | null
  /** What came back of it. */
  readonly back?: Pick<OrderState, 'givenBack'>
}

const backNotes = ({ id }: Dispense, { givenBack }: Pick<OrderState, 'givenBack'>): readonly string[] =>
  givenBack
    .filter(({ dispenseId }) => dispenseId === id)
    .map(({ quantity, cause, state, to, at, by }) => `${quantity} back: ${cause}, ${state}, to ${to}, ${at}, ${by}`)

/** One hand-over as FHIR R4 MedicationDispense; the batch it came from is a contained Medication. */
export function medicationDispenseOf(
  { row, version, changedAt }: Dated<Dispense>,
  { medicine, lot, back = { givenBack: [] } }: Known,
): Resource<'MedicationDispense'> {
  const mistaken = unitsBack(back, row.id, 'by-mistake')
  const notes = [...(row.reason === undefined ? [] : [row.reason]), ...backNotes(row, back)]
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
    // What was given by mistake and is at the counter again was not given.
    status: mistaken >= row.quantity ? 'entered-in-error' : 'completed',
    medicationReference: { reference: '#lot' },
    subject: { reference: `Patient/${row.personId}` },
    performer: [{ actor: { display: row.operator } }, ...(row.witness === undefined ? [] : [checker(row.witness)])],
    authorizingPrescription: [{ reference: `MedicationRequest/${row.itemId}` }],
    quantity: { value: Math.max(0, row.quantity - mistaken) || row.quantity },
    whenHandedOver: row.at,
    ...(notes.length === 0 ? {} : { note: notes.map((text) => ({ text })) }),
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
