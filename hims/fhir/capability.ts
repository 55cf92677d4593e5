import { operations } from './summary/operation.ts'
import { resourceTypes, typeTable } from './type-table.ts'
import type { ResourceType } from './type-table.ts'

/** Search parameters that every resource has. */
const common = [
  { name: '_id', type: 'token' },
  { name: '_lastUpdated', type: 'date' },
]

/** What this FHIR face can do and nothing more, as FHIR R4 CapabilityStatement. */
export const capabilityStatement = (base: string): object => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-11-22',
  kind: 'instance',
  implementation: { description: 'HIMS of a hospital and its terminals', url: base },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      security: { description: 'Every request but this one needs a bearer token that an administrator gave.' },
      resource: resourceTypes.map(resourceOf),
      interaction: [{ code: 'transaction' }, { code: 'batch' }],
    },
  ],
})

function resourceOf(type: ResourceType): object {
  const { writes, search, personSearch, guarded } = typeTable[type]
  const references = Object.entries(search).filter(([, { kind }]) => kind === 'reference')
  const include = [...personSearch, ...references.map(([name]) => name)].map((name) => `${type}:${name}`)
  const operation = operations.filter((one) => one.type === type).map(({ name, definition }) => ({ name, definition }))
  return {
    type,
    interaction: ['read', 'vread', 'history-instance', 'history-type', 'search-type', ...writes].map((code) => ({
      code,
    })),
    versioning: guarded ? 'versioned-update' : 'versioned',
    readHistory: true,
    ...(writes.includes('update') ? { updateCreate: true } : {}),
    conditionalCreate: true,
    conditionalRead: 'not-match',
    conditionalUpdate: false,
    conditionalDelete: 'not-supported',
    referencePolicy: ['literal', 'logical', 'local'],
    ...(include.length === 0 ? {} : { searchInclude: include }),
    searchParam: [
      ...common,
      ...personSearch.map((name) => ({ name, type: 'reference' })),
      ...Object.entries(search).map(([name, { kind }]) => ({ name, type: kind })),
    ],
    ...(operation.length === 0 ? {} : { operation }),
  }
}
