import type { Store } from '../database/schema.ts'
import { findRecord } from '../record/record-store.ts'
import { system } from './vocabulary.ts'

/** A medicine of the formulary as FHIR CodeableConcept. */
export async function medicineConcept(store: Store, code: string): Promise<object> {
  const medicine = (await findRecord(store, 'medicine', code))?.row
  const display = medicine === undefined ? code : `${medicine.name} ${medicine.strength} ${medicine.form}`
  return { coding: [{ system: system.formulary, code, display }], text: display }
}
