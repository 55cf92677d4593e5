import assert from 'node:assert/strict'
import { test } from 'node:test'

import { fhirClient } from './fhir-client.ts'
import { hospital, mutation, person } from './hospital.ts'
import { newId } from './terminal.ts'

test('a family is spoken as RelatedPerson of whom it is said, beside those that other systems wrote', async (t) => {
  const place = await hospital(t)
  const desk = await place.enrol('desk')
  const [child, mother] = [person(), person()]
  await place.hims.load([child, mother].map((row) => ({ table: 'person', row })))
  const at = '2026-11-22T05:00:00.000Z'
  const link = { id: newId(), person: child.id, relative: mother.id, relation: 'parent', at, by: 'op-1', ended: null }
  await desk.push([{ ...mutation(1, {}), body: { kind: 'family.linked', link } }])
  const ask = await fhirClient(place)
  const theirs = { resourceType: 'RelatedPerson', patient: { reference: `Patient/${child.id}` }, active: true }
  assert.equal((await ask('POST', '/RelatedPerson', theirs)).status, 201)
  const entries = async (query: string): Promise<readonly unknown[]> => {
    const { body } = await ask('GET', `/RelatedPerson?${query}`)
    return Array.isArray(body['entry']) ? body['entry'] : []
  }
  assert.equal((await entries(`patient=${child.id}`)).length, 2)
  assert.equal((await entries(`patient=${mother.id}`)).length, 0)
  const own = await ask('GET', `/RelatedPerson/${link.id}`)
  assert.deepEqual(
    [own.body['active'], own.body['patient'], own.body['relationship'], own.body['period']],
    [
      true,
      { reference: `Patient/${child.id}` },
      [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'PRN' }] }],
      { start: at },
    ],
  )
  const whole = await ask('GET', `/Patient/${child.id}/$everything?_type=RelatedPerson`)
  assert.equal(Array.isArray(whole.body['entry']) && whole.body['entry'].length, 2, 'a whole record names the family')
  const ended = { kind: 'family.ended', linkId: link.id, at, by: 'op-1', reason: '' }
  await desk.push([{ ...mutation(2, {}), body: ended }])
  assert.equal((await ask('GET', `/RelatedPerson/${link.id}`)).body['active'], false)
  assert.equal((await ask('PUT', `/RelatedPerson/${link.id}`, { ...theirs, id: link.id })).status, 405)
})
