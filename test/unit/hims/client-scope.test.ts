import assert from 'node:assert/strict'
import { test } from 'node:test'

import { mayDo, readScopes } from '../../../hims/client/scope.ts'
import { readCommand } from '../../../hims/command/command-line.ts'
import { clientWith, fhirClient, patientIn } from './fhir-client.ts'
import type { FhirAnswer } from './fhir-client.ts'
import { hospital } from './hospital.ts'

const refused = ({ status, body }: FhirAnswer): unknown => [status, JSON.stringify(body).includes('"forbidden"')]
const beyond = [403, true]

test('scopes of SMART 1 and 2 are read, and anything else is none', () => {
  const read = readScopes('system/Patient.rs system/Observation.c  system/Observation.read')
  assert.ok(read.ok)
  assert.deepEqual(
    (['c', 'r', 'u', 'd', 's'] as const).filter((deed) => mayDo(read.value, 'Observation', deed)),
    ['c', 'r', 's'],
  )
  assert.equal(mayDo(read.value, 'Patient', 'u'), false)
  const all = readScopes('system/*.*')
  assert.ok(all.ok && mayDo(all.value, 'Task', 'd'))
  for (const wrong of [
    '',
    'user/Patient.r',
    'system/Patient.sr',
    'system/Claim.r',
    'system/Patient',
    'system/Patient.',
  ]) {
    assert.equal(readScopes(wrong).ok, false, wrong)
  }
  const line = ['client', '--name', 'Lab', '--database', 'sqlite:x', '--scope']
  assert.equal(readCommand([...line, 'system/Nothing.r']).ok, false)
  assert.equal(readCommand([...line, 'system/Observation.c']).ok, true)
})

test('a client does what its scopes say and nothing else, in a Bundle too', async (t) => {
  const place = await hospital(t)
  const free = await fhirClient(place)
  const made = await free('POST', '/Patient', patientIn)
  const patient = `Patient/${String(made.body['id'])}`
  const pulse = {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '8867-4' }] },
    subject: { reference: patient },
  }
  const lab = await clientWith(place, 'system/Observation.crs system/Patient.r')
  const kept = await lab('POST', '/Observation', pulse)
  assert.equal(kept.status, 201)
  const one = `/Observation/${String(kept.body['id'])}`
  assert.equal((await lab('GET', one)).status, 200)
  assert.equal((await lab('GET', `/${patient}`)).status, 200)
  assert.deepEqual(refused(await lab('GET', '/Patient?name=asha')), beyond)
  assert.deepEqual(refused(await lab('PUT', one, { ...pulse, id: kept.body['id'] })), beyond)
  assert.deepEqual(refused(await lab('DELETE', one)), beyond)
  assert.deepEqual(refused(await lab('POST', '/Patient', patientIn)), beyond)
  assert.deepEqual(refused(await lab('GET', `/${patient}/$everything`)), beyond)
  assert.deepEqual(refused(await lab('GET', `/${patient}/$summary`)), beyond)
  assert.deepEqual(refused(await lab('GET', '/AuditEvent?patient=x')), beyond)

  const found = await lab('GET', `/Observation?patient=${patient.slice(8)}&_include=Observation:patient`)
  assert.match(JSON.stringify(found.body), /"mode":"include"/)
  const blind = await clientWith(place, 'system/Observation.rs')
  const without = await blind('GET', `/Observation?patient=${patient.slice(8)}&_include=Observation:patient`)
  assert.equal(without.status, 200)
  assert.doesNotMatch(JSON.stringify(without.body), /Asha/)

  const entry = (method: string, url: string, resource?: object) => ({
    request: { method, url },
    ...(resource === undefined ? {} : { resource }),
  })
  const bundle = (type: string) => ({
    resourceType: 'Bundle',
    type,
    entry: [entry('POST', 'Observation', pulse), entry('POST', 'Patient', patientIn)],
  })
  const before = JSON.stringify(
    (await free('GET', '/Observation?_summary=count&patient=' + patient.slice(8))).body['total'],
  )
  assert.deepEqual(refused(await lab('POST', '/', bundle('transaction'))), beyond)
  const after = JSON.stringify(
    (await free('GET', '/Observation?_summary=count&patient=' + patient.slice(8))).body['total'],
  )
  assert.equal(after, before, 'all or nothing')
  const batch = await lab('POST', '/', bundle('batch'))
  assert.match(JSON.stringify(batch.body), /201 Created.*403 Forbidden/)

  // A condition would tell who is here.
  const asked = { 'if-none-exist': 'identifier=urn:test:opd|OPD-17' }
  const desk = await clientWith(place, 'system/Patient.c system/Observation.c')
  assert.deepEqual(refused(await desk('POST', '/Patient', patientIn, asked)), beyond)
  const guess = { ...pulse, subject: { reference: 'Patient?identifier=urn:test:opd|OPD-17' } }
  const hidden = { resourceType: 'Bundle', type: 'transaction', entry: [entry('POST', 'Observation', guess)] }
  assert.deepEqual(refused(await desk('POST', '/', hidden)), beyond)
})
