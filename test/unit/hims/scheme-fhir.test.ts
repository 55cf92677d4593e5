import assert from 'node:assert/strict'
import { test } from 'node:test'

import { fhirClient, clientWith } from './fhir-client.ts'
import { hospital, mutation, person } from './hospital.ts'
import { newId } from './terminal.ts'

const at = '2026-11-22T05:00:00.000Z'

const coverOf = (personId: string) => ({
  id: newId(),
  personId,
  scheme: 'free-care',
  kind: 'programme',
  status: 'active',
  period: { start: '2026-11-22', end: null },
  payor: 'Government of Delhi',
  subscriberId: null,
  rules: { version: 1, seq: null },
  proved: [{ fact: 'delhi-hospital', how: 'verified', by: [] }],
  confirmed: { by: 'op-1', at },
})

const entries = (
  body: Readonly<Record<string, unknown>>,
): readonly { readonly resource: Readonly<Record<string, unknown>> }[] =>
  Array.isArray(body['entry']) ? body['entry'] : []

test('a cover that a desk confirmed is a Coverage beside those that other systems wrote', async (t) => {
  const place = await hospital(t)
  const desk = await place.enrol('desk')
  const who = person()
  await place.hims.load([{ table: 'person', row: who }])
  const cover = coverOf(who.id)
  await desk.push([{ ...mutation(1, {}), body: { kind: 'coverage.confirmed', coverage: cover } }])
  const ask = await fhirClient(place)
  const theirs = {
    resourceType: 'Coverage',
    status: 'active',
    beneficiary: { reference: `Patient/${who.id}` },
    payor: [{ display: 'Another insurer' }],
  }
  assert.equal((await ask('POST', '/Coverage', theirs)).status, 201)
  for (const query of [`patient=${who.id}`, `beneficiary=Patient/${who.id}`]) {
    const { body } = await ask('GET', `/Coverage?${query}`)
    const payors = entries(body).map(({ resource }) => JSON.stringify(resource['payor']))
    assert.deepEqual(payors.toSorted(), ['[{"display":"Another insurer"}]', '[{"display":"Government of Delhi"}]'])
  }
  const own = await ask('GET', `/Coverage/${cover.id}`)
  assert.deepEqual([own.status, own.body['status'], own.body['subscriberId']], [200, 'active', undefined])
  assert.equal((await ask('PUT', `/Coverage/${cover.id}`, { ...theirs, id: cover.id })).status, 405)
  const taken = { ...cover, status: 'entered-in-error' }
  await desk.push([{ ...mutation(2, {}), body: { kind: 'coverage.confirmed', coverage: taken } }])
  assert.equal((await ask('GET', `/Coverage/${cover.id}`)).body['status'], 'entered-in-error')
  const whole = await ask('GET', `/Patient/${who.id}/$everything`)
  assert.equal(entries(whole.body).filter(({ resource }) => resource['resourceType'] === 'Coverage').length, 2)
})

test('$schemes answers for a person on a day, from what desks were told', async (t) => {
  const place = await hospital(t)
  const desk = await place.enrol('desk')
  const who = person()
  await place.hims.load([{ table: 'person', row: who }])
  const ask = await fhirClient(place)
  const answerOf = async (scheme: string) => {
    const { body } = await ask('GET', `/Patient/${who.id}/$schemes?date=2026-11-22`)
    const said: readonly { readonly part?: readonly object[] }[] = Array.isArray(body['parameter'])
      ? body['parameter']
      : []
    const found = said.find(({ part }) => JSON.stringify(part ?? []).includes(`"${scheme}"`))
    return /"answer","valueCode":"(\w+)"/.exec(JSON.stringify(found))?.[1]
  }
  assert.deepEqual([await answerOf('farishte'), await answerOf('free-care')], ['no', 'yes'])
  const known = { value: true, how: 'spoken', by: [] }
  const fact = { id: `${who.id}.road-accident`, personId: who.id, fact: 'road-accident', known, at, by: 'op-1' }
  await desk.push([{ ...mutation(1, {}), body: { kind: 'facts.noted', facts: [fact] } }])
  assert.equal(await answerOf('farishte'), 'perhaps')
  assert.equal((await ask('GET', `/Patient/${newId()}/$schemes`)).status, 404)
  assert.equal((await ask('GET', `/Patient/${who.id}/$schemes?date=soon`)).status, 400)
  const narrow = await clientWith(place, 'system/Patient.rs')
  assert.equal((await narrow('GET', `/Patient/${who.id}/$schemes`)).status, 403)
})
