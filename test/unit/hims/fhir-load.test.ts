import assert from 'node:assert/strict'
import { test } from 'node:test'

import { z } from 'zod'

import { loadFhir } from '../../../hims/fhir/load/load-fhir.ts'
import { seeded } from '../../fake/fhir/generate.ts'
import { faultsByDefinition } from '../../fake/fhir/validator.ts'
import { syntheaBundle, syntheaHospital } from '../../fake/synthea/bundle.ts'
import { fhirClient } from './fhir-client.ts'
import { hospital } from './hospital.ts'

const ABHA = '91234567890123'
const Bundle = z.object({
  total: z.number().optional(),
  link: z.array(z.object({ relation: z.string(), url: z.string() })).optional(),
  entry: z.array(z.object({ resource: z.record(z.string(), z.unknown()) })).default([]),
})

const life = (name: string, seed: number, abha: string | null = ABHA): object =>
  syntheaBundle({
    random: seeded(seed),
    visits: 6,
    name: { family: 'Sharma', given: 'Sunita' },
    abha,
    hospital: name,
  })

test('Synthea’s Bundles load whole, and one person’s from three hospitals are one record', async (t) => {
  const place = await hospital(t)
  const fhir = await fhirClient(place)
  const bundles = ['AIIMS', 'LNJP', 'GTB'].flatMap((name, at) => [syntheaHospital(name), life(name, at + 1)])
  const report = await loadFhir(place.hims.inside, bundles)
  assert.deepEqual(report.refused, [])
  assert.deepEqual(report.people, { new: 1, known: 2 })
  assert.deepEqual(report.kept, {
    Organization: 3,
    Practitioner: 3,
    Patient: 3,
    AllergyIntolerance: 6,
    Encounter: 18,
    Condition: 18,
    Observation: 72,
    DiagnosticReport: 18,
    Immunization: 18,
    MedicationRequest: 18,
    Provenance: 3,
  })
  assert.deepEqual(report.skipped, { Claim: 18, ExplanationOfBenefit: 18, Procedure: 18, CareTeam: 3 })
  const found = Bundle.parse((await fhir('GET', `/Patient?identifier=https://healthid.abdm.gov.in|${ABHA}`)).body)
  const [patient] = found.entry
  assert.equal(found.total, 1)
  assert.match(JSON.stringify(patient?.resource['extension']), /us-core-race/)
  const id = String(patient?.resource['id'])
  const all: Record<string, unknown>[] = []
  let next: string | undefined = `/Patient/${id}/$everything?_count=40`
  for (let page = 0; next !== undefined && page < 20; page++) {
    const bundle: z.infer<typeof Bundle> = Bundle.parse((await fhir('GET', next)).body)
    all.push(...bundle.entry.map(({ resource }) => resource))
    next = bundle.link?.find(({ relation }) => relation === 'next')?.url.split('/fhir')[1]
  }
  const names = new Set(all.map(({ resourceType, id: own }) => `${String(resourceType)}/${String(own)}`))
  const counted = Object.groupBy(names, (name) => name.split('/')[0] ?? '')
  assert.deepEqual(
    ['Patient', 'Encounter', 'Observation', 'AllergyIntolerance', 'MedicationRequest', 'Practitioner'].map(
      (type) => counted[type]?.length,
    ),
    [1, 18, 72, 6, 18, 3],
  )
  for (const resource of all.filter((_, at) => at % 7 === 0)) assert.deepEqual(faultsByDefinition(resource), [])
  const again = await loadFhir(place.hims.inside, bundles)
  assert.deepEqual([again.refused, again.people, again.kept], [[], { new: 0, known: 3 }, report.kept])
  const encounters = Bundle.parse((await fhir('GET', `/Encounter?patient=${id}&_count=100`)).body)
  assert.equal(encounters.total, 18)
  assert.ok(encounters.entry.every(({ resource }) => JSON.stringify(resource['meta']).includes('"versionId":"1"')))
  assert.doesNotMatch(JSON.stringify(all), /urn:uuid:[0-9a-f-]{36}"(?!,"display"|\})/)
})

test('a summary holds what matters of all linked records, and unlinking takes it apart again', async (t) => {
  const place = await hospital(t)
  const fhir = await fhirClient(place)
  await loadFhir(place.hims.inside, [life('AIIMS', 1), life('LNJP', 2, null)])
  const found = Bundle.parse((await fhir('GET', '/Patient?name=sunita')).body).entry
  const [one, other] = found.map(({ resource }) => String(resource['id']))
  assert.ok(one !== undefined && other !== undefined)
  const Summary = z.object({
    type: z.literal('document'),
    entry: z.array(z.object({ resource: z.looseObject({ resourceType: z.string() }) })),
  })
  const summary = async (id: string) => Summary.parse((await fhir('GET', `/Patient/${id}/$summary`)).body).entry
  const types = (await summary(one)).map(({ resource }) => resource.resourceType)
  assert.deepEqual(types.slice(0, 2), ['Composition', 'Patient'])
  const tally = Object.groupBy(types, (type) => type)
  assert.deepEqual(
    ['Condition', 'AllergyIntolerance', 'MedicationRequest', 'Immunization', 'Encounter', 'DiagnosticReport'].map(
      (type) => tally[type]?.length,
    ),
    [3, 2, 2, 6, 6, 6],
  )
  assert.equal(tally['Observation']?.length, 4)
  const link = {
    id: '0197a3c2-5a00-7b1e-8c1d-2f00aa11bb33',
    kept: one,
    merged: other,
    at: '2026-11-22T05:00:00.000Z',
    by: 'clerk-1',
    undone: null,
  }
  assert.deepEqual((await place.hims.load([{ table: 'person_link', row: link }])).refused, [])
  const both = await summary(other)
  assert.equal(both.filter(({ resource }) => resource.resourceType === 'Patient').length, 2)
  assert.equal(both.filter(({ resource }) => resource.resourceType === 'AllergyIntolerance').length, 4)
  const searched = await fhir('GET', `/Encounter?patient=${other}&_summary=count`)
  assert.equal(searched.body['total'], 12)
  assert.match(JSON.stringify((await fhir('GET', `/Patient/${other}`)).body['link']), /replaced-by/)
  const undone = { ...link, undone: { at: link.at, by: 'clerk-1', reason: '' } }
  await place.hims.load([{ table: 'person_link', row: undone }])
  assert.equal(
    (await summary(other)).filter(({ resource }) => resource.resourceType === 'AllergyIntolerance').length,
    2,
  )
  assert.equal((await fhir('GET', '/Patient/none/$summary')).status, 404)
})

test('over HTTP a transaction with a type that is not kept is refused whole', async (t) => {
  const fhir = await fhirClient(await hospital(t))
  const { status, body } = await fhir('POST', '/', life('AIIMS', 1))
  assert.equal(status, 422)
  assert.match(JSON.stringify(body), /(Claim|ExplanationOfBenefit|Procedure) is not kept here.*Bundle\.entry\[\d+\]/)
})
