import { z } from 'zod'

import { fieldsOf } from '../../../domain/fhir/fields.ts'
import type { Fields } from '../../../domain/fhir/fields.ts'
import { fhirPath } from '../../../domain/fhir/element.ts'
import { FhirRefusal } from '../problem.ts'
import { unprocessable } from '../../../domain/fhir/problem.ts'

/** More would keep everybody else waiting for one commit. */
const MOST_ENTRIES = 5000

const Entry = z.object({
  fullUrl: z.string().max(500).optional(),
  resource: z.looseObject({ resourceType: z.string() }).optional(),
  request: z.object({
    method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH']),
    url: z.string().max(4000),
    ifMatch: z.string().max(200).optional(),
    ifNoneMatch: z.string().max(200).optional(),
    ifNoneExist: z.string().max(2000).optional(),
  }),
})

const Bundle = z.object({
  resourceType: z.literal('Bundle'),
  type: z.enum(['transaction', 'batch']),
  entry: z.array(Entry).max(MOST_ENTRIES).default([]),
})

export interface BundleEntry {
  readonly at: number
  readonly fullUrl: string | null
  readonly resource: Fields | null
  readonly method: string
  /** After the base, without its query. */
  readonly path: string
  readonly query: string
  readonly ifMatch: string | null
  readonly ifNoneMatch: string | null
  readonly ifNoneExist: string | null
}

export interface IncomingBundle {
  readonly type: 'transaction' | 'batch'
  readonly entries: readonly BundleEntry[]
}

/** Reads a transaction or batch; throws a refusal that names the element at fault. */
export function readBundle(body: unknown, base: string): IncomingBundle {
  const read = Bundle.safeParse(body)
  if (!read.success) {
    const [issue] = read.error.issues
    const text = `A Bundle of type transaction or batch, of ${MOST_ENTRIES} entries at most, each with its request`
    throw new FhirRefusal(unprocessable('invalid', text, fhirPath('Bundle', issue?.path ?? [])))
  }
  const entries = read.data.entry.map(({ fullUrl, resource, request }, at): BundleEntry => {
    const url = request.url.startsWith(base) ? request.url.slice(base.length) : request.url
    const cut = url.indexOf('?')
    return {
      at,
      fullUrl: fullUrl ?? null,
      resource: resource === undefined ? null : fieldsOf(resource),
      method: request.method,
      path: (cut === -1 ? url : url.slice(0, cut)).replace(/^\//, ''),
      query: cut === -1 ? '' : url.slice(cut + 1),
      ifMatch: request.ifMatch ?? null,
      ifNoneMatch: request.ifNoneMatch ?? null,
      ifNoneExist: request.ifNoneExist ?? null,
    }
  })
  return { type: read.data.type, entries }
}
