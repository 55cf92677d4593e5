import assert from 'node:assert/strict'
import { test } from 'node:test'

import { PickList } from '../../../contract/pharmacy.ts'
import { rightOfTask } from '../../../domain/fhir/right-task.ts'
import { orderIn } from '../hims/fhir-client.ts'
import { until } from '../../fake/world.ts'
import { newId } from '../main-service/fixture.ts'
import { fhirTerminal, medicine, medplumPeer, peers } from './peer.ts'
import type { FhirTerminal, Json, TestPeer } from './peer.ts'

const patientIn = (id: string): Json => ({
  resourceType: 'Patient',
  id,
  name: [{ text: 'Rekha Sharma' }],
  gender: 'female',
  birthDate: '1980-01-01',
})

const orderFor = (patient: string, id: string): Json => ({
  ...orderIn(`Patient/${patient}`),
  id,
  medicationCodeableConcept: { coding: [{ system: 'urn:hims:formulary', code: medicine.code }] },
  groupIdentifier: { system: 'urn:test:visit', value: `V-${patient}` },
})

async function ordered(peer: TestPeer): Promise<{ readonly patient: string; readonly order: string }> {
  const [patient, order] = [newId(), newId()]
  await peer.put(patientIn(patient))
  await peer.put(orderFor(patient, order))
  return { patient, order }
}

async function listOf({ terminal, settled }: FhirTerminal, patient: string): Promise<PickList> {
  let list: PickList | null = null
  await until(async () => {
    await settled()
    list = PickList.nullable().parse(await terminal.want('pick.open', { personId: patient }))
    return (list?.prescriptions.length ?? 0) > 0
  }, 'prescription')
  if (list === null) throw new Error('No list')
  return list
}

const claim = async ({ terminal }: FhirTerminal, prescriptionId: string) =>
  Object(await terminal.want('right.claim', { prescriptionId }))['kind']

const allergyOf = (patient: string, id: string, clinical = 'active'): Json => ({
  resourceType: 'AllergyIntolerance',
  id,
  clinicalStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: clinical }],
  },
  code: { coding: [{ system: 'urn:hims:allergy-group', code: 'penicillin' }] },
  patient: { reference: `Patient/${patient}` },
})

test('a warning that ended and an order that was deleted count no more', async (t) => {
  const peer = await medplumPeer(t)
  const shop = await fhirTerminal(t, peer, { role: 'pharmacy' })
  const { patient, order } = await ordered(peer)
  await peer.put(allergyOf(patient, 'a-1'))
  await peer.put(allergyOf(patient, 'a-2'))
  const list = await listOf(shop, patient)
  assert.equal(await claim(shop, String(list.prescriptions[0]?.prescription.id)), 'given')
  const warnings = async () => (await listOf(shop, patient)).allergies.length
  await until(async () => (await warnings()) === 2, 'both warnings')
  await peer.put(allergyOf(patient, 'a-1', 'resolved'))
  await until(async () => (await warnings()) === 1, 'one warning')
  await peer.server.remove('AllergyIntolerance', 'a-2')
  await peer.server.remove('MedicationRequest', order)
  assert.equal(await warnings(), 1, 'nothing says so but a comparison')
  await shop.terminal.want('sync.compare')
  assert.equal(await warnings(), 0)
  assert.equal((await listOf(shop, patient)).prescriptions[0]?.place.state.kind, 'stopped')
  await shop.settled()
  const [task] = (await peer.find('Task', `identifier=urn:hims:right-to|${order}`)).map(rightOfTask)
  assert.deepEqual([task?.owner, task?.left], [null, 10], 'what nobody may give is let go')
  const lines = [{ itemId: order, lotId: 'lot-a1', quantity: 1 }]
  const prescriptionId = list.prescriptions[0]?.prescription.id
  const given = await shop.terminal.want('dispense.give', { prescriptionId, lines })
  assert.equal(Object(given)['reason'], 'stopped')
})

for (const open of peers) {
  test('an order is handed out once, in parts, and is told once whichever exchange is cut', async (t) => {
    const peer = await open(t)
    const shop = await fhirTerminal(t, peer, { role: 'pharmacy' })
    const { patient, order } = await ordered(peer)
    const [shown] = (await listOf(shop, patient)).prescriptions
    const prescriptionId = String(shown?.prescription.id)
    const give = async (quantity: number) =>
      Object(
        await shop.terminal.want('dispense.give', {
          prescriptionId,
          lines: [{ itemId: order, lotId: 'lot-a1', quantity }],
        }),
      )['kind']
    assert.equal(await give(1), 'refused', 'without a right nothing is given')
    shop.fault((request) => (request.method === 'PUT' ? 'answer-lost' : null))
    assert.equal(await claim(shop, prescriptionId), 'offline')
    shop.fault(null)
    assert.equal(await claim(shop, prescriptionId), 'given', 'what was taken is found again')
    for (let cut = 1; cut <= 3; cut++) {
      shop.fault((_, count) => (count === cut ? 'answer-lost' : null))
      assert.equal(await give(2), 'given')
      await shop.settled()
    }
    const told = await peer.find('MedicationDispense', `prescription=MedicationRequest/${order}`)
    assert.deepEqual(
      told.map(({ quantity }) => Object(quantity)['value']),
      [2, 2, 2],
      peer.name,
    )
    const [task] = (await peer.find('Task', `identifier=urn:hims:right-to|${order}`)).map(rightOfTask)
    assert.deepEqual([task?.left, task?.owner?.label], [4, 'Counter 3'])
    assert.equal(await give(5), 'refused')
    assert.equal(await give(4), 'given')
    await shop.settled()
    assert.equal(rightOfTask((await peer.find('Task', `identifier=urn:hims:right-to|${order}`))[0])?.left, 0)
  })

  test('of two pharmacies that want one right exactly one gets it', async (t) => {
    const peer = await open(t)
    const shops = await Promise.all(['3', '4'].map((counter) => fhirTerminal(t, peer, { role: 'pharmacy', counter })))
    for (let round = 0; round < 2; round++) {
      const { patient } = await ordered(peer)
      const lists = await Promise.all(shops.map((shop) => listOf(shop, patient)))
      const answers = await Promise.all(
        shops.map((shop, at) => claim(shop, String(lists[at]?.prescriptions[0]?.prescription.id))),
      )
      assert.deepEqual(new Set(answers), new Set(['asked', 'given']), peer.name)
    }
  })
}
