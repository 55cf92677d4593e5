import { unreachable } from '../../domain/result.ts'
import { findResource, findResources } from '../clinical/resource-store.ts'
import type { RecordTable, Store } from '../database/schema.ts'
import { findByTerm, findRecord, foundOf } from '../record/record-store.ts'
import type { Found } from '../record/record-store.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { auditEventById, provenanceById } from './audit/read-audit.ts'
import { readAllergy } from './allergy.ts'
import { besideType, withBeside } from './beside.ts'
import { identifiersOf } from './identifier.ts'
import { readDispense } from './medication-dispense.ts'
import { readOrder } from './medication-request.ts'
import { linksOf } from './patient-link.ts'
import { coverageResource } from '../../domain/fhir/coverage.ts'
import { patientOf } from '../../domain/fhir/patient.ts'
import { relatedPersonOf } from '../../domain/fhir/related-person.ts'
import { profiled } from './profile.ts'
import { healthcareServiceOf, locationOf, medicationOf, organizationOf, roomOf } from '../../domain/fhir/place.ts'
import { practitionerOf, practitionerRoleOf, scheduleOf, slotPlace, slotsOf } from '../../domain/fhir/staff.ts'
import { readQuestion } from './question-task.ts'
import { resourceOf } from './stored-resource.ts'
import { readDelivery, readSupplyRequest } from './supply.ts'
import { typeTable } from './type-table.ts'
import type { ResourceType } from './type-table.ts'
import type { Resource } from './resource.ts'

/** Resources that are rows which terminals hold too. */
export type NativeType = keyof typeof tablesOf

/** The tables behind each of them; a prescription holds several medication requests, hours of a roster several slots. */
export const tablesOf = {
  Patient: ['person'],
  MedicationRequest: ['prescription'],
  MedicationDispense: ['dispense'],
  AllergyIntolerance: ['allergy'],
  Organization: ['facility'],
  Location: ['department', 'room'],
  HealthcareService: ['department'],
  Practitioner: ['operator'],
  PractitionerRole: ['operator'],
  Schedule: ['roster'],
  Slot: ['roster'],
  Medication: ['medicine'],
  Coverage: ['coverage'],
  RelatedPerson: ['family_link'],
  Task: ['order_event'],
  SupplyRequest: ['supply_request'],
  SupplyDelivery: ['stock_paper'],
} as const satisfies Partial<Record<ResourceType, readonly TableName[]>>

export const isNative = (type: ResourceType): type is NativeType => Object.hasOwn(tablesOf, type)

/** A resource as it now is; `deleted` for a tombstone, null for an id that was never used. */
export async function readResource(store: Store, type: ResourceType, id: string): Promise<Resource | 'deleted' | null> {
  const native = isNative(type) ? await readNative(store, type, id) : null
  if (native !== null) return native
  if (typeTable[type].kept === 'native') return null
  const stored = await findResource(store, type, id)
  if (stored !== null) return stored.isDeleted ? 'deleted' : resourceOf(type, stored)
  if (type === 'AuditEvent') return auditEventById(store, id)
  return type === 'Provenance' ? provenanceById(store, id) : null
}

/** One resource of our own tables by its id, or null. */
export async function readNative(store: Store, type: NativeType, id: string): Promise<Resource | null> {
  const bare = await bareNative(store, type, id)
  return bare === null ? null : profiled(withBeside(bare, await findResource(store, besideType(type), id)))
}

/** The resources that stored records make, with what is kept beside them. */
export async function nativesOf(
  store: Store,
  type: NativeType,
  records: readonly RecordTable[],
): Promise<readonly Resource[]> {
  const bare: Resource[] = []
  for (const record of records) bare.push(...(await bareOf(store, type, record)))
  const beside = await findResources(
    store,
    besideType(type),
    bare.map(({ id }) => id),
  )
  return bare.map((resource) => profiled(withBeside(resource, beside.get(resource.id) ?? null)))
}

