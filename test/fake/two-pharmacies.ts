import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'

import { ceremony } from '../../build/demo/ceremony.ts'
import { PickList } from '../../contract/pharmacy.ts'
import { PrescriptionId, PrescriptionItemId } from '../../domain/id.ts'
import type { PersonId } from '../../domain/id.ts'
import { openHims } from '../../hims/open.ts'
import type { Hims } from '../../hims/hims.ts'
import { himsServer } from '../../hims/server.ts'
import { axiosTransport } from '../../sync/axios-transport.ts'
import type { Transport } from '../../sync/transport.ts'
import { newId, operator, person, untilStatus } from '../unit/main-service/fixture.ts'
import { facility, medicineDepartment } from './hims-stub.ts'
import { fakeTerminal, removeFolder, temporaryFolder } from './world.ts'
import type { FakeTerminal } from './world.ts'

/** A pharmacy whose line can be cut. */
export interface Shop {
  readonly terminal: FakeTerminal
  readonly folder: string
  readonly cut: (isCut: boolean) => void
  readonly transport: Transport
  readonly list: () => Promise<PickList>
}

export const someone = person({ latin: 'Rekha Sharma', phone: '9876543210' })

/** A real HIMS and pharmacies that talk to it over a socket. */
export async function pharmacies() {
  const home = temporaryFolder()
  const folders = [home]
  const hims: Hims = await openHims({ database: `sqlite:${home}/hims.db`, now: Date.now, random: randomBytes })
  const root = await ceremony(hims, { now: Date.now, rootSeed: randomBytes(32) })
  const medicine = { name: 'Metformin', strength: '500 mg', form: 'tablet', shelf: 'B 1' }
  const report = await hims.load([
    { table: 'facility', row: facility },
    { table: 'department', row: medicineDepartment },
    { table: 'operator', row: operator() },
    { table: 'operator', row: { ...operator('bina', ['pharmacist']), name: 'Bina' } },
    { table: 'medicine', row: { ...medicine, code: 'metformin', groups: ['emergency-supply'] } },
    { table: 'lot', row: { id: 'l1', medicine: 'metformin', lot: 'A1', expiry: '2030-01-31' } },
    {
      table: 'stock_event',
      row: { id: 's1', lotId: 'l1', delta: 50, reason: 'received', at: new Date().toISOString() },
    },
    { table: 'person', row: someone },
  ])
  assert.deepEqual(report.refused, [])
  const server = himsServer(hims)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port }: AddressInfo = Object(server.server.address())

  const shop = async (label: string): Promise<Shop> => {
    const folder = temporaryFolder()
    folders.push(folder)
    const { code } = await hims.createEnrolment({ role: 'pharmacy', label })
    let isCut = false
    const line = axiosTransport(`http://127.0.0.1:${port}`)
    const transport: Transport = (request, signal) =>
      isCut ? Promise.resolve({ kind: 'lost' }) : line(request, signal)
    const settings = { code, transport: () => transport, cardRoots: [root], now: () => new Date() }
    const terminal = await fakeTerminal(folder, 'pharmacy', settings)
    await untilStatus(terminal, (status) => status.includes('"filling":false') && status.includes('"online"'))
    await terminal.want('session.unlock', { operator: 'asha', pin: '2468' })
    const list = async (): Promise<PickList> =>
      PickList.parse(await terminal.want('pick.open', { personId: someone.id }))
    return { terminal, folder, transport, list, cut: (now) => void (isCut = now) }
  }
  const prescribe = async (
    personId: PersonId = someone.id,
    quantity = 10,
    status = 'active',
    known?: PrescriptionId,
  ) => {
    const id = known ?? PrescriptionId.parse(newId())
    const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' }
    const item = { id: PrescriptionItemId.parse(newId()), medicine: 'metformin', dose, days: 5, quantity }
    const written = { prescriber: 'Dr Rao', department: 'medicine', writtenAt: new Date().toISOString() }
    const row = { id, personId, ...written, status, items: [item] }
    const load = async (changes: object = {}) =>
      assert.deepEqual((await hims.load([{ table: 'prescription', row: { ...row, ...changes } }])).refused, [])
    await load()
    return { id, itemId: item.id, load }
  }
  const close = async () => {
    await server.close()
    await hims.close()
    folders.forEach(removeFolder)
  }
  return { hims, shop, prescribe, close }
}
