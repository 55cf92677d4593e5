import { isResourceType } from '../type-table.ts'
import type { ResourceType } from '../type-table.ts'

/** What a request asks of the FHIR face, by its method and address. */
export type Interaction =
  | { readonly kind: 'read'; readonly type: ResourceType; readonly id: string }
  | { readonly kind: 'vread'; readonly type: ResourceType; readonly id: string; readonly version: string }
  | { readonly kind: 'history-instance'; readonly type: ResourceType; readonly id: string }
  | { readonly kind: 'history-type'; readonly type: ResourceType }
  | { readonly kind: 'search-type'; readonly type: ResourceType }
  | { readonly kind: 'create'; readonly type: ResourceType }
  | { readonly kind: 'update'; readonly type: ResourceType; readonly id: string }
  | { readonly kind: 'delete'; readonly type: ResourceType; readonly id: string }
  | { readonly kind: 'everything' | 'summary' | 'schemes'; readonly type: 'Patient'; readonly id: string }
  | { readonly kind: 'bundle' }
  | { readonly kind: 'unknown-type'; readonly type: string }
  | { readonly kind: 'not-here' }

/** Reads `Encounter/1/_history/2` and the like, without the query. */
export function interactionOf(method: string, path: string): Interaction {
  const [type = '', second, third, fourth, ...more] = path.split('/').filter((step) => step !== '')
  if (path.includes('\0')) return { kind: 'not-here' }
  if (type === '') return method === 'POST' ? { kind: 'bundle' } : { kind: 'not-here' }
  if (!isResourceType(type)) return { kind: 'unknown-type', type }
  if (more.length > 0) return { kind: 'not-here' }
  if (second === undefined || second === '_search' || second === '_history') return onType(method, type, second, third)
  return onInstance(method, type, second, third, fourth)
}

function onType(method: string, type: ResourceType, second: string | undefined, third?: string): Interaction {
  if (third !== undefined) return { kind: 'not-here' }
  if (second === '_history') return method === 'GET' ? { kind: 'history-type', type } : { kind: 'not-here' }
  if (second === '_search') return method === 'POST' ? { kind: 'search-type', type } : { kind: 'not-here' }
  if (method === 'GET') return { kind: 'search-type', type }
  return method === 'POST' ? { kind: 'create', type } : { kind: 'not-here' }
}

function onInstance(method: string, type: ResourceType, id: string, third?: string, fourth?: string): Interaction {
  if (third === undefined) {
    if (method === 'GET') return { kind: 'read', type, id }
    if (method === 'PUT') return { kind: 'update', type, id }
    return method === 'DELETE' ? { kind: 'delete', type, id } : { kind: 'not-here' }
  }
  if (method !== 'GET') return { kind: 'not-here' }
  if (third === '_history') {
    return fourth === undefined ? { kind: 'history-instance', type, id } : { kind: 'vread', type, id, version: fourth }
  }
  if (type === 'Patient' && fourth === undefined && third === '$everything') return { kind: 'everything', type, id }
  if (type === 'Patient' && fourth === undefined && third === '$summary') return { kind: 'summary', type, id }
  if (type === 'Patient' && fourth === undefined && third === '$schemes') return { kind: 'schemes', type, id }
  return { kind: 'not-here' }
}
