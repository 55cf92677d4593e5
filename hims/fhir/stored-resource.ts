import { fieldsOf, valuesAt } from '../../domain/fhir/fields.ts'
import type { Fields } from '../../domain/fhir/fields.ts'
import { spanOf } from '../clinical/instant.ts'
import { resourceTerms } from '../clinical/parameter.ts'
import type { ResourceTerm } from '../clinical/parameter.ts'
import type { ResourceWrite, TermsOf } from '../clinical/resource-store.ts'
import { bodyOf } from '../clinical/stored.ts'
import type { Stored } from '../clinical/stored.ts'
import { idIn } from '../../domain/fhir/element.ts'
import { isResourceType, typeTable } from './type-table.ts'
import type { ResourceType } from './type-table.ts'
import type { Resource } from './resource.ts'

/** What a whole resource can be found by. */
export const termsOfResource = (type: ResourceType, resource: unknown): readonly ResourceTerm[] =>
  resourceTerms(resource, typeTable[type].search)

/** The same for a stored body; what is kept beside a native row has no terms of its own. */
export const storedTerms: TermsOf = (type, body) => (isResourceType(type) ? termsOfResource(type, body) : [])

/** The person whose record a resource belongs to, or null. */
export function personIn(type: ResourceType, resource: unknown): string | null {
  for (const value of typeTable[type].person.flatMap((path) => valuesAt(resource, path))) {
    const { reference } = fieldsOf(value)
    const id = idIn(typeof reference === 'string' ? reference : undefined, 'Patient')
    if (id !== null) return id
  }
  return null
}

/** When it was, as an instant in UTC; empty when it does not say. */
export function happenedIn(type: ResourceType, resource: unknown): string {
  for (const value of typeTable[type].happened.flatMap((path) => valuesAt(resource, path))) {
    const text = typeof value === 'string' ? value : (fieldsOf(value)['start'] ?? fieldsOf(value)['end'])
    const span = typeof text === 'string' ? spanOf(text) : null
    if (span !== null) return span.from
  }
  return ''
}

/** A resource as the store keeps it. */
export const writeOf = (type: ResourceType, id: string, resource: Fields): ResourceWrite => ({
  type,
  id,
  person: personIn(type, resource),
  happened: happenedIn(type, resource),
  body: bodyOf(resource),
  terms: termsOfResource(type, resource),
})

/** A stored resource as it is sent. */
export function resourceOf(type: ResourceType, { id, version, updated, body }: Stored): Resource {
  const { meta, resourceType: _type, ...rest } = body
  return {
    resourceType: type,
    id,
    meta: { ...fieldsOf(meta), versionId: String(version), lastUpdated: updated },
    ...rest,
  }
}
