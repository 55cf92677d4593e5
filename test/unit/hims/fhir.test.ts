import assert from 'node:assert/strict'
import { test } from 'node:test'

import { z } from 'zod'

import { Person } from '../../../domain/person/person.ts'
import { Prescription, Right } from '../../../domain/pharmacy/prescription.ts'
import { PullReply } from '../../../domain/wire/sync.ts'
import { hospital, lot, mutation, person } from './hospital.ts'
import { faultsOf, fhirClient, orderIn, patientIn } from './fhir-client.ts'
import type { Json } from './fhir-client.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const Bundle = z.object({
  resourceType: z.literal('Bundle'),
  total: z.number().optional(),
  link: z.array(z.object({ relation: z.string(), url: z.string() })).optional(),
  entry: z.array(z.looseObject({ resource: z.record(z.string(), z.unknown()) })).default([]),
})
const resourcesIn = (body: Json): readonly Json[] => Bundle.parse(body).entry.map(({ resource }) => resource)

const rowsOf = async (terminal: TestTerminal, name: string): Promise<readonly unknown[]> => {
  const { body } = await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })
  return PullReply.parse(body)
    .changes.filter(({ table }) => table === name)
    .map(({ row }) => row)
}

test('an order goes from FHIR to the pharmacy, and its dispense comes back', async (t) => {
  const place = await hospital(t)
  const pharmacy = await place.enrol('pharmacy')
  const fhir = await fhirClient(place)

  const created = await fhir('POST', '/Patient', patientIn, { 'if-none-exist': 'identifier=urn:test:opd|OPD-17' })
  assert.equal(created.status, 201)
  assert.deepEqual(faultsOf(created.body), [])
  const patient = `Patient/${String(created.body['id'])}`
  const again = await fhir('POST', '/Patient', patientIn, { 'if-none-exist': 'identifier=urn:test:opd|OPD-17' })
  assert.deepEqual([again.status, again.body['id']], [200, created.body['id']])
  const [known] = (await rowsOf(pharmacy, 'person')).map((row) => Person.parse(row))
  assert.deepEqual(
    [known?.name.own, known?.phone, known?.language, known?.address.locality],
    [{ script: 'Deva', text: 'आशा देवी' }, '9810000001', 'pa', 'Daryaganj'],
  )

  const group = { groupIdentifier: { system: 'urn:test:visit', value: 'V-1' } }
  const first = await fhir('POST', '/MedicationRequest', orderIn(patient, group))
  const second = await fhir('POST', '/MedicationRequest', orderIn(patient, group))
  assert.deepEqual([first.status, second.status], [201, 201])
  assert.deepEqual(faultsOf(first.body), [])
  assert.deepEqual(first.body['groupIdentifier'], second.body['groupIdentifier'])
  const [order] = (await rowsOf(pharmacy, 'prescription')).map((row) => Prescription.parse(row))
  assert.equal(order?.items.length, 2)
  assert.deepEqual(order?.items[0]?.dose, { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' })
  const rights = (await rowsOf(pharmacy, 'right')).map((row) => Right.parse(row))
  assert.deepEqual(
    rights.map(({ left, holder }) => [left, holder]),
    [
      [10, pharmacy.id],
      [10, pharmacy.id],
    ],
  )

  const right = rights.find(({ itemId }) => itemId === first.body['id'])
  assert.ok(right && known && order)
  const entry = mutation(1, {})
  const dispense = {
    id: entry.id,
    rightId: right.id,
    itemId: right.itemId,
    prescriptionId: order.id,
    personId: known.id,
    lotId: lot.id,
    quantity: 10,
    at: entry.at,
    operator: 'pharmacist-1',
    terminal: pharmacy.id,
  }
  const pushed = await pharmacy.push([{ ...entry, body: { kind: 'dispense.recorded', dispense } }])
  assert.deepEqual(pushed.body['results'], [{ n: 1, kind: 'applied' }])

  const [given] = resourcesIn((await fhir('GET', `/MedicationDispense?patient=${patient}`)).body)
  assert.ok(given)
  assert.deepEqual(faultsOf(given), [])
  assert.deepEqual(given['authorizingPrescription'], [{ reference: `MedicationRequest/${String(first.body['id'])}` }])
  const requests = resourcesIn((await fhir('GET', `/MedicationRequest?patient=${patient}`)).body)
  assert.deepEqual(
    requests.map(({ status }) => status),
    ['completed', 'active'],
  )
  const one = await fhir('GET', `/MedicationRequest?_id=${String(second.body['id'])}`)
  assert.deepEqual(
    resourcesIn(one.body).map(({ id }) => id),
    [second.body['id']],
  )
})

test('a transaction creates all of one prescription or nothing', async (t) => {
  const place = await hospital(t)
  const pharmacy = await place.enrol('pharmacy')
  const fhir = await fhirClient(place)
  const post = (resource: { readonly resourceType: string }, more: object = {}) => ({
    ...more,
    resource,
    request: { method: 'POST', url: resource.resourceType },
  })
  const bundle = (...orders: readonly object[]) => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      ...orders.map((changed) => post(orderIn('urn:uuid:asha', changed))),
      post(patientIn, { fullUrl: 'urn:uuid:asha' }),
    ],
  })
  const failed = await fhir('POST', '/', bundle({}, { dosageInstruction: [{ text: 'as told' }] }))
  assert.equal(failed.status, 422)
  assert.deepEqual([await rowsOf(pharmacy, 'person'), await rowsOf(pharmacy, 'right')], [[], []])
  const done = await fhir('POST', '/', bundle({}, {}))
  assert.equal(done.status, 200)
  assert.equal(resourcesIn(done.body).length, 3)
  for (const resource of resourcesIn(done.body)) assert.deepEqual(faultsOf(resource), [])
  assert.deepEqual(
    (await rowsOf(pharmacy, 'prescription')).map((row) => Prescription.parse(row).items.length),
    [2],
  )
  assert.equal((await rowsOf(pharmacy, 'right')).length, 2)
})

