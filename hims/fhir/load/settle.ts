import type { Fields } from '../../../domain/fhir/fields.ts'
import type { Store } from '../../database/schema.ts'
import { matching } from '../interaction/change.ts'
import { conditional, searchesIn, settled } from '../interaction/reference.ts'
import { FhirRefusal } from '../problem.ts'
import { isResourceType } from '../type-table.ts'
import type { Loading } from './load-fhir.ts'

/**
 * Points the references of loaded resources at what their entries became. One that points at nothing here keeps what it
 * said as an identifier, so that nothing is lost and nothing is claimed.
 */
export function settling(store: Store, ids: ReadonlyMap<Loading, string>): (resource: Fields) => Promise<Fields> {
  const names = new Map<string, string>()
  for (const [{ type, fullUrl, resource }, id] of ids) {
    const name = `${type}/${id}`
    if (fullUrl !== null) names.set(fullUrl, name)
    if (typeof resource['id'] === 'string') names.set(`${type}/${resource['id']}`, name)
  }
  const searched = new Map<string, string | null>()
  return async (resource) => {
    for (const reference of searchesIn(resource)) {
      if (!searched.has(reference)) searched.set(reference, await foundBy(store, reference))
    }
    return settled(resource, (reference) => {
      const known = names.get(reference) ?? searched.get(reference)
      if (known !== undefined && known !== null) return known
      const isOpen = reference.startsWith('urn:uuid:') || conditional.test(reference)
      return isOpen ? { identifier: identifierOf(reference) } : reference
    })
  }
}

async function foundBy(store: Store, reference: string): Promise<string | null> {
  const [, type = '', query = ''] = conditional.exec(reference) ?? []
  if (!isResourceType(type)) return null
  try {
    const id = await matching(store, type, query)
    return id === null ? null : `${type}/${id}`
  } catch (error) {
    if (error instanceof FhirRefusal) return null
    throw error
  }
}

/** What `Practitioner?identifier=SYSTEM|VALUE` or `urn:uuid:…` names. */
function identifierOf(reference: string): Fields {
  const named = new URLSearchParams(reference.replace(/^.*\?/, '')).get('identifier')
  const [, system, value] = /^([^|]+)\|(.+)$/.exec(named ?? '') ?? []
  return system === undefined ? { system: 'urn:ietf:rfc:3986', value: reference } : { system, value }
}
