import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

import { ceremony } from '../../../build/demo/ceremony.ts'
import type { ChangeRow, TerminalRole } from '../../../domain/wire/sync.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import type { Transport } from '../../../sync/transport.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { closeTerminals, fakeTerminal, removeFolder, temporaryFolder } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { operator, person, untilStatus } from './fixture.ts'

export const people = [1, 2, 3, 4, 5].map((at) => person({ latin: `Patient ${at}` }))
const [first] = people
const medicines = [
  { code: 'metformin', name: 'Metformin', strength: '500 mg', form: 'tablet', shelf: 'B 1', groups: [] },
  { code: 'metformin-1g', name: 'Metformin', strength: '1 g', form: 'tablet', shelf: 'B 2', groups: [] },
  { code: 'metformin-gel', name: 'Metformin', strength: '1 %', form: 'gel', shelf: 'B 3', groups: [] },
  {
    code: 'amoxicillin',
    name: 'Amoxicillin',
    strength: '500 mg',
    form: 'capsule',
    shelf: 'C 1',
    groups: ['penicillin'],
  },
] as const

export interface Window {
  readonly terminal: FakeTerminal
  readonly cut: (isCut: boolean) => void
}

/** A real HIMS, and terminals of any role that talk to it over a socket. */
export async function hospital(t: TestContext, more: readonly ChangeRow[] = []) {
  const home = temporaryFolder()
  const folders = [home]
  const hims = await openHims({ database: `sqlite:${home}/hims.db`, now: Date.now, random: randomBytes })
  const root = await ceremony(hims, { now: Date.now, rootSeed: randomBytes(32) })
  const staff = (id: string, name: string) => ({ ...operator(id, ['doctor']), name, department: 'medicine' })
  const { refused } = await hims.load([
    { table: 'facility', row: facility },
    { table: 'department', row: medicineDepartment },
    { table: 'department', row: { ...medicineDepartment, code: 'heart', prefix: 'H', room: '18' } },
    ...(['14', '15'] as const).map((label) => {
      const name = { en: 'Room', hi: 'कमरा', pa: 'ਕਮਰਾ', ur: 'کمرہ' }
      const row = {
        code: `room-${label}`,
        label,
        name,
        kind: 'consulting',
        department: 'medicine',
        floor: 1,
        line: 'blue',
        open: true,
      }
      return { table: 'room', row } as const
    }),
    { table: 'operator', row: operator('asha', ['clerk', 'pharmacist']) },
    { table: 'operator', row: staff('meena-rao', 'Dr Meena Rao') },
    { table: 'operator', row: staff('imran-ali', 'Dr Imran Ali') },
    ...medicines.map((row) => ({ table: 'medicine', row }) as const),
    ...people.map((row) => ({ table: 'person', row }) as const),
    {
      table: 'allergy',
      row: {
        id: 'a1',
        personId: first?.id,
        group: 'penicillin',
        criticality: 'high',
        verification: 'confirmed',
        notedOn: '2026-01-01',
      },
    },
    ...more,
  ])
  assert.deepEqual(refused, [])
  const server = himsServer(hims)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port }: AddressInfo = Object(server.server.address())
  t.after(async () => {
    await closeTerminals()
    server.server.closeAllConnections()
    await server.close()
    await hims.close()
    folders.forEach(removeFolder)
  })
  const open = async (role: TerminalRole, label: string, who: string | null): Promise<Window> => {
    const folder = temporaryFolder()
    folders.push(folder)
    const { code } = await hims.createEnrolment({ role, label })
    const line = axiosTransport(`http://127.0.0.1:${port}`)
    let isCut = false
    const transport: Transport = (request, signal) =>
      isCut ? Promise.resolve({ kind: 'lost' }) : line(request, signal)
    const terminal = await fakeTerminal(folder, role, {
      code,
      transport: () => transport,
      cardRoots: [root],
      now: () => new Date(),
    })
    await untilStatus(terminal, (status) => status.includes('"filling":false') && status.includes('"online"'))
    if (who !== null) await terminal.want('session.unlock', { operator: who, pin: '2468' })
    return { terminal, cut: (now) => void (isCut = now) }
  }
  return { open }
}
