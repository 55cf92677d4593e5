import type { Found } from '../record/record-store.ts'
import { system } from './vocabulary.ts'
import type { Resource } from './vocabulary.ts'

const metaOf = ({ version, changedAt }: { readonly version: number; readonly changedAt: string }) => ({
  versionId: String(version),
  lastUpdated: changedAt,
})

/** The same name in other languages, each once. */
const aliases = ({ en, hi, pa, ur }: Found<'facility'>['row']['name']): readonly string[] =>
  [...new Set([hi, pa, ur])].filter((name) => name !== en)

/** A hospital as FHIR R4 Organization. */
export function organizationOf(found: Found<'facility'>): Resource {
  const { code, name, hfr } = found.row
  const alias = aliases(name)
  return {
    resourceType: 'Organization',
    id: code,
    meta: metaOf(found),
    ...(hfr === null ? {} : { identifier: [{ system: system.hfr, value: hfr }] }),
    active: true,
    name: name.en,
    ...(alias.length === 0 ? {} : { alias }),
  }
}

/** A department as FHIR R4 Location: where patients are sent. */
export function locationOf(found: Found<'department'>): Resource {
  const { code, name, room, floor } = found.row
  const alias = aliases(name)
  return {
    resourceType: 'Location',
    id: code,
    meta: metaOf(found),
    status: 'active',
    name: name.en,
    ...(alias.length === 0 ? {} : { alias }),
    description: `Room ${room}, floor ${floor}`,
    mode: 'instance',
  }
}

/** A line of the formulary as FHIR R4 Medication. */
export function medicationOf(found: Found<'medicine'>): Resource {
  const { code, name, strength, form } = found.row
  const display = `${name} ${strength} ${form}`
  return {
    resourceType: 'Medication',
    id: code,
    meta: metaOf(found),
    code: { coding: [{ system: system.formulary, code, display }], text: display },
    status: 'active',
    form: { text: form },
  }
}
