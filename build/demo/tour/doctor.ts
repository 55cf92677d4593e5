import { randomUUID } from 'node:crypto'

/** A doctor's system, as HIMS meets one: FHIR R4 over HTTP with a bearer token. */
export interface Doctor {
  readonly prescribe: (personId: string, orders: readonly Order[]) => Promise<void>
  readonly noteAllergy: (personId: string, group: string) => Promise<void>
  /** How many resources of a type HIMS holds that point to a person. */
  readonly count: (type: 'MedicationRequest' | 'MedicationDispense', personId: string) => Promise<number>
  readonly patient: (personId: string) => Promise<'known' | 'unknown'>
}

export interface Order {
  readonly medicine: string
  readonly morning: number
  readonly night: number
  readonly days: number
  readonly quantity: number
}

const FORMULARY = 'urn:hims:formulary'

const timing = (order: Order) =>
  [
    { when: 'MORN', value: order.morning },
    { when: 'NIGHT', value: order.night },
  ]
    .filter(({ value }) => value > 0)
    .map(({ when, value }) => ({
      timing: { repeat: { when: [when], frequency: 1, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value } }],
    }))

export function doctor(hims: string, token: string, now: () => Date): Doctor {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${hims}/fhir/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/fhir+json',
        accept: 'application/fhir+json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const reply: unknown = await response.json()
    if (!response.ok && response.status !== 404)
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(reply)}`)
    return response.ok ? reply : null
  }
  const countOf = (bundle: unknown): number =>
    typeof bundle === 'object' && bundle !== null && 'entry' in bundle && Array.isArray(bundle.entry)
      ? bundle.entry.length
      : 0

  return {
    prescribe: async (personId, orders) => {
      const group = randomUUID()
      for (const order of orders) {
        await ask('POST', 'MedicationRequest', {
          resourceType: 'MedicationRequest',
          status: 'active',
          intent: 'order',
          subject: { reference: `Patient/${personId}` },
          authoredOn: now().toISOString(),
          requester: { display: 'Dr Meena Rao' },
          groupIdentifier: { system: 'urn:opd-system:prescription', value: group },
          medicationCodeableConcept: { coding: [{ system: FORMULARY, code: order.medicine }] },
          dosageInstruction: timing(order),
          dispenseRequest: {
            quantity: { value: order.quantity },
            expectedSupplyDuration: { value: order.days, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' },
          },
        })
      }
    },
    noteAllergy: async (personId, group) => {
      await ask('POST', 'AllergyIntolerance', {
        resourceType: 'AllergyIntolerance',
        clinicalStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
        },
        verificationStatus: {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', code: 'confirmed' },
          ],
        },
        criticality: 'high',
        code: { coding: [{ system: 'urn:hims:allergy-group', code: group }] },
        patient: { reference: `Patient/${personId}` },
        recordedDate: now().toISOString(),
      })
    },
    count: async (type, personId) => countOf(await ask('GET', `${type}?patient=Patient/${personId}&_count=100`)),
    patient: async (personId) => ((await ask('GET', `Patient/${personId}`)) === null ? 'unknown' : 'known'),
  }
}
