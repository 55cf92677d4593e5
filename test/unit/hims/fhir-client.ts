import { z } from 'zod'

import type { Hospital } from './hospital.ts'
import { medicine } from './hospital.ts'

const Json = z.record(z.string(), z.unknown())
export type Json = z.infer<typeof Json>

export interface FhirAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

/** Any other system that speaks FHIR to HIMS. */
export type FhirClient = (method: string, path: string, body?: unknown, headers?: object) => Promise<FhirAnswer>

export const fhirClient = (place: Hospital): Promise<FhirClient> => clientWith(place, null)

/** One that may do only what these SMART scopes say. */
export async function clientWith({ base, hims }: Hospital, scopes: string | null): Promise<FhirClient> {
  const { token } = await hims.createClient('Test system', scopes)
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${base}/fhir${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/fhir+json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? {} : Json.parse(JSON.parse(text)) }
  }
}

/** The header of a change of what was seen. */
export const seen = ({ headers }: FhirAnswer): object => ({ 'if-match': headers.get('etag') ?? '' })

export const patientIn = {
  resourceType: 'Patient',
  identifier: [{ system: 'urn:test:opd', value: 'OPD-17' }],
  name: [{ text: 'Asha Devi' }, { text: 'आशा देवी' }],
  gender: 'female',
  birthDate: '1990-02-03',
  telecom: [{ system: 'phone', value: '+91 98100 00001' }],
  address: [{ line: ['12 Gali Madarsa'], city: 'Daryaganj', district: 'central', postalCode: '110002' }],
  communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'pa' }] } }],
}

export const orderIn = (subject: string, changed: object = {}) => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { coding: [{ system: 'urn:hims:formulary', code: medicine.code }] },
  subject: { reference: subject },
  requester: { display: 'Dr Test' },
  dosageInstruction: [
    { timing: { repeat: { when: ['MORN', 'NIGHT', 'PC'] } }, doseAndRate: [{ doseQuantity: { value: 1 } }] },
  ],
  dispenseRequest: { quantity: { value: 10 }, expectedSupplyDuration: { value: 5, unit: 'days', code: 'd' } },
  ...changed,
})

/** The value sets of FHIR R4 that a resource's codes must be of. */
const codes: Readonly<Record<string, readonly string[]>> = {
  gender: ['male', 'female', 'other', 'unknown'],
  intent: ['proposal', 'plan', 'order', 'original-order', 'reflex-order', 'filler-order', 'instance-order', 'option'],
  criticality: ['low', 'high', 'unable-to-assess'],
}
const status: Readonly<Record<string, readonly string[]>> = {
  MedicationRequest: ['active', 'on-hold', 'cancelled', 'completed', 'entered-in-error', 'stopped', 'draft', 'unknown'],
  MedicationDispense: [
    'preparation',
    'in-progress',
    'cancelled',
    'on-hold',
    'completed',
    'entered-in-error',
    'stopped',
    'declined',
    'unknown',
  ],
}
const required: Readonly<Record<string, readonly string[]>> = {
  Patient: [],
  MedicationRequest: ['status', 'intent', 'medicationCodeableConcept', 'subject'],
  MedicationDispense: ['status', 'medicationReference'],
  AllergyIntolerance: ['patient'],
}

/** What is wrong with a resource by the structure that FHIR R4 asks for; empty when nothing is. */
export function faultsOf(resource: Json): readonly string[] {
  const type = String(resource['resourceType'])
  const faults = (required[type] ?? ['a known type']).filter((name) => resource[name] === undefined)
  const wrongCode = Object.entries({ ...codes, status: status[type] ?? [] }).filter(
    ([name, values]) => resource[name] !== undefined && !values.some((value) => value === resource[name]),
  )
  return [
    ...faults.map((name) => `${name} is missing`),
    ...wrongCode.map(([name]) => `${name} has a strange code`),
    ...(/^[A-Za-z0-9.-]{1,64}$/.test(String(resource['id'])) ? [] : ['id']),
    ...emptyIn(resource, type),
  ]
}

/** FHIR has no null, empty string, empty array or empty object. */
function emptyIn(value: unknown, path: string): readonly string[] {
  if (value === null || value === '') return [`${path} is empty`]
  if (typeof value !== 'object') return []
  const entries = Object.entries(value)
  if (entries.length === 0) return [`${path} is empty`]
  return entries.flatMap(([key, entry]: [string, unknown]) => emptyIn(entry, `${path}.${key}`))
}
