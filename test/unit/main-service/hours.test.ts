import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { doctor } from '../../../contract/doctor.ts'
import type { TokenSlip } from '../../../domain/print/document.ts'
import { Room } from '../../../domain/hospital/room.ts'
import { Roster } from '../../../domain/hospital/roster.ts'
import type { Hands } from '../../../main/process/message.ts'
import { medicineDepartment } from '../../fake/hims-stub.ts'
import type { HimsStub } from '../../fake/hims-stub.ts'
import { clock, closeTerminals, goodHands, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import { operator, person, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const someone = person({ latin: 'Rekha Sharma' })
const name = { en: 'Room', hi: 'कमरा', pa: 'ਕਮਰਾ', ur: 'کمرہ' }
const place = { kind: 'consulting', department: 'medicine', floor: 1, line: 'blue', open: true } as const
const room = (label: string) => Room.parse({ code: `room-${label}`, label, name, ...place })
const hours = (id: string, label: string, from: string, to: string) =>
  Roster.parse({
    id,
    operator: 'asha',
    department: 'medicine',
    room: `room-${label}`,
    day: '2026-11-22',
    from,
    to,
    minutes: 6,
    status: 'planned',
  })
/** Half past two in Delhi. */
const afternoon = '2026-11-22T09:00:00.000Z'

/** Asha sees patients in room 14 until one, and in room 15 from two on. */
function roster(hims: HimsStub): void {
  hims.putRow({ table: 'operator', row: operator('asha', ['clerk', 'doctor']) })
  hims.putRow({ table: 'department', row: medicineDepartment })
  for (const label of ['14', '15']) hims.putRow({ table: 'room', row: room(label) })
  hims.putRow({ table: 'roster', row: hours('a', '14', '09:00', '13:00') })
  hims.putRow({ table: 'roster', row: hours('b', '15', '14:00', '17:00') })
  hims.putRow({ table: 'person', row: someone })
}

test('a slip names the room of the hours that are to come, and none that is closed', async () => {
  const slips: TokenSlip[] = []
  const hands: Hands = (task) => {
    if (task.kind === 'prepare' && task.document.kind === 'token-slip') slips.push(task.document)
    return goodHands(task)
  }
  const time = clock(afternoon)
  const { terminal, hims } = await workingTerminal(folder, 'desk', roster, { now: time.now, hands })
  const roomOfSlip = async (count: number) => {
    await terminal.want('token.issue', { personId: someone.id, department: 'medicine', doctor: 'asha' })
    await until(() => slips.length === count, 'the slip')
    return slips.at(-1)?.department.room
  }
  assert.equal(await roomOfSlip(1), '15')
  hims.putRow({ table: 'room', row: { ...room('15'), label: '15 B', open: false } })
  await until(async () => JSON.stringify(await terminal.want('visit.roster')).includes('15 B'), 'the closing')
  assert.equal(await roomOfSlip(2), medicineDepartment.room)
})

test('in the afternoon a doctor is in the room of the afternoon', async () => {
  const { terminal } = await workingTerminal(folder, 'doctor', roster, { now: clock(afternoon).now })
  const seat = async () => doctor.channels['room.now'].output.parse(await terminal.want('room.now')).seat
  await until(async () => (await seat()) !== null, 'the roster')
  assert.equal((await seat())?.label, '15')
})
