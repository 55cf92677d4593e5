import { uuidV7 } from '../../../domain/id.ts'
import type { Fields } from '../../../domain/fhir/fields.ts'
import type { Store } from '../../database/schema.ts'
import { findByTerm, isKept } from '../../record/record-store.ts'
import { resourceIn } from '../incoming.ts'
import { FhirRefusal } from '../problem.ts'
import { unprocessable } from '../../../domain/fhir/problem.ts'
import { isNative, readResource, recordIdOf, tablesOf } from '../read.ts'
import { readSearch } from '../search/read-search.ts'
import { runSearch } from '../search/run-search.ts'
import { personIn } from '../stored-resource.ts'
import { typeTable } from '../type-table.ts'
import type { ResourceType } from '../type-table.ts'
import type { Resource } from '../resource.ts'
import { createResource, keepStored, note, personBefore, putAllergy, putPatient } from '../write.ts'
import type { Writing } from '../writing.ts'
import { etagOf } from './answer.ts'

/** Which resource a write was about, and whether it made it. */
export interface Changed {
  readonly id: string
  readonly isNew: boolean
}

export const newId = ({ world }: Writing): string => uuidV7(world.now(), world.random(10))

export function allow(type: ResourceType, write: 'create' | 'update' | 'delete'): void {
  if (typeTable[type].writes.includes(write)) return
  throw new FhirRefusal({ status: 405, code: 'not-supported', diagnostics: `${type} has no ${write} here` })
}

/** Creates, unless `ifNoneExist` (a search) finds the resource already: a create that may be sent twice. */
export async function create(
  writing: Writing,
  type: ResourceType,
  body: unknown,
  ifNoneExist: string | null,
): Promise<Changed> {
  allow(type, 'create')
  const { resource } = resourceIn(body, type)
  const known = ifNoneExist === null ? null : await matching(writing.store, type, ifNoneExist)
  if (known !== null) return { id: known, isNew: false }
  const id = newId(writing)
  await createResource(writing, type, id, resource)
  return { id, isNew: true }
}

/** The one resource that a condition names, or null; throws a refusal when it names several, or nothing at all. */
export async function matching(store: Store, type: ResourceType, condition: string): Promise<string | null> {
  const search = await readSearch(store, type, new URLSearchParams(condition.replace(/^.*\?/, '')))
  if (!search.ok) throw new FhirRefusal(search.problem)
  if (search.value.conditions.length === 0) {
    throw new FhirRefusal({ status: 412, code: 'invalid', diagnostics: 'The condition names nothing' })
  }
  const { resources } = await runSearch(store, type, {
    ...search.value,
    count: 2,
    total: 'none',
    isCount: false,
    after: null,
  })
  if (resources.length > 1) {
    throw new FhirRefusal({ status: 412, code: 'multiple-matches', diagnostics: 'More than one resource matches' })
  }
  return resources[0]?.id ?? null
}

export interface UpdateAsk {
  readonly type: ResourceType
  readonly id: string
  readonly body: unknown
  readonly ifMatch: string | null
  /** `*` creates only. */
  readonly ifNoneMatch: string | null
}

/** Changes a resource, or creates it under an id of the client's own. */
export async function update(writing: Writing, { type, id, body, ifMatch, ifNoneMatch }: UpdateAsk): Promise<Changed> {
  allow(type, 'update')
  const { resource } = resourceIn(body, type)
  if (resource['id'] !== id) {
    const diagnostics = 'The id is not the one in the address'
    throw new FhirRefusal({ status: 400, code: 'invalid', diagnostics, expression: `${type}.id` })
  }
  if (!/^[A-Za-z0-9.-]{1,64}$/.test(id)) {
    throw new FhirRefusal(unprocessable('value', 'An id is 1 to 64 of A-Z a-z 0-9 - .', `${type}.id`))
  }
  const current = await readResource(writing.store, type, id)
  if (ifNoneMatch === '*' && current !== null && current !== 'deleted') {
    throw new FhirRefusal({ status: 412, code: 'conflict', diagnostics: 'The resource is there already' })
  }
  if (typeTable[type].onlyAdded && current !== null) {
    throw new FhirRefusal({ status: 405, code: 'not-supported', diagnostics: `${type} is added and never changed` })
  }
  checkMatch(type, current, ifMatch)
  if (current === null || current === 'deleted') {
    // What was deleted stays with the table it was in.
    if (current === null) await createResource(writing, type, id, resource)
    else await keepStored(writing, type, id, resource)
    return { id, isNew: true }
  }
  await change(writing, type, id, resource)
  note(writing, type, id, 'UPDATE', type === 'Patient' ? id : personIn(type, resource))
  return { id, isNew: false }
}

async function change(writing: Writing, type: ResourceType, id: string, resource: Fields): Promise<void> {
  if (!(await isOurRow(writing.store, type, id))) {
    await keepStored(writing, type, id, resource)
    return
  }
  if (type === 'Patient') return putPatient(writing, id, resource, await personBefore(writing, id))
  if (type === 'AllergyIntolerance') return putAllergy(writing, id, resource)
  throw new FhirRefusal(notOurs(type, id))
}

const notOurs = (type: ResourceType, id: string) =>
  ({
    status: 405,
    code: 'not-supported',
    diagnostics: `${type}/${id} belongs to the hospital’s terminals and is not changed from outside`,
  }) as const

async function isOurRow(store: Store, type: ResourceType, id: string): Promise<boolean> {
  if (!isNative(type)) return false
  if (type !== 'MedicationRequest') {
    for (const table of tablesOf[type]) if (await isKept(store, table, recordIdOf(type, id))) return true
    return false
  }
  return (await findByTerm(store, 'prescription', { field: 'item', value: id })).length > 0
}

function checkMatch(type: ResourceType, current: Resource | 'deleted' | null, ifMatch: string | null): void {
  const version = current === null || current === 'deleted' ? null : current.meta.versionId
  if (ifMatch === null) {
    if (version === null || !typeTable[type].guarded) return
    const diagnostics = `A change of ${type} needs If-Match with the version it was made from`
    throw new FhirRefusal({ status: 428, code: 'required', diagnostics })
  }
  if (version !== null && (ifMatch === etagOf(version) || ifMatch === `"${version}"`)) return
  throw new FhirRefusal({ status: 412, code: 'conflict', diagnostics: 'The resource has changed since' })
}

/** Deletes a resource, which leaves a tombstone; one that is deleted already stays so. */
export async function remove(writing: Writing, type: ResourceType, id: string, ifMatch: string | null): Promise<void> {
  allow(type, 'delete')
  const current = await readResource(writing.store, type, id)
  if (current === null) throw new FhirRefusal({ status: 404, code: 'not-found', diagnostics: 'Nothing here' })
  if (current === 'deleted') return
  if (isNative(type) && (await isOurRow(writing.store, type, id))) throw new FhirRefusal(notOurs(type, id))
  checkMatch(type, current, ifMatch)
  writing.writes.push({ type, id, person: personIn(type, current), happened: '', body: null, terms: [] })
  note(writing, type, id, 'DELETE', personIn(type, current))
}