test('patients are found by card, phone, any word of the name and time, a page at a time', async (t) => {
  const place = await hospital(t)
  const fhir = await fhirClient(place)
  const people = Array.from({ length: 7 }, (_, at) =>
    person({ name: { latin: `Person ${String.fromCodePoint(65 + at)}eta`, own: null }, phone: `981000000${at}` }),
  )
  const [one] = people
  assert.ok(one)
  const card = {
    cardId: 'c0ffee0123456789',
    personId: one.id,
    statusIndex: 9,
    issued: '2026-01-01',
    expires: '2027-01-01',
    status: 'active',
  }
  await place.hims.load([...people.map((row) => ({ table: 'person', row })), { table: 'card', row: card }])
  const found = async (search: string): Promise<readonly unknown[]> =>
    resourcesIn((await fhir('GET', `/Patient?${search}`)).body).map(({ id }) => id)
  assert.deepEqual(await found('identifier=urn:hims:card|c0ffee0123456789'), [one.id])
  assert.deepEqual(await found('phone=%2B919810000000'), [one.id])
  assert.deepEqual(await found('name=AET'), [one.id])
  assert.equal((await found('name=person')).length, 7)
  assert.equal((await found('name=person%20bet')).length, 1)
  assert.deepEqual(await found('_lastUpdated=gt2099-01-01'), [])
  assert.equal((await found('_lastUpdated=ge2020-01-01T00:00:00Z')).length, 7)
  const seen: unknown[] = []
  let next: string | undefined = '/Patient?name=person&_count=3'
  for (let page = 0; next !== undefined && page < 9; page++) {
    const { body } = await fhir('GET', next)
    assert.equal(Bundle.parse(body).total, 7)
    seen.push(...resourcesIn(body).map(({ id }) => id))
    next = Bundle.parse(body)
      .link?.find(({ relation }) => relation === 'next')
      ?.url.split('/fhir')[1]
  }
  assert.equal(new Set(seen).size, 7)
  assert.equal((await fhir('GET', `/Patient?subject=${one.id}`)).status, 400)
  const strange = await fhir('GET', '/Patient?mothers-name=x')
  assert.deepEqual([strange.status, strange.body['resourceType']], [400, 'OperationOutcome'])
})

