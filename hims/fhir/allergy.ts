import { allergyIntoleranceOf } from '../../domain/fhir/allergy.ts'
import type { Store } from '../database/schema.ts'
import type { Found } from '../record/record-store.ts'
import { identifiersOf } from './identifier.ts'
import type { Resource } from './resource.ts'

/** An allergy as FHIR R4 AllergyIntolerance. */
export const readAllergy = async (store: Store, found: Found<'allergy'>): Promise<Resource> =>
  allergyIntoleranceOf(found, await identifiersOf(store, 'AllergyIntolerance', found.row.id))
