import assert from 'node:assert/strict'
import { test } from 'node:test'

import { z } from 'zod'

import { Person } from '../../../domain/person/person.ts'
import { PullReply } from '../../../domain/wire/sync.ts'
import { faultsOf, fhirClient, patientIn, seen } from './fhir-client.ts'
import { hospital, person, registered } from './hospital.ts'

const ABHA = 'https://healthid.abdm.gov.in'
const Bundle = z.object({ entry: z.array(z.object({ resource: z.looseObject({ id: z.string() }) })).default([]) })

test('an ABHA number names a patient for every system, whoever wrote it down', async (t) => {
  const place = await hospital(t)
  const desk = await place.enrol('desk')
  const fhir = await fhirClient(place)
  const evidence = { kind: 'abha', signedBy: null, reference: '0123', readOn: '2026-11-22' } as const
  const held = { ...person(), abha: '91234567890123', bloodGroup: 'B+', evidence }
  assert.equal((await desk.push([registered(1, held)])).status, 200)

  const read = await fhir('GET', `/Patient/${held.id}`)
  const type = {
    coding: [
      {
        system: 'https://nrces.in/ndhm/fhir/r4/CodeSystem/ndhm-identifier-type-code',
        code: 'HIN',
        display: 'Health ID issued by NDHM',
      },
    ],
  }
  assert.deepEqual(read.body['identifier'], [{ type, system: ABHA, value: '91-2345-6789-0123' }])
  assert.match(JSON.stringify(read.body['meta']), /nrces\.in\/ndhm\/fhir\/r4\/StructureDefinition\/Patient/)
  const same = await fhir('PUT', `/Patient/${held.id}`, read.body, seen(read))
  assert.deepEqual([same.status, same.headers.get('etag')], [200, 'W/"1"'])
  assert.deepEqual(faultsOf(read.body), [])
  for (const value of [`${ABHA}|91-2345-6789-0123`, `${ABHA}|91234567890123`, '91234567890123']) {
    const { body } = await fhir('GET', `/Patient?identifier=${encodeURIComponent(value)}`)
    assert.deepEqual(
      Bundle.parse(body).entry.map(({ resource }) => resource.id),
      [held.id],
      value,
    )
  }
  const once = { 'if-none-exist': `identifier=${ABHA}|91-2345-6789-0123` }
  assert.equal((await fhir('POST', '/Patient', patientIn, once)).body['id'], held.id)

  const changed = await fhir('PUT', `/Patient/${held.id}`, { ...read.body, gender: 'other' }, seen(same))
  assert.equal(changed.status, 200)
  const rows = PullReply.parse((await desk.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body).changes
  const kept = rows.filter(({ table }) => table === 'person').map(({ row }) => Person.parse(row))
  assert.deepEqual(
    kept.map(({ abha, bloodGroup, evidence: proof, sex }) => [abha, bloodGroup, proof, sex]),
    [['91234567890123', 'B+', evidence, 'other']],
  )
  const twin = { ...patientIn, identifier: [{ system: ABHA, value: '91-2345-6789-0123' }] }
  const second = (await fhir('POST', '/Patient', twin)).body['id']
  const later = PullReply.parse((await desk.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body).changes
  const asked = later.filter(({ table }) => table === 'review').map(({ row }) => JSON.stringify(row))
  assert.equal(asked.length, 1, 'a desk is asked whether the two are one')
  assert.ok([held.id, String(second)].every((id) => asked[0]?.includes(id)))
  const wrong = { ...patientIn, identifier: [{ system: ABHA, value: '12' }] }
  assert.equal((await fhir('POST', '/Patient', wrong)).status, 422)
})