test('a patient is put under an id of one’s own, and changed only from what one saw', async (t) => {
  const fhir = await fhirClient(await hospital(t))
  const id = newId()
  const put = (body: object, headers: object = {}) =>
    fhir('PUT', `/Patient/${id}`, { ...patientIn, id, ...body }, headers)
  const created = await put({ birthDate: '1950' })
  assert.deepEqual([created.status, created.headers.get('etag')], [201, 'W/"1"'])
  assert.equal(created.body['birthDate'], '1950')
  assert.deepEqual(faultsOf(created.body), [])
  const changed = await put({ gender: 'male' }, { 'if-match': 'W/"1"' })
  assert.deepEqual([changed.status, changed.headers.get('etag')], [200, 'W/"2"'])
  assert.equal((await put({ gender: 'female' }, { 'if-match': 'W/"1"' })).status, 412)
  const read = await fhir('GET', `/Patient/${id}`)
  assert.equal(read.body['gender'], 'male')
  assert.match(read.headers.get('content-type') ?? '', /^application\/fhir\+json/)
  // Who names no version would undo a correction that a desk was asked about: it is nothing that was seen.
  const blind = await put({ birthDate: '1981-05-05' })
  assert.deepEqual([blind.status, blind.body['resourceType']], [428, 'OperationOutcome'])
  assert.equal((await fhir('GET', `/Patient/${id}`)).headers.get('etag'), 'W/"2"')
  const told = z
    .object({ rest: z.array(z.object({ resource: z.array(z.object({ type: z.string(), versioning: z.string() })) })) })
    .parse((await fhir('GET', '/metadata')).body)
  assert.equal(told.rest[0]?.resource.find(({ type }) => type === 'Patient')?.versioning, 'versioned-update')
  const roundTrip = await fhir('PUT', `/Patient/${id}`, read.body, { 'if-match': 'W/"2"' })
  assert.deepEqual([roundTrip.status, roundTrip.headers.get('etag')], [200, 'W/"2"'])
})

test('what cannot be kept is refused with the element at fault', async (t) => {
  const place = await hospital(t)
  const fhir = await fhirClient(place)
  const patient = person()
  await place.hims.load([{ table: 'person', row: patient }])
  const subject = `Patient/${patient.id}`
  const dosage = orderIn(subject).dosageInstruction[0]
  const supply = orderIn(subject).dispenseRequest
  const bad: readonly (readonly [string, object])[] = [
    ['dosageInstruction[0].timing.repeat.when', { dosageInstruction: [{ text: '1-0-1 after food' }] }],
    ['dosageInstruction[0].asNeeded', { dosageInstruction: [{ ...dosage, asNeededBoolean: true }] }],
    ['dispenseRequest.numberOfRepeatsAllowed', { dispenseRequest: { ...supply, numberOfRepeatsAllowed: 2 } }],
    ['modifierExtension', { modifierExtension: [{ url: 'urn:not' }] }],
    [
      'medicationCodeableConcept',
      { medicationCodeableConcept: { coding: [{ system: 'urn:hims:formulary', code: 'none' }] } },
    ],
    ['subject', { subject: { reference: `Patient/${newId()}` } }],
    ['status', { status: 'draft' }],
    ['dispenseRequest.quantity', { dispenseRequest: { ...supply, quantity: { value: 2.5 } } }],
    ['priorPrescription', { priorPrescription: { reference: 'MedicationRequest/1' } }],
  ]
  const Outcome = z.object({ issue: z.tuple([z.object({ expression: z.tuple([z.string()]) })]) })
  for (const [element, changed] of bad) {
    const { status, body } = await fhir('POST', '/MedicationRequest', orderIn(subject, changed))
    const [expression] = Outcome.parse(body).issue[0].expression
    assert.deepEqual([status, expression], [422, `MedicationRequest.${element}`])
  }
  assert.equal((await fhir('GET', '/Patient/unknown')).status, 404)
  assert.equal((await fhir('DELETE', subject)).status, 404)
  const naked = await fetch(`${place.base}/fhir/Patient`)
  assert.deepEqual([naked.status, naked.headers.get('www-authenticate')], [401, 'Bearer'])
  const metadata = await fetch(`${place.base}/fhir/metadata`)
  assert.equal(metadata.status, 200)
  const allergy = {
    resourceType: 'AllergyIntolerance',
    code: { coding: [{ system: 'urn:hims:allergy-group', code: 'penicillin' }] },
    patient: { reference: subject },
    criticality: 'high',
  }
  const noted = await fhir('POST', '/AllergyIntolerance', allergy)
  assert.equal(noted.status, 201)
  assert.deepEqual(faultsOf(noted.body), [])
  assert.equal(resourcesIn((await fhir('GET', `/AllergyIntolerance?patient=${subject}`)).body).length, 1)
})