export async function bareOf(store: Store, type: NativeType, record: RecordTable): Promise<readonly Resource[]> {
  if (type === 'Slot') return slotsIn(foundOf('roster', record))
  if (type !== 'MedicationRequest') {
    const one = await bareNative(store, type, record.id, record)
    return one === null ? [] : [one]
  }
  const found = foundOf('prescription', record)
  const requests: Resource[] = []
  for (const item of found?.row.items ?? []) {
    if (found !== null) requests.push(await readOrder(store, found, item))
  }
  return requests
}

/** The same without what is kept beside it; `record` when it has been read already. */
export async function bareNative(
  store: Store,
  type: NativeType,
  id: string,
  record?: RecordTable,
): Promise<Resource | null> {
  switch (type) {
    case 'Patient': {
      const found = await foundIn(store, 'person', id, record)
      return found === null ? null : patientOf(found, await identifiersOf(store, type, id), await linksOf(store, id))
    }
    case 'MedicationRequest': {
      const [found] = await findByTerm(store, 'prescription', { field: 'item', value: id })
      const item = found?.row.items.find((one) => one.id === id)
      return found === undefined || item === undefined ? null : readOrder(store, found, item)
    }
    case 'MedicationDispense': {
      const found = await foundIn(store, 'dispense', id, record)
      return found === null ? null : readDispense(store, found)
    }
    case 'AllergyIntolerance': {
      const found = await foundIn(store, 'allergy', id, record)
      return found === null ? null : readAllergy(store, found)
    }
    case 'Coverage':
      return mapped(await foundIn(store, 'coverage', id, record), (found) => coverageResource(found))
    case 'RelatedPerson': {
      const found = await foundIn(store, 'family_link', id, record)
      const relative = found === null ? null : await findRecord(store, 'person', found.row.relative)
      return found === null ? null : relatedPersonOf(found, relative?.row ?? null)
    }
    case 'Organization':
      return mapped(await foundIn(store, 'facility', id, record), organizationOf)
    case 'Location':
      if (record?.name === 'room') return mapped(foundOf('room', record), roomOf)
      return (
        mapped(await foundIn(store, 'department', id, record), locationOf) ??
        mapped(await foundIn(store, 'room', id, record), roomOf)
      )
    case 'HealthcareService':
      return mapped(await foundIn(store, 'department', id, record), healthcareServiceOf)
    case 'Practitioner':
      return mapped(await foundIn(store, 'operator', id, record), practitionerOf)
    case 'PractitionerRole':
      return mapped(await foundIn(store, 'operator', id, record), practitionerRoleOf)
    case 'Schedule':
      return id.length > LONGEST ? null : mapped(await foundIn(store, 'roster', id, record), scheduleOf)
    case 'Slot': {
      const found = await foundIn(store, 'roster', recordIdOf(type, id), record)
      return slotsIn(found).find((slot) => slot.id === id) ?? null
    }
    case 'Task': {
      const found = await foundIn(store, 'order_event', id, record)
      return found === null ? null : readQuestion(store, found)
    }
    case 'SupplyRequest': {
      const found = await foundIn(store, 'supply_request', id, record)
      return found === null ? null : readSupplyRequest(store, found)
    }
    case 'SupplyDelivery': {
      const found = await foundIn(store, 'stock_paper', id, record)
      return found === null ? null : readDelivery(store, found)
    }
    case 'Medication':
      return id.length > LONGEST ? null : mapped(await foundIn(store, 'medicine', id, record), medicationOf)
    default:
      return unreachable(type)
  }
}

/** The row that a resource is made of. */
export const recordIdOf = (type: NativeType, id: string): string =>
  type === 'Slot' ? (slotPlace(id)?.schedule ?? id) : id

/** An id has 64 letters at most; what has a longer code is found inside others, not by itself. */
const LONGEST = 64

const slotsIn = (found: Found<'roster'> | null): readonly Resource[] =>
  found === null || found.row.id.length > LONGEST - 5 ? [] : slotsOf(found)

const foundIn = async <Name extends TableName>(store: Store, name: Name, id: string, record?: RecordTable) =>
  record === undefined ? findRecord(store, name, id) : foundOf(name, record)

const mapped = <Value>(found: Value | null, map: (value: Value) => Resource): Resource | null =>
  found === null ? null : map(found)
