import { searchParameters } from './query.ts'
import type { ResourceType } from './vocabulary.ts'

const interactions: Readonly<Record<ResourceType, readonly string[]>> = {
  Patient: ['read', 'search-type', 'create', 'update'],
  MedicationRequest: ['read', 'search-type', 'create'],
  MedicationDispense: ['read', 'search-type'],
  AllergyIntolerance: ['read', 'search-type', 'create'],
}

const typeOf: Readonly<Record<string, string>> = {
  _id: 'token',
  _lastUpdated: 'date',
  identifier: 'token',
  name: 'string',
  phone: 'token',
  telecom: 'token',
  patient: 'reference',
  subject: 'reference',
  prescription: 'reference',
}

const types: readonly ResourceType[] = ['Patient', 'MedicationRequest', 'MedicationDispense', 'AllergyIntolerance']

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
      resource: types.map((type) => ({
        type,
        interaction: interactions[type].map((code) => ({ code })),
        versioning: 'versioned',
        readHistory: false,
        ...(interactions[type].includes('create') ? { conditionalCreate: true } : {}),
        ...(interactions[type].includes('update') ? { updateCreate: true } : {}),
        searchParam: searchParameters[type].map((name) => ({ name, type: typeOf[name] })),
      })),
      interaction: [{ code: 'transaction' }],
    },
  ],
})
