import assert from 'node:assert/strict'
import { test } from 'node:test'

import { z } from 'zod'

import { resourceShape } from '../../../hims/fhir/shape/shape.ts'
import { faultsByDefinition } from '../../fake/fhir/validator.ts'
import { fhirClient } from './fhir-client.ts'
import { department, facility, hospital } from './hospital.ts'

const name = { en: 'Room', hi: 'कमरा', pa: 'ਕਮਰਾ', ur: 'کمرہ' }
const names = { en: 'Dr Meena Rao', hi: 'डॉ मीना राव', pa: 'ਡਾ ਮੀਨਾ ਰਾਓ', ur: 'ڈاکٹر مینا راؤ' }
const place = { floor: 1, line: 'blue', facility: facility.code }
const pin = { salt: 'ab'.repeat(16), hash: 'cd'.repeat(32), cost: 1024, block: 8, parallel: 1 }
const staff = {
  id: 'meena-rao',
  name: 'Dr Meena Rao',
  names,
  roles: ['doctor', 'supervisor'],
  department: 'medicine',
  since: '2026-01-01',
  pin,
  badge: 'ef'.repeat(32),
  facility: facility.code,
}
const hours = (day: string) => ({
  id: `${day}-meena-rao`,
  operator: 'meena-rao',
  department: 'medicine',
  room: 'room-14',
  day,
  from: '09:00',
  to: '10:05',
  minutes: 10,
  status: day === '2026-11-23' ? 'cancelled' : 'planned',
})

const Found = z.looseObject({
  total: z.int().optional(),
  entry: z.array(z.looseObject({ resource: z.looseObject({ id: z.string(), resourceType: z.string() }) })).default([]),
})

test('the directory is read and searched as FHIR, and is not changed from outside', async (t) => {
  const made = await hospital(t)
  const room = { code: 'room-14', label: '14', name, kind: 'consulting', department: 'medicine', open: true, ...place }
  const { refused } = await made.hims.load([
    { table: 'facility', row: { ...facility, runBy: 'delhi' } },
    { table: 'department', row: { ...department, facility: facility.code } },
    { table: 'department', row: { ...department, code: 'shut', prefix: 'Z', closed: '2026-11-01' } },
    { table: 'room', row: room },
    { table: 'operator', row: staff },
    { table: 'operator', row: { ...staff, id: 'gone', left: '2026-02-01' } },
    { table: 'roster', row: hours('2026-11-22') },
    { table: 'roster', row: hours('2026-11-23') },
  ])
  assert.deepEqual(refused, [])
  const fhir = await fhirClient(made)
  const find = async (query: string): Promise<readonly string[]> => {
    const { status, body } = await fhir('GET', `/${query}`)
    assert.equal(status, 200, `${query} ${JSON.stringify(body)}`)
    return Found.parse(body).entry.map(({ resource }) => {
      assert.deepEqual(faultsByDefinition(resource), [], JSON.stringify(resource))
      assert.deepEqual(resourceShape(resource.resourceType).safeParse(resource).error?.issues, undefined)
      assert.doesNotMatch(JSON.stringify(resource), /abab|cdcd|efef/, 'nobody is told a PIN or a badge')
      return resource.id
    })
  }
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['Organization', [facility.code]],
    ['HealthcareService', ['medicine', 'shut']],
    ['HealthcareService?active=true', ['medicine']],
    [`HealthcareService?organization=Organization/${facility.code}`, ['medicine']],
    ['Location', ['medicine', 'room-14', 'shut']],
    ['Location?partof=Location/medicine', ['room-14']],
    ['Location?status=inactive', ['shut']],
    ['Practitioner?name=meena', ['gone', 'meena-rao']],
    ['Practitioner?name=मीना&active=true', ['meena-rao']],
    ['Practitioner?_id=gone', ['gone']],
    ['PractitionerRole?role=doctor&active=true', ['meena-rao']],
    ['PractitionerRole?practitioner=Practitioner/gone', ['gone']],
    ['PractitionerRole?service=HealthcareService/medicine', ['gone', 'meena-rao']],
    ['Schedule?actor=Practitioner/meena-rao', ['2026-11-22-meena-rao', '2026-11-23-meena-rao']],
    ['Schedule?date=2026-11-22', ['2026-11-22-meena-rao']],
    ['Schedule?actor=Location/room-14&active=false', ['2026-11-23-meena-rao']],
    ['Slot?schedule=Schedule/2026-11-22-meena-rao', [0, 1, 2, 3, 4, 5].map((at) => `2026-11-22-meena-rao.${at}`)],
    ['Slot?start=ge2026-11-22T04:20:00Z&status=free', ['2026-11-22-meena-rao.5']],
    ['Slot?_id=2026-11-23-meena-rao.2', ['2026-11-23-meena-rao.2']],
  ]
  for (const [query, ids] of table) assert.deepEqual((await find(query)).toSorted(), ids, query)

  for (const path of [
    'HealthcareService/medicine',
    'Location/room-14',
    'Practitioner/meena-rao',
    'PractitionerRole/meena-rao',
    'Schedule/2026-11-22-meena-rao',
    'Slot/2026-11-22-meena-rao.5',
  ]) {
    const { status, body } = await fhir('GET', `/${path}`)
    assert.equal(status, 200, path)
    assert.equal((await fhir('GET', `/${path}/_history/1`)).status, 200, path)
    assert.equal((await fhir('PUT', `/${path}`, body)).status, 405, path)
    assert.equal((await fhir('DELETE', `/${path}`)).status, 405, path)
  }
  assert.equal((await fhir('GET', '/Slot/2026-11-22-meena-rao.6')).status, 404)
  const { body } = await fhir('GET', '/Slot/2026-11-22-meena-rao.5')
  assert.deepEqual([body['start'], body['end']], ['2026-11-22T09:50:00+05:30', '2026-11-22T10:00:00+05:30'])
  const told = await fhir('POST', '/Practitioner', { resourceType: 'Practitioner', name: [{ text: 'Dr Elsewhere' }] })
  assert.equal(told.status, 201, 'others can be told of')
})
