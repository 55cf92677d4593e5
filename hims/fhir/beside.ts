import { fieldsOf, listOf } from '../../domain/fhir/fields.ts'
import type { Fields } from '../../domain/fhir/fields.ts'
import { bodyOf, isSame } from '../clinical/stored.ts'
import type { Stored } from '../clinical/stored.ts'
import type { ResourceWrite } from '../clinical/resource-store.ts'
import type { ResourceType } from './type-table.ts'
import type { Resource } from './resource.ts'

/**
 * What came in for a resource of our own tables and has no place in them: each element as it came, and what our rows said
 * of it then. As long as they say the same, the element is given back as it came; once a terminal has changed it, what the
 * terminal said is the truth.
 */
export function besideWrite(native: Resource, came: Fields): ResourceWrite {
  const own = bodyOf(native)
  const kept = Object.entries(bodyOf(came)).filter(
    ([name, value]) => name !== 'resourceType' && !isSame(value, own[name]),
  )
  const body = Object.fromEntries(kept.map(([name, value]) => [name, { came: value, native: own[name] ?? null }]))
  return { type: besideType(native.resourceType), id: native.id, person: null, happened: '', body, terms: [] }
}

/** Under which type it is stored, so that no search takes it for a resource. */
export const besideType = (type: ResourceType): string => `beside ${type}`

/** A resource of our own tables with what is kept beside it. */
export function withBeside(native: Resource, beside: Stored | null): Resource {
  if (beside === null) return native
  const { versionId, lastUpdated } = native.meta
  const more = beside.version - 1
  const version =
    more === 0 ? versionId : versionId.includes('.') ? `${versionId}.${more}` : String(Number(versionId) + more)
  const elements = Object.entries(beside.body).map(([name, kept]): readonly [string, unknown] => [
    name,
    elementOf(name, native[name], fieldsOf(kept)),
  ])
  const { meta, ...rest } = Object.fromEntries(elements.filter(([, value]) => value !== undefined))
  const updated = beside.updated > lastUpdated ? beside.updated : lastUpdated
  return { ...native, ...rest, meta: { ...fieldsOf(meta), versionId: version, lastUpdated: updated } }
}

function elementOf(name: string, now: unknown, { came, native }: Fields): unknown {
  if (name === 'meta' || isSame(now ?? null, native)) return came
  if (name === 'extension') return merged(now, came, native, 'url')
  return name === 'identifier' ? merged(now, came, native, 'value') : now
}

/** Our entries as they now are, in the words they came in, and those that were never ours. */
function merged(now: unknown, came: unknown, native: unknown, key: 'url' | 'value'): readonly unknown[] {
  const keyOf = (entry: unknown): string => {
    const fields = fieldsOf(entry)
    return `${key === 'value' ? String(fields['system']) : ''} ${String(fields[key])}`
  }
  const ours = new Set([...listOf(now), ...listOf(native)].map(keyOf))
  const said = listOf(came)
  const worded = (entry: unknown): unknown =>
    key === 'value' ? (said.find((one) => keyOf(one) === keyOf(entry)) ?? entry) : entry
  return [...listOf(now).map(worded), ...said.filter((entry) => !ours.has(keyOf(entry)))]
}
