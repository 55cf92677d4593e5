import { isDeepStrictEqual } from 'node:util'

import type { ResourceHistoryTable } from '../database/part/clinical.ts'
import { fieldsOf } from '../../domain/fhir/fields.ts'
import type { Fields } from '../../domain/fhir/fields.ts'

/** One version of a stored resource. */
export interface Stored {
  readonly type: string
  readonly id: string
  readonly version: number
  readonly updated: string
  readonly isDeleted: boolean
  /** The resource without its id, versionId and lastUpdated. */
  readonly body: Fields
}

export const storedOf = ({ type, id, version, updated, deleted, body }: ResourceHistoryTable): Stored => ({
  type,
  id,
  version,
  updated,
  isDeleted: deleted === 1,
  body: body === '' ? {} : fieldsOf(JSON.parse(body)),
})

/** What of an incoming resource is kept as its body: who it is and when it changed are columns. */
export function bodyOf(resource: Fields): Fields {
  const { id: _id, meta, ...rest } = resource
  const { versionId: _version, lastUpdated: _updated, ...kept } = fieldsOf(meta)
  return Object.keys(kept).length === 0 ? rest : { ...rest, meta: kept }
}

/** Whether two JSON values are the same, whatever order their elements are in. */
export const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other)
