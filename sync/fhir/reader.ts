import { fieldsOf, listOf } from '../../domain/fhir/fields.ts'
import type { Fields } from '../../domain/fhir/fields.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Exchange, FhirFault } from './exchange.ts'
import { metaOf } from './said.ts'

/** A resource as the server has it now. */
export interface Current {
  readonly id: string
  readonly version: string
  readonly updated: string
  readonly resource: Fields
}

/** Reads one thing at a time; null for what is not there, or not any more. */
export interface Reader {
  readonly get: (type: string, id: string) => Promise<Result<Current | null, FhirFault>>
  readonly search: (
    type: string,
    parameters: Readonly<Record<string, string>>,
  ) => Promise<Result<readonly Current[], FhirFault>>
}

export function currentOf(resource: Fields): Current | null {
  const { id } = resource
  return typeof id === 'string' ? { id, ...metaOf(resource), resource } : null
}

/** The matches of a searchset of one type; what was included beside them is not one. */
export const matchesIn = (bundle: Fields, type: string): readonly Current[] =>
  listOf(bundle['entry']).flatMap((entry) => {
    const resource = fieldsOf(fieldsOf(entry)['resource'])
    return resource['resourceType'] === type ? (currentOf(resource) ?? []) : []
  })

/** A server may hold more of what one right or card is called than it should; nothing here is ever so many. */
const MOST = '20'

export function reader(ask: Exchange): Reader {
  return {
    async get(type, id) {
      const answer = await ask({ method: 'GET', path: `/${type}/${encodeURIComponent(id)}` })
      if (!answer.ok) return answer
      const { status, body } = answer.value
      if (status === 404 || status === 410) return ok(null)
      if (status !== 200 || body['resourceType'] !== type) return fail({ kind: 'not-fhir', reason: 'status' })
      return ok(currentOf(body))
    },
    async search(type, parameters) {
      const query = new URLSearchParams({ ...parameters, _count: MOST })
      const answer = await ask({ method: 'GET', path: `/${type}`, query })
      if (!answer.ok) return answer
      const { status, body } = answer.value
      if (status !== 200 || body['resourceType'] !== 'Bundle') return fail({ kind: 'not-fhir', reason: 'status' })
      return ok(matchesIn(body, type))
    },
  }
}
