import type { z } from 'zod'

import { fieldsOf, listOf } from '../../../domain/fhir/fields.ts'
import type { Fields } from '../../../domain/fhir/fields.ts'

/** What must fit together across a whole resource: its contained resources and the references to them. */
export function fitsAll(resource: Fields, context: z.RefinementCtx): void {
  const inside = listOf(resource['contained']).map(fieldsOf)
  const ids = inside.map(({ id }) => id)
  const used = new Set(referencesIn(resource))
  const report = (message: string, path: readonly (string | number)[]): void =>
    context.addIssue({ code: 'custom', message, path: [...path] })
  for (const [at, { id, contained: deeper, meta }] of inside.entries()) {
    if (deeper !== undefined) report('Nothing is contained in what is contained (dom-2)', ['contained', at])
    const { versionId, lastUpdated, security } = fieldsOf(meta)
    if (versionId ?? lastUpdated ?? security) report('No version in what is contained (dom-4)', ['contained', at])
    const isUsed = used.has(`#${String(id)}`) || referencesIn(inside[at]).includes('#')
    if (!isUsed) report('Nothing refers to it (dom-3)', ['contained', at])
  }
  for (const reference of used) {
    if (!reference.startsWith('#') || reference === '#') continue
    if (!ids.some((id) => `#${String(id)}` === reference))
      report(`${reference} is not contained (ref-1)`, ['contained'])
  }
}

/** Every literal reference anywhere in a resource. */
export function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => referencesIn(one))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'reference' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  )
}
