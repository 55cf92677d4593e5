import type { Medicine } from '../pharmacy/medicine.ts'
import { system } from './vocabulary.ts'

/** A medicine of the formulary as FHIR CodeableConcept; one that is not known is named by its code. */
export function medicineConcept(code: string, medicine: Pick<Medicine, 'name' | 'strength' | 'form'> | null): object {
  const display = medicine === null ? code : `${medicine.name} ${medicine.strength} ${medicine.form}`
  return { coding: [{ system: system.formulary, code, display }], text: display }
}
