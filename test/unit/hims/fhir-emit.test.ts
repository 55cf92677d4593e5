import assert from 'node:assert/strict'
import { test } from 'node:test'

import { z } from 'zod'

import { resourceShape } from '../../../hims/fhir/shape/shape.ts'
import { resourceTypes, typeTable } from '../../../hims/fhir/type-table.ts'
import { generateResource, seeded } from '../../fake/fhir/generate.ts'
import type { Random } from '../../fake/fhir/generate.ts'
import { faultsByDefinition } from '../../fake/fhir/validator.ts'
import { fhirClient, orderIn, patientIn } from './fhir-client.ts'
import type { Json } from './fhir-client.ts'
import { facility, hospital, medicine, rows } from './hospital.ts'

const EACH = 2
const Bundle = z.object({
  entry: z.array(z.looseObject({ resource: z.record(z.string(), z.unknown()).optional() })).default([]),
})

const generated = (type: string, random: Random, patient: string): Json => {
  const target = (to: string): string | null => (to === 'Patient' ? patient : null)
  for (let at = 0; at < 200; at++) {
    const resource = generateResource(type, random, target)
    if (resourceShape(type).safeParse(resource).success) return resource
  }
  throw new Error(`No ${type} fits`)
}

/** Everything that came in and is no matter of the server's own. */
const kept = ({ id: _id, meta: _meta, ...rest }: Json): Json => rest

test('whatever comes in of any type goes out whole, and as FHIR R4 by HL7’s definitions and our shapes', async (t) => {
  const place = await hospital(t)
  const fhir = await fhirClient(place)
  const created = await fhir('POST', '/Patient', patientIn)
  const patient = `Patient/${String(created.body['id'])}`
  const random = seeded(4)
  const check = (resource: Json): void => {
    assert.deepEqual(faultsByDefinition(resource), [], JSON.stringify(resource))
    const type = String(resource['resourceType'])
    if (type in typeTable) assert.deepEqual(resourceShape(type).safeParse(resource).error?.issues, undefined)
  }
  let tried = 0
  for (const type of resourceTypes.filter((one) => one !== 'Patient')) {
    for (let at = 0; at < EACH; at++) {
      const resource = generated(type, random, patient)
      // An order of no medicine of ours is refused unless it is told of as somebody else's.
      const sent =
        type === 'MedicationRequest' ? { ...resource, reportedBoolean: true, reportedReference: undefined } : resource
      const { status, body, headers } = await fhir('POST', `/${type}`, sent)
      assert.equal(status, 201, `${JSON.stringify(body)} of ${JSON.stringify(sent)}`)
      check(body)
      assert.deepEqual(kept(body), JSON.parse(JSON.stringify(sent)))
      const id = String(body['id'])
      assert.equal(headers.get('location'), `${place.base}/fhir/${type}/${id}/_history/1`)
      assert.deepEqual((await fhir('GET', `/${type}/${id}`)).body, body)
      assert.deepEqual((await fhir('GET', `/${type}/${id}/_history/1`)).body, body)
      tried++
    }
    const found = await fhir(
      'GET',
      `/${type}?${typeTable[type].personSearch[0] ?? '_lastUpdated'}=${typeTable[type].personSearch.length > 0 ? patient : 'ge2020'}`,
    )
    if (found.status !== 200) assert.equal(found.status, 422, JSON.stringify(found.body))
    check(found.body)
    const history = await fhir('GET', `/${type}/_history`)
    assert.equal(history.status, 200)
    if (type < 'E') check(history.body)
  }
  assert.ok(tried >= 28 * EACH)
  for (const path of [`/${patient}/$everything`, `/${patient}/$summary`, '/metadata', `/${patient}/_history`]) {
    const { status, body } = await fhir('GET', path)
    assert.equal(status, 200, path)
    check(body)
    for (const { resource } of Bundle.parse(body).entry) if (resource !== undefined) check(resource)
  }
})

test('rows that terminals hold go out as FHIR R4 too', async (t) => {
  const place = await hospital(t)
  const fhir = await fhirClient(place)
  const created = await fhir('POST', '/Patient', patientIn)
  const patient = `Patient/${String(created.body['id'])}`
  const order = await fhir('POST', '/MedicationRequest', { ...orderIn(patient), note: [{ text: 'With water' }] })
  assert.equal(order.status, 201)
  assert.deepEqual(order.body['note'], [{ text: 'With water' }])
  const penicillin = {
    coding: [{ system: 'http://snomed.info/sct', code: '91936005' }],
    text: 'Allergic to penicillin',
  }
  const allergy = { resourceType: 'AllergyIntolerance', patient: { reference: patient }, code: penicillin }
  const warned = await fhir('POST', '/AllergyIntolerance', allergy)
  assert.deepEqual([warned.status, warned.body['code']], [201, penicillin])
  const pharmacy = await place.enrol('pharmacy')
  const pulled = JSON.stringify((await pharmacy.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body)
  assert.match(pulled, /"group":"penicillin"/)
  const all = [
    created.body,
    order.body,
    warned.body,
    (await fhir('GET', `/Organization/${facility.code}`)).body,
    (await fhir('GET', '/Location/medicine')).body,
    (await fhir('GET', `/Medication/${medicine.code}`)).body,
    (await fhir('GET', `/AuditEvent?patient=${patient}`)).body,
    (await fhir('GET', `/Provenance?target=${patient}`)).body,
  ]
  for (const resource of all) assert.deepEqual(faultsByDefinition(resource), [], JSON.stringify(resource))
  for (const resource of all.slice(0, -2)) {
    const type = String(resource['resourceType'])
    assert.deepEqual(resourceShape(type).safeParse(resource).error?.issues, undefined, JSON.stringify(resource))
  }
  assert.equal(rows.length, 4)
})
