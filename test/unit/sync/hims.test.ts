import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, test } from 'node:test'

import { ceremony } from '../../../build/demo/ceremony.ts'
import { desk } from '../../../contract/desk.ts'
import { PickList } from '../../../contract/pharmacy.ts'
import { PrescriptionId, PrescriptionItemId } from '../../../domain/id.ts'
import type { PersonId } from '../../../domain/id.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { closeTerminals, fakeTerminal, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { draft, newId, operator, untilStatus } from '../main-service/fixture.ts'

let folders: string[] = []
const folder = (): string => {
  const made = temporaryFolder()
  folders.push(made)
  return made
}
beforeEach(() => void (folders = []))
afterEach(async () => {
  await closeTerminals()
  folders.forEach(removeFolder)
})

async function hospital() {
  const hims = await openHims({ database: `sqlite:${folder()}/hims.db`, now: Date.now, random: randomBytes })
  const root = await ceremony(hims, { now: Date.now, rootSeed: randomBytes(32) })
  const report = await hims.load([
    { table: 'facility', row: facility },
    { table: 'department', row: medicineDepartment },
    { table: 'operator', row: operator() },
    {
      table: 'medicine',
      row: { code: 'paracetamol', name: 'Paracetamol', strength: '500 mg', form: 'tablet', groups: [], shelf: 'B 1' },
    },
    { table: 'lot', row: { id: 'l1', medicine: 'paracetamol', lot: 'A1', expiry: '2030-01-31' } },
    {
      table: 'stock_event',
      row: { id: 's1', lotId: 'l1', delta: 50, reason: 'received', at: new Date().toISOString() },
    },
  ])
  assert.deepEqual(report.refused, [])
  const server = himsServer(hims)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port }: AddressInfo = Object(server.server.address())
  const terminal = async (role: TerminalRole): Promise<FakeTerminal> => {
    const { code } = await hims.createEnrolment({ role, label: 'Counter 7' })
    const transport = () => axiosTransport(`http://127.0.0.1:${port}`)
    const opened = await fakeTerminal(folder(), role, { code, transport, cardRoots: [root], now: () => new Date() })
    await untilStatus(opened, (status) => status.includes('"filling":false') && status.includes('"online"'))
    if (role !== 'kiosk') await opened.want('session.unlock', { operator: 'asha', pin: '2468' })
    return opened
  }
  const prescribe = async (personId: PersonId): Promise<PrescriptionId> => {
    const id = PrescriptionId.parse(newId())
    const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' }
    const item = { id: PrescriptionItemId.parse(newId()), medicine: 'paracetamol', dose, days: 5, quantity: 10 }
    const row = {
      id,
      personId,
      prescriber: 'Dr Rao',
      department: 'medicine',
      writtenAt: new Date().toISOString(),
      status: 'active',
      items: [item],
    }
    assert.deepEqual((await hims.load([{ table: 'prescription', row }])).refused, [])
    return id
  }
  const close = async () => {
    await closeTerminals()
    await server.close()
    await hims.close()
  }
  return { terminal, prescribe, close }
}

test('a person registered at the desk is served at the pharmacy through the real HIMS', async () => {
  const { terminal, prescribe, close } = await hospital()
  try {
    const [front, shop] = [await terminal('desk'), await terminal('pharmacy')]
    const saved = desk.channels['person.register'].output.parse(
      await front.want('person.register', {
        draft: draft({ latin: 'Sunita Devi', own: ['Deva', 'सुनीता देवी'] }),
        distinctFrom: [],
      }),
    )
    assert.ok(saved.kind === 'saved')
    const { id } = saved.person
    const token = desk.channels['token.issue'].output.parse(
      await front.want('token.issue', { personId: id, department: 'medicine' }),
    )
    assert.equal(token.kind, 'issued')
    const card = desk.channels['card.issue'].output.parse(
      await front.want('card.issue', {
        personId: id,
        language: 'hi',
        wishes: { details: false, emergency: false, face: false },
      }),
    )
    assert.equal(card.kind, 'issued')
    await untilStatus(front, (status) => status.includes('"waiting":0') && status.includes('"refused":0'))

    const prescriptionId = await prescribe(id)
    const pick = async () => PickList.nullable().parse(await shop.want('pick.open', { personId: id }))
    await until(async () => (await pick())?.prescriptions[0]?.lines[0]?.rightHere === true, 'the right')
    const itemId = (await pick())?.prescriptions[0]?.lines[0]?.item.id
    const given = await shop.want('dispense.give', { prescriptionId, lines: [{ itemId, lotId: 'l1', quantity: 10 }] })
    assert.match(JSON.stringify(given), /"kind":"given"/)
    await untilStatus(shop, (status) => status.includes('"waiting":0') && status.includes('"refused":0'))
    await until(async () => (await pick())?.prescriptions[0]?.prescription.status === 'completed', 'completion')
    const line = (await pick())?.prescriptions[0]?.lines[0]
    assert.deepEqual([line?.given, line?.mayGive, line?.lots[0]?.here], [10, 0, 40])
    assert.match(JSON.stringify(await shop.want('person.search', { text: '' }).catch(String)), /unknown-channel/)
  } finally {
    await close()
  }
})
