import { fieldsOf } from '../../../domain/fhir/fields.ts'
import type { Fields } from '../../../domain/fhir/fields.ts'

/** What a reference is to become: another reference, or what stands in its place. */
export type Settle = (reference: string) => string | Fields

/**
 * A resource with every reference in it settled, and every address that names an entry by its `fullUrl` too, wherever it
 * stands.
 */
export function settled(resource: Fields, settle: Settle): Fields {
  return fieldsOf(settledValue(resource, settle))
}

function settledValue(value: unknown, settle: Settle): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => settledValue(one, settle))
  if (typeof value === 'string') return value.startsWith('urn:uuid:') ? textOf(value, settle) : value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]: [string, unknown]) => [name, settledValue(inner, settle)])
  const fields = fieldsOf(Object.fromEntries(entries))
  const reference = fields['reference']
  if (typeof reference !== 'string') return fields
  const to = settle(reference)
  if (typeof to === 'string') return { ...fields, reference: to }
  const { reference: _reference, ...rest } = fields
  return { ...rest, ...to }
}

function textOf(value: string, settle: Settle): string {
  const to = settle(value)
  return typeof to === 'string' ? to : value
}

/** The references of a resource that are searches: `Practitioner?identifier=…`. */
export const conditional = /^([A-Z][A-Za-z]+)\?(.+)$/

/** The references anywhere in a value that are searches. */
export function searchesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => searchesIn(one))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === 'reference' && typeof inner === 'string' ? (conditional.test(inner) ? [inner] : []) : searchesIn(inner),
  )
}
