import { fieldsOf, valuesAt } from '../../../domain/fhir/fields.ts'
import { system } from '../../../domain/fhir/vocabulary.ts'
import type { Resource } from '../resource.ts'

/** A section of an International Patient Summary: its LOINC code and name, and what goes into it. */
export interface SectionPlan {
  readonly code: string
  readonly display: string
  /** A summary must have it even when nothing is known. */
  readonly isRequired: boolean
}

export const sections = {
  problems: { code: '11450-4', display: 'Problem list - Reported', isRequired: true },
  allergies: { code: '48765-2', display: 'Allergies and adverse reactions Document', isRequired: true },
  medicines: { code: '10160-0', display: 'History of Medication use Narrative', isRequired: true },
  immunizations: { code: '11369-6', display: 'History of Immunization Narrative', isRequired: false },
  results: { code: '30954-2', display: 'Relevant diagnostic tests/laboratory data Narrative', isRequired: false },
  encounters: {
    code: '46240-8',
    display: 'History of Hospitalizations+Outpatient visits Narrative',
    isRequired: false,
  },
} as const satisfies Readonly<Record<string, SectionPlan>>

/** A section of a Composition; null for one that is empty and may be left out. */
export function sectionOf({ code, display, isRequired }: SectionPlan, resources: readonly Resource[]): object | null {
  const head = { title: display, code: { coding: [{ system: system.loinc, code, display }] } }
  if (resources.length > 0) {
    return {
      ...head,
      text: { status: 'generated', div: listText(resources.map(labelOf)) },
      entry: resources.map(({ resourceType, id }) => ({ reference: `${resourceType}/${id}` })),
    }
  }
  if (!isRequired) return null
  return {
    ...head,
    // Not "none known": nobody said so.
    text: { status: 'generated', div: listText(['–']) },
    emptyReason: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: 'unavailable' }],
    },
  }
}

/** What a resource is about, in the words it came with. */
function labelOf(resource: Resource): string {
  const concepts = ['code', 'medicationCodeableConcept', 'vaccineCode', 'type', 'class'].flatMap((name) =>
    valuesAt(resource, name),
  )
  for (const concept of concepts) {
    const { text, display, coding } = fieldsOf(concept)
    const [first] = Array.isArray(coding) ? coding.map(fieldsOf) : []
    const said = text ?? display ?? first?.['display'] ?? first?.['code']
    if (typeof said === 'string') return said
  }
  return resource.resourceType
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const listText = (lines: readonly string[]): string =>
  `<div xmlns="http://www.w3.org/1999/xhtml"><ul>${lines
    .map((line) => `<li>${line.replace(/[&<>"]/g, (letter) => escapes[letter] ?? '')}</li>`)
    .join('')}</ul></div>`
