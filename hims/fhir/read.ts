import { unreachable } from '../../domain/result.ts'
import type { RecordTable, Store } from '../database/schema.ts'
import { findByTerm, findRecord, foundOf } from '../record/record-store.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { allergyIntoleranceOf } from './allergy.ts'
import { identifiersOf } from './identifier.ts'
import { medicationDispenseOf } from './medication-dispense.ts'
import { medicationRequestOf } from './medication-request.ts'
import { patientOf } from './patient.ts'
import type { Resource, ResourceType } from './vocabulary.ts'

/** The table behind each resource; a prescription holds several medication requests. */
export const tableOf: Readonly<Record<ResourceType, TableName>> = {
  Patient: 'person',
  MedicationRequest: 'prescription',
  MedicationDispense: 'dispense',
  AllergyIntolerance: 'allergy',
}

/** The resources that one stored record makes. */
export async function resourcesOf(store: Store, type: ResourceType, record: RecordTable): Promise<readonly Resource[]> {
  switch (type) {
    case 'Patient': {
      const found = foundOf('person', record)
      return found === null ? [] : [patientOf(found, await identifiersOf(store, 'Patient', found.row.id))]
    }
    case 'MedicationRequest': {
      const found = foundOf('prescription', record)
      const requests: Resource[] = []
      for (const item of found?.row.items ?? []) {
        if (found !== null) requests.push(await medicationRequestOf(store, found, item))
      }
      return requests
    }
    case 'MedicationDispense': {
      const found = foundOf('dispense', record)
      return found === null ? [] : [await medicationDispenseOf(store, found)]
    }
    case 'AllergyIntolerance': {
      const found = foundOf('allergy', record)
      return found === null ? [] : [await allergyIntoleranceOf(store, found)]
    }
    default:
      return unreachable(type)
  }
}

/** One resource by its id, or null. */
export async function readResource(store: Store, type: ResourceType, id: string): Promise<Resource | null> {
  switch (type) {
    case 'Patient': {
      const found = await findRecord(store, 'person', id)
      return found === null ? null : patientOf(found, await identifiersOf(store, 'Patient', id))
    }
    case 'MedicationRequest': {
      const [found] = await findByTerm(store, 'prescription', { field: 'item', value: id })
      const item = found?.row.items.find((one) => one.id === id)
      return found === undefined || item === undefined ? null : medicationRequestOf(store, found, item)
    }
    case 'MedicationDispense': {
      const found = await findRecord(store, 'dispense', id)
      return found === null ? null : medicationDispenseOf(store, found)
    }
    case 'AllergyIntolerance': {
      const found = await findRecord(store, 'allergy', id)
      return found === null ? null : allergyIntoleranceOf(store, found)
    }
    default:
      return unreachable(type)
  }
}
