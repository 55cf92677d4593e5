import { createHash } from 'node:crypto'

import { matching, newId } from '../interaction/change.ts'
import { FhirRefusal } from '../problem.ts'
import type { Writing } from '../writing.ts'
import type { Loading } from './load-fhir.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The id under which an entry is kept: the one that it has when that is a UUID, otherwise one made from its address, so
 * that the same Bundle loaded twice is the same record. `isKnown` when its own condition finds it here already.
 */
export async function idFor(
  writing: Writing,
  { type, fullUrl, resource, ifNoneExist }: Loading,
): Promise<{ readonly id: string; readonly isKnown: boolean }> {
  const known = ifNoneExist === null ? null : await found(writing, { type, ifNoneExist })
  if (known !== null) return { id: known, isKnown: true }
  const named = fullUrl?.replace(/^urn:uuid:/, '') ?? ''
  const own = resource['id']
  const id = [named, own].find((one): one is string => typeof one === 'string' && uuid.test(one))
  if (id !== undefined) return { id, isKnown: false }
  return { id: fullUrl === null ? newId(writing) : uuidOf(fullUrl), isKnown: false }
}

async function found(
  { store }: Writing,
  { type, ifNoneExist }: { readonly type: Loading['type']; readonly ifNoneExist: string },
) {
  try {
    return await matching(store, type, ifNoneExist)
  } catch (error) {
    // A condition that cannot be read here, or finds several, keeps nothing out.
    if (error instanceof FhirRefusal) return null
    throw error
  }
}

/** RFC 9562 UUID version 8 of an address. */
function uuidOf(address: string): string {
  const hash = createHash('sha256').update(address).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-9${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
