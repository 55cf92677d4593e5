import { medicineConcept } from '../../domain/fhir/medicine-concept.ts'
import type { Store } from '../database/schema.ts'
import { findRecord } from '../record/record-store.ts'

/** A medicine of the formulary as FHIR CodeableConcept, by its code. */
export const conceptFor = async (store: Store, code: string): Promise<object> =>
  medicineConcept(code, (await findRecord(store, 'medicine', code))?.row ?? null)
