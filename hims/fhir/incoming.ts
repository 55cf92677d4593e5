import { fieldsOf } from '../../domain/fhir/fields.ts'
import type { Fields } from '../../domain/fhir/fields.ts'
import { isKept } from '../record/record-store.ts'
import { fhirPath } from '../../domain/fhir/element.ts'
import { FhirRefusal } from './problem.ts'
import { unprocessable } from '../../domain/fhir/problem.ts'
import { resourceShape } from './shape/shape.ts'
import { personIn } from './stored-resource.ts'
import { isResourceType, typeTable } from './type-table.ts'
import type { ResourceType } from './type-table.ts'
import type { Resource } from './resource.ts'
import type { Writing } from './writing.ts'

/** A body that is some resource of ours; throws a refusal for anything else. */
export function resourceIn(
  body: unknown,
  expected: string | null,
): { readonly type: ResourceType; readonly resource: Fields } {
  const resource = fieldsOf(body)
  const type = resource['resourceType']
  if (typeof type !== 'string') {
    throw new FhirRefusal({ status: 400, code: 'invalid', diagnostics: 'The body is no FHIR resource in JSON' })
  }
  if (expected !== null && type !== expected) {
    const diagnostics = `The body is a ${type} and the address one of ${expected}`
    throw new FhirRefusal({ status: 400, code: 'invalid', diagnostics, expression: 'Resource.resourceType' })
  }
  if (!isResourceType(type)) throw new FhirRefusal(unprocessable('not-supported', `${type} is not kept here`, type))
  if (resource['implicitRules'] !== undefined) {
    throw new FhirRefusal(unprocessable('not-supported', 'Implicit rules are not known here', `${type}.implicitRules`))
  }
  return { type, resource }
}

/** Throws a refusal that names the element unless the resource is one of FHIR R4. */
export function readShape(type: ResourceType, resource: Fields): void {
  const read = resourceShape(type).safeParse(resource)
  if (read.success) return
  const [issue] = read.error.issues
  if (issue === undefined) return
  const [key] = issue.code === 'unrecognized_keys' ? issue.keys : []
  const path = key === undefined ? issue.path : [...issue.path, key]
  const text = key === undefined ? issue.message : 'Not an element of FHIR R4'
  throw new FhirRefusal(unprocessable('invalid', text.slice(0, 300), fhirPath(type, path)))
}

/** The elements of an incoming resource that can be given back beside ours without breaking FHIR. */
export function fitting(type: ResourceType, native: Resource, resource: Fields): Fields {
  let kept: Fields = { ...resource, id: native.id }
  for (let round = 0; round < 5; round++) {
    const read = resourceShape(type).safeParse({
      ...native,
      ...kept,
      meta: { ...fieldsOf(kept['meta']), ...native.meta },
    })
    if (read.success) return kept
    const names = read.error.issues.flatMap((issue) =>
      issue.path.length === 0 ? (issue.code === 'unrecognized_keys' ? issue.keys : []) : [String(issue.path[0])],
    )
    if (names.length === 0) return {}
    kept = Object.fromEntries(Object.entries(kept).filter(([name]) => !names.includes(name)))
  }
  return {}
}

/** A record that names a person who is not there would be found by nobody. */
export async function checkPerson({ store }: Writing, type: ResourceType, resource: Fields): Promise<void> {
  const person = personIn(type, resource)
  if (person === null || (await isKept(store, 'person', person))) return
  const [element = ''] = typeTable[type].person
  throw new FhirRefusal(unprocessable('not-found', 'No such patient', `${type}.${element}`))
}
