import { scryptSync } from 'node:crypto'

import { OperatorId } from '../../../domain/id.ts'
import type { Operator } from '../../../domain/hospital/operator.ts'
import { fakeTerminal, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { himsStub } from '../../fake/hims-stub.ts'
import type { HimsStub } from '../../fake/hims-stub.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'

export { draft, newId, person } from './person.ts'

/** PIN 2468, with a cost that a test can afford. */
export function operator(id = 'asha', roles: Operator['roles'] = ['clerk', 'pharmacist']): Operator {
  const salt = 'ab'.repeat(16)
  const hash = scryptSync('2468', Buffer.from(salt, 'hex'), 32, { N: 1024, r: 8, p: 1 }).toString('hex')
  return {
    id: OperatorId.parse(id),
    name: 'Asha',
    roles,
    pin: { salt, hash, cost: 1024, block: 8, parallel: 1 },
  }
}

/** A terminal that is enrolled at a HIMS in memory, filled and unlocked. */
export async function workingTerminal(
  folder: string,
  role: TerminalRole = 'desk',
  prepare: (hims: HimsStub) => void = () => {},
  changes: Parameters<typeof fakeTerminal>[2] = {},
): Promise<{ readonly terminal: FakeTerminal; readonly hims: HimsStub }> {
  const hims = himsStub(role)
  hims.putRow({ table: 'operator', row: operator() })
  prepare(hims)
  const terminal = await fakeTerminal(folder, role, { code: hims.code, transport: () => hims.transport, ...changes })
  await untilStatus(terminal, (status) => status.includes('"filling":false') && status.includes('"kind":"online"'))
  if (role !== 'kiosk') await terminal.want('session.unlock', { operator: 'asha', pin: '2468' })
  return { terminal, hims }
}

export const untilStatus = (terminal: FakeTerminal, check: (status: string) => boolean): Promise<void> =>
  until(async () => check(JSON.stringify(await terminal.want('terminal.status'))), 'status')
