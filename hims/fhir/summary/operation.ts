import type { ResourceType } from '../type-table.ts'

/** Operations beside the interactions; the CapabilityStatement says the same. */
export const operations: readonly {
  readonly type: ResourceType
  readonly name: string
  readonly definition: string
}[] = [
  { type: 'Patient', name: 'everything', definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything' },
  { type: 'Patient', name: 'schemes', definition: 'urn:hims:operation:schemes' },
  { type: 'Patient', name: 'summary', definition: 'http://hl7.org/fhir/uv/ips/OperationDefinition/summary' },
]
