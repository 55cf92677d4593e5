import { randomBytes, scryptSync } from 'node:crypto'

import { OperatorId, PersonId, uuidV7 } from '../../../domain/id.ts'
import type { OwnScript } from '../../../domain/language.ts'
import type { Operator } from '../../../domain/hospital/operator.ts'
import type { Person, PersonDraft } from '../../../domain/person/person.ts'
import { fakeTerminal, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { himsStub } from '../../fake/hims-stub.ts'
import type { HimsStub } from '../../fake/hims-stub.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'

export const newId = (): string => uuidV7(Date.now(), randomBytes(10))

/** PIN 2468, with a cost that a test can afford. */
export function operator(id = 'asha'): Operator {
  const salt = 'ab'.repeat(16)
  const hash = scryptSync('2468', Buffer.from(salt, 'hex'), 32, { N: 1024, r: 8, p: 1 }).toString('hex')
  return {
    id: OperatorId.parse(id),
    name: 'Asha',
    roles: ['clerk'],
    pin: { salt, hash, cost: 1024, block: 8, parallel: 1 },
  }
}

interface Given {
  readonly latin: string
  readonly own?: readonly [OwnScript, string]
  readonly age?: number
  readonly phone?: string | null
  readonly locality?: string
  readonly sex?: PersonDraft['sex']
}

export const draft = ({
  latin,
  own,
  age = 40,
  phone = null,
  locality = 'Rohini',
  sex = 'female',
}: Given): PersonDraft => ({
  name: { latin, own: own === undefined ? null : { script: own[0], text: own[1] } },
  sex,
  birth: { kind: 'age', years: age, asOf: '2026-11-22' },
  phone,
  address: { house: '12', locality, district: 'north-west', pin: null },
  guardian: null,
  language: 'hi',
})

export const person = (given: Given): Person => ({
  ...draft(given),
  id: PersonId.parse(newId()),
  registeredAt: '2026-11-20T05:00:00.000Z',
})

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
