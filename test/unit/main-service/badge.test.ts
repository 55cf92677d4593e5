import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { badgeText, readBadge } from '../../../domain/hospital/badge.ts'
import { ScanEvent } from '../../../domain/scan/scan-event.ts'
import type { PrintDocument } from '../../../domain/print/document.ts'
import { badgeHash } from '../../../main/service/session-badge.ts'
import {
  closeTerminals,
  fakeTerminal,
  goodHands,
  handTimers,
  removeFolder,
  temporaryFolder,
  until,
} from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { operator, untilStatus, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const text = badgeText(new Uint8Array(26).fill(7))
const other = badgeText(new Uint8Array(26).fill(8))

const scan = (terminal: FakeTerminal, code: string) =>
  terminal.scanned(ScanEvent.parse({ device: 'hid:1', source: 'hid', text: code, symbology: ']Q1' }))

const unlock = (terminal: FakeTerminal, id = 'asha') => terminal.want('session.unlock', { operator: id, pin: '2468' })
const badge = (terminal: FakeTerminal, code = text) => terminal.want('session.badge', { text: code })
const asha = { operator: 'asha', name: 'Asha' }

test('a badge is read in any case and with white ends, and nothing else is one', () => {
  assert.equal(readBadge(` ${text.toLowerCase()}\r`), text)
  assert.equal(text.length, 31)
  for (const wrong of [text.slice(0, -1), `${text}0`, `DLH1:${text.slice(5)}`, text.replace(/.$/, 'U')])
    assert.equal(readBadge(wrong), null)
})

test('a badge names its holder, and opens alone only for whoever stepped away a moment ago', async () => {
  const timers = handTimers()
  const prepare = (hims: { putRow: (row: { table: 'operator'; row: ReturnType<typeof operator> }) => void }) => {
    hims.putRow({ table: 'operator', row: { ...operator(), badge: badgeHash(text) } })
    hims.putRow({ table: 'operator', row: { ...operator('boss', ['supervisor']), badge: badgeHash(other) } })
  }
  const { terminal } = await workingTerminal(folder, 'desk', prepare)
  assert.deepEqual(await badge(terminal), { kind: 'at-work', ...asha })
  assert.deepEqual(await badge(terminal, other), { kind: 'named', operator: 'boss', name: 'Asha' })
  await terminal.want('session.lock')
  assert.deepEqual(await badge(terminal, other), { kind: 'named', operator: 'boss', name: 'Asha' }, 'never worked here')
  await unlock(terminal, 'boss')
  await terminal.want('session.lock')
  assert.deepEqual(await badge(terminal, other), { kind: 'named', operator: 'boss', name: 'Asha' }, 'a supervisor')
  assert.deepEqual(await badge(terminal), { kind: 'unlocked', ...asha })
  assert.equal((await terminal.ask('person.search', { text: '' })).ok, true)
  await terminal.want('session.lock')
  await terminal.want('session.unlock', { operator: 'asha', pin: '1111' })
  await terminal.close()
  const again = await fakeTerminal(folder, 'desk', { timers })
  assert.deepEqual(await badge(again), { kind: 'named', ...asha }, 'after a restart the PIN is asked')
  await unlock(again)
  await again.want('session.lock')
  timers.move(10 * 60_000)
  assert.deepEqual(await badge(again), { kind: 'named', ...asha }, 'ten minutes are over')
  await unlock(again)
  await again.want('session.lock')
  for (let time = 0; time < 5; time += 1) await again.want('session.unlock', { operator: 'asha', pin: '1111' })
  assert.deepEqual(await badge(again), { kind: 'named', ...asha }, 'somebody guessed meanwhile')
  assert.equal(await badge(again, 'DLV1:nothing'), null)
})

test('a supervisor orders a badge for somebody, any scanner reads it, and a withdrawn one is refused', async () => {
  const printed: PrintDocument[] = []
  const hands: typeof goodHands = async (task) => {
    if (task.kind === 'prepare') printed.push(task.document)
    return goodHands(task)
  }
  const boss = operator('boss', ['clerk', 'supervisor'])
  const { terminal, hims } = await workingTerminal(
    folder,
    'desk',
    (stub) => stub.putRow({ table: 'operator', row: boss }),
    { hands },
  )
  const order = (deed: 'print' | 'withdraw', id = 'asha') => terminal.want(`badge.${deed}`, { operator: id })
  assert.deepEqual(await order('print'), { kind: 'ask-supervisor' })
  await terminal.want('session.vouch', { supervisor: 'boss', pin: '2468' })
  assert.deepEqual(await order('print', 'nobody'), { kind: 'unknown' })
  assert.deepEqual(await order('print'), { kind: 'done' })
  assert.deepEqual(await order('print'), { kind: 'ask-supervisor' }, 'a word is for one deed')
  await until(() => printed.length === 1, 'paper')
  const [paper] = printed
  assert.ok(paper?.kind === 'staff-badge')
  assert.equal(paper.name, 'Asha')
  const told = () => terminal.told.filter(({ name }) => name === 'badge').map(({ payload }) => payload)
  scan(terminal, paper.code)
  assert.deepEqual(told(), [{ kind: 'at-work', ...asha }])
  await terminal.want('scan.text', { text: paper.code.toLowerCase(), source: 'camera' })
  assert.equal(told().length, 2)
  await terminal.want('session.lock')
  await unlock(terminal, 'boss')
  assert.deepEqual(await badge(terminal, paper.code), { kind: 'named', ...asha })
  assert.deepEqual(await order('withdraw'), { kind: 'done' })
  assert.deepEqual(await badge(terminal, paper.code), { kind: 'refused' })
  await until(() => hims.mutations.filter(({ kind }) => kind === 'badge.changed').length === 2, 'HIMS')
  const [made, gone] = hims.mutations.flatMap((body) => (body.kind === 'badge.changed' ? [body] : []))
  assert.equal(made?.badge, badgeHash(paper.code))
  assert.deepEqual([gone?.operator, gone?.badge, gone?.by], ['asha', null, 'boss'])
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
})
