import { fieldsOf, listOf } from '../../domain/fhir/fields.ts'
import type { Resource } from './resource.ts'

/** The profiles of NRCES, which ABDM's exchange of records is made of. */
const NRCES = 'https://nrces.in/ndhm/fhir/r4/StructureDefinition'

/** Says of a person that it fits ABDM's profile of a Patient, where it does: every identifier of a known type, every name as text. */
export function profiled(resource: Resource): Resource {
  if (resource.resourceType !== 'Patient' || !fitsPatient(resource)) return resource
  const known = listOf(fieldsOf(resource.meta)['profile'])
  const profile = [...new Set([...known, `${NRCES}/Patient`])]
  return { ...resource, meta: { ...resource.meta, profile } }
}

function fitsPatient(resource: Resource): boolean {
  const identifiers = listOf(resource['identifier']).map(fieldsOf)
  return (
    identifiers.length > 0 &&
    identifiers.every(({ type, value }) => value !== undefined && isTyped(type)) &&
    listOf(resource['name']).every((name) => fieldsOf(name)['text'] !== undefined) &&
    listOf(resource['telecom']).every((point) => fieldsOf(point)['value'] !== undefined)
  )
}

function isTyped(type: unknown): boolean {
  const codings = listOf(fieldsOf(type)['coding']).map(fieldsOf)
  return (
    codings.length > 0 &&
    codings.every(({ system, code, display }) => system !== undefined && code !== undefined && display !== undefined)
  )
}
