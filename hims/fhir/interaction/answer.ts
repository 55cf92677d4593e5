import type { Resource } from '../resource.ts'

/** What a request says beside its address. */
export interface Ask {
  readonly method: string
  /** After the base of the FHIR face: `Encounter/1`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly ifMatch: string | null
  readonly ifNoneMatch: string | null
  readonly ifNoneExist: string | null
  readonly prefer: string
}

/** What is answered, over HTTP or as one entry of a Bundle. */
export interface Answer {
  readonly status: number
  readonly body: object | null
  readonly etag?: string
  readonly lastModified?: string
  /** After the base of the FHIR face: `Encounter/1/_history/2`. */
  readonly location?: string
}

export const etagOf = (version: string): string => `W/"${version}"`

/** A resource with its version in the headers. */
export const resourceAnswer = (status: number, resource: Resource): Answer => ({
  status,
  body: resource,
  etag: etagOf(resource.meta.versionId),
  lastModified: resource.meta.lastUpdated,
})

/** The same for one that was just written, with where it now is. */
export const writtenAnswer = (status: number, resource: Resource, prefer: string): Answer => ({
  ...resourceAnswer(status, resource),
  body: /return=minimal/.test(prefer) ? null : resource,
  location: `${resource.resourceType}/${resource.id}/_history/${resource.meta.versionId}`,
})
