import { fieldsOf } from '../../../domain/fhir/fields.ts'
import { settled } from '../../../hims/fhir/interaction/reference.ts'
import { writeOf } from '../../../hims/fhir/stored-resource.ts'
import { isResourceType } from '../../../hims/fhir/type-table.ts'
import { seeded } from '../../fake/fhir/generate.ts'
import { syntheaBundle } from '../../fake/synthea/bundle.ts'

/** Where a person's id and a number of the person's own go. */
export const PERSON = 'PPPPPPPP-PPPP-7PPP-8PPP-PPPPPPPPPPPP'
export const NUMBER = 'NNNNNNNNNNNN'

/** One stored resource with its terms, still without a person. */
export interface Page {
  readonly type: string
  readonly id: string
  readonly happened: string
  readonly body: string
  readonly terms: readonly { readonly field: string; readonly value: string }[]
}

/** A person's whole record, read and indexed once, to be given to many. */
export function life(visits: number, seed: number): readonly Page[] {
  const wish = { random: seeded(seed), visits, name: { family: 'A', given: 'B' }, abha: null, hospital: 'LNJP' }
  const { entry } = fieldsOf(syntheaBundle(wish))
  const entries = (Array.isArray(entry) ? entry : []).map(fieldsOf)
  const names = new Map<string, string>()
  for (const { fullUrl, resource } of entries) {
    const { resourceType, id } = fieldsOf(resource)
    const own = resourceType === 'Patient' ? PERSON : numbered(String(id))
    names.set(String(fullUrl), `${String(resourceType)}/${own}`)
  }
  return entries.flatMap(({ resource }): readonly Page[] => {
    const fields = fieldsOf(resource)
    const type = String(fields['resourceType'])
    if (!isResourceType(type) || type === 'Patient' || type === 'Provenance') return []
    const whole = settled(fields, (reference) => names.get(reference) ?? { identifier: { value: reference } })
    const { id, happened, body, terms } = writeOf(type, numbered(String(fields['id'])), whole)
    return [{ type, id, happened, body: JSON.stringify(body), terms }]
  })
}

const numbered = (id: string): string => `${id.slice(0, 24)}${NUMBER}`

export const numberOf = (at: number): string => at.toString(16).padStart(12, '0')
export const PERSON_START = '0197a3c2-5a00-7b1e-8c1d-'
export const personId = (at: number): string => `${PERSON_START}${numberOf(at)}`

/** A text of a page as that of one person. */
export const given = (text: string, at: number): string =>
  text.replaceAll(NUMBER, numberOf(at)).replaceAll(PERSON, personId(at))
