import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'

import { z } from 'zod'

import { loadFhirFiles } from '../../../hims/command/load-fhir-file.ts'
import { clientWith, fhirClient, orderIn, patientIn, seen } from './fhir-client.ts'
import type { FhirClient, Json } from './fhir-client.ts'
import { hospital } from './hospital.ts'

const Outcome = z.object({
  resourceType: z.literal('OperationOutcome'),
  issue: z.tuple([z.object({ code: z.string(), diagnostics: z.string(), expression: z.array(z.string()).optional() })]),
})
const Entries = z.object({ entry: z.array(z.object({ resource: z.object({ id: z.string() }) })).default([]) })

const problem = (body: Json) => Outcome.parse(body).issue[0]
const ids = (body: Json): readonly string[] => Entries.parse(body).entry.map(({ resource }) => resource.id)

const pulse = (changed: object = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '8867-4' }] },
  ...changed,
})

async function patient(fhir: FhirClient, changed: object = {}): Promise<string> {
  const { body, status } = await fhir('POST', '/Patient', { ...patientIn, identifier: [], ...changed })
  assert.equal(status, 201, JSON.stringify(body))
  return String(body['id'])
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const many = (count: number): string => Array.from({ length: count }, (_, at) => `a${at}`).join(',')

void test('What no database or resource can hold is refused by name, wherever it stands', async (context) => {
  const place = await hospital(context)
  const fhir = await fhirClient(place)
  const asked = [
    '/Patient?_id=%00',
    '/Observation?code=a%00',
    '/Observation?patient=%00',
    '/Observation?_after=WyJcdTAwMDAiLCJhIl0',
  ]
  for (const path of asked) assert.equal((await fhir('GET', path)).status, 400, path)
  for (const path of ['/Patient/a%00b', '/Observation/a%00', '/Patient/%00/$everything']) {
    assert.equal((await fhir('GET', path)).status, 405, path)
  }
  const bodies = [pulse({ note: [{ text: 'a\0' }] }), pulse({ 'a\0': 1 })]
  for (const body of bodies)
    assert.match(problem((await fhir('POST', '/Observation', body)).body).diagnostics, /U\+0000/)
  let deep: unknown = []
  for (let at = 0; at < 1500; at++) deep = [deep]
  const far = await fhir('POST', '/Observation', pulse({ extension: deep }))
  assert.deepEqual([far.status, problem(far.body).code], [422, 'too-long'])
  for (const id of ['a_b', 'a'.repeat(65)]) {
    assert.equal((await fhir('PUT', `/Observation/${id}`, pulse({ id }))).status, 422)
  }
})

void test('More values than a statement takes are refused, and as many as it takes are answered', async (context) => {
  const { base, hims } = await hospital(context)
  const { token } = await hims.createClient('Test system', null)
  const ask = async (path: string, body: string): Promise<number> => {
    const headers = { ...form, authorization: `Bearer ${token}` }
    return (await fetch(`${base}/fhir${path}/_search`, { method: 'POST', headers, body })).status
  }
  const names = ['_id', 'code', 'patient', 'date'] as const
  const values = (name: string, count: number): string =>
    name === 'date' ? many(count / 2).replaceAll(/a\d+/g, '2026') : many(count)
  for (const name of names) {
    assert.equal(await ask('/Observation', `${name}=${values(name, 500)}`), 200, name)
    assert.equal(await ask('/Observation', `${name}=${values(name, 1002)}`), 422, name)
  }
  const words = many(2000).replaceAll(',', '+')
  assert.equal(await ask('/Patient', `name=${words}`), 422)
  assert.equal(await ask('/Observation', Array.from({ length: 600 }, () => 'code=a').join('&')), 422)
})

void test('A body or address that cannot be read says why, as an OperationOutcome', async (context) => {
  const { base, hims } = await hospital(context)
  const { token } = await hims.createClient('Test system', null)
  const ask = async (path: string, type: string, body: string | null, more: object = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': type, ...more }
    const answer = await fetch(`${base}/fhir${path}`, { method: body === null ? 'GET' : 'POST', headers, body })
    const { code, diagnostics } = Outcome.parse(await answer.json()).issue[0]
    return [answer.status, code, diagnostics]
  }
  const json = 'application/fhir+json'
  const taken = 'A body is taken as application/fhir+json'
  assert.deepEqual(await ask('/Patient', 'application/fhir+xml', '<Patient/>'), [415, 'not-supported', taken])
  assert.deepEqual(await ask('/Patient', json, '{"a"'), [400, 'invalid', 'This is no JSON'])
  assert.deepEqual(await ask('/Patient', json, ''), [400, 'invalid', 'This is empty'])
  assert.deepEqual(await ask('/Patient', json, '{"__proto__":{}}'), [422, 'invalid', 'No element has this name'])
  const packed = await ask('/Patient', json, '{}', { 'content-encoding': 'gzip' })
  assert.deepEqual(packed, [415, 'not-supported', 'A body is taken without Content-Encoding only'])
  assert.deepEqual((await ask('/Patient/%E0%A4%A', json, null)).slice(0, 2), [400, 'invalid'])
  assert.deepEqual((await ask(`/Patient/${'a'.repeat(300)}`, json, null)).slice(0, 2), [414, 'invalid'])
})

void test('A number that was corrected names nobody any more, and a comma in one is part of it', async (context) => {
  const place = await hospital(context)
  const fhir = await clientWith(place, null)
  const number = (value: string) => [{ system: 'urn:test:opd', value }]
  const made = await fhir('POST', '/Patient', { ...patientIn, identifier: number('A-1') })
  const id = String(made.body['id'])
  const put = await fhir('PUT', `/Patient/${id}`, { ...patientIn, id, identifier: number('A,2') }, seen(made))
  assert.equal(put.status, 200)
  assert.deepEqual(ids((await fhir('GET', '/Patient?identifier=urn:test:opd|A-1')).body), [])
  assert.deepEqual(ids((await fhir('GET', '/Patient?identifier=urn:test:opd|A%5C,2')).body), [id])
  const again = await fhir(
    'POST',
    '/Patient',
    { ...patientIn, identifier: number('A,2') },
    {
      'if-none-exist': 'identifier=urn:test:opd|A\\,2&_count=0',
    },
  )
  assert.deepEqual([again.status, again.body['id']], [200, id])
})

void test('People are found by a name with a sex and a date of birth', async (context) => {
  const fhir = await fhirClient(await hospital(context))
  const asha = await patient(fhir)
  await patient(fhir, { gender: 'male' })
  await patient(fhir, { birthDate: '1991-01-01' })
  const found = await fhir('GET', '/Patient?name=asha&gender=female&birthdate=1990-02-03')
  assert.deepEqual([found.status, ids(found.body), found.body['total']], [200, [asha], 1])
  assert.equal((await fhir('GET', '/Patient?gender=female')).status, 422)
})

void test('One person’s results of a time are found page by page, whatever else there is', async (context) => {
  const fhir = await fhirClient(await hospital(context))
  const [asha, other] = [await patient(fhir), await patient(fhir, { name: [{ text: 'Ravi' }] })]
  const entry = [asha, other].flatMap((id) =>
    Array.from({ length: 12 }, (_, at) => ({
      resource: pulse({
        subject: { reference: `Patient/${id}` },
        effectiveDateTime: `2026-${10 + (at % 3)}-0${1 + (at % 9)}`,
      }),
      request: { method: 'POST', url: 'Observation' },
    })),
  )
  assert.equal((await fhir('POST', '/', { resourceType: 'Bundle', type: 'transaction', entry })).status, 200)
  const Page = z.object({ total: z.number(), link: z.array(z.object({ relation: z.string(), url: z.string() })) })
  const got: string[] = []
  let path: string | null = `/Observation?patient=${asha}&code=8867-4&date=ge2026-11&_sort=-date&_count=3`
  for (let page = 0; path !== null && page < 9; page++) {
    const { body } = await fhir('GET', path)
    const { total, link } = Page.parse(body)
    assert.equal(total, 8)
    got.push(...ids(body))
    path = link.find(({ relation }) => relation === 'next')?.url.replace(/^.*\/fhir/, '') ?? null
  }
  assert.deepEqual([got.length, new Set(got).size], [8, 8])
})

void test('When an order was written is read as FHIR says it, in Delhi where no zone is said', async (context) => {
  const fhir = await fhirClient(await hospital(context))
  const subject = `Patient/${await patient(fhir)}`
  const order = async (authoredOn: string) => fhir('POST', '/MedicationRequest', orderIn(subject, { authoredOn }))
  const made = await order('2026-11-22T10:00:00')
  assert.deepEqual([made.status, made.body['authoredOn']], [201, '2026-11-22T04:30:00.000Z'])
  assert.equal((await order('2026-11-22')).status, 201)
  for (const text of ['22 Nov 2026', '2026-13-01', '2026-11-22 10:00'])
    assert.equal((await order(text)).status, 422, text)
})

void test('Of writes at one time each is told its own version', async (context) => {
  const fhir = await fhirClient(await hospital(context))
  const puts = Array.from({ length: 8 }, async (_, at) => {
    const { body } = await fhir('PUT', '/Observation/one', pulse({ id: 'one', valueInteger: at }))
    const Version = z.object({ valueInteger: z.number(), meta: z.object({ versionId: z.string() }) })
    const { valueInteger, meta } = Version.parse(body)
    assert.equal(valueInteger, at)
    return meta.versionId
  })
  assert.equal(new Set(await Promise.all(puts)).size, 8)
})

void test('A collection loads as a transaction does, and a file that cannot be read says why', async (context) => {
  const { hims, path } = await hospital(context)
  const told: string[] = []
  const load = async (text: string): Promise<string | undefined> => {
    const file = `${path}.json`
    writeFileSync(file, text)
    told.length = 0
    await loadFhirFiles(hims, [file], { print: () => undefined, complain: (line) => told.push(line) })
    return told[0]?.replace(/^.*: entry 0: /, '')
  }
  const entry = [{ fullUrl: 'urn:uuid:1', resource: patientIn }]
  assert.equal(await load(`\ufeff${JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })}`), undefined)
  assert.equal(await load('{"a"'), 'This is no JSON')
  assert.equal(await load(`${'['.repeat(9000)}${']'.repeat(9000)}`), 'Elements are more than 100 deep in each other')
  assert.equal(await load(JSON.stringify(patientIn)), 'not a Bundle')
})
