import assert from 'node:assert/strict'
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'

import { clock, closeTerminals, fakeTerminal, handTimers, removeFolder, temporaryFolder } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import type { Operator } from '../../../domain/hospital/operator.ts'
import { openStore } from '../../../main/store/store.ts'
import { storeKey } from '../../fake/world.ts'
import { operator, untilStatus, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
  staff(operator(), operator('pill', ['pharmacist']), operator('boss', ['clerk', 'supervisor']))
})
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

function staff(...rows: readonly Operator[]): void {
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32).fill(9) })
  assert.ok(opened.ok)
  for (const row of rows) opened.value.shared.operator.put({ row, version: 1, raw: null })
  opened.value.close()
}

const wrong = { operator: 'asha', pin: '1111' }
const right = { operator: 'asha', pin: '2468' }

const failing = async (terminal: FakeTerminal, times: number): Promise<unknown> => {
  let last: unknown = null
  for (let time = 0; time < times; time += 1) last = await terminal.want('session.unlock', wrong)
  return last
}

const seconds = async (terminal: FakeTerminal, time: ReturnType<typeof clock>, asked = right): Promise<number> => {
  const answer = await terminal.want('session.unlock', asked)
  assert.ok(typeof answer === 'object' && answer !== null && 'until' in answer, JSON.stringify(answer))
  return (Date.parse(String(answer.until)) - time.now().getTime()) / 1000
}

describe('five wrong PINs', () => {
  const time = clock()
  const open = (timers = handTimers()) => fakeTerminal(folder, 'desk', { now: time.now, timers })

  test('make everybody wait, longer each time, and a restart gives nothing back', async () => {
    let terminal = await open()
    for (const triesLeft of [4, 3, 2])
      assert.deepEqual(await terminal.want('session.unlock', wrong), { kind: 'wrong', triesLeft })
    await terminal.close()
    terminal = await open()
    assert.deepEqual(await terminal.want('session.unlock', wrong), { kind: 'wrong', triesLeft: 1 })
    await terminal.want('session.unlock', wrong)
    assert.equal(await seconds(terminal, time), 30, 'the right PIN waits like a wrong one')
    await terminal.close()
    const timers = handTimers()
    terminal = await open(timers)
    assert.equal(await seconds(terminal, time), 30)
    for (let step = 0; step < 5; step += 1) timers.move(5000)
    assert.equal(await seconds(terminal, time), 5)
    await terminal.close()
    const later = handTimers()
    terminal = await open(later)
    assert.equal(await seconds(terminal, time), 5, 'what was waited counts')
    later.move(5000)
    await terminal.want('session.unlock', wrong)
    assert.equal(await seconds(terminal, time), 60)
    for (let step = 0; step < 12; step += 1) later.move(5000)
    assert.deepEqual(await terminal.want('session.unlock', right), { kind: 'unlocked', name: 'Asha' })
    await terminal.want('session.lock')
    assert.deepEqual(await terminal.want('session.unlock', wrong), { kind: 'wrong', triesLeft: 4 })
  })

  test('are waited for in running time: no clock that is set forward or back changes it', async () => {
    const timers = handTimers()
    const terminal = await open(timers)
    await failing(terminal, 5)
    time.move(10 * 3_600_000)
    assert.equal(await seconds(terminal, time), 30, 'forward')
    time.move(-30 * 3_600_000)
    assert.equal(await seconds(terminal, time), 30, 'back')
    await terminal.close()
    time.move(400 * 24 * 3_600_000)
    assert.equal(await seconds(await open(), time), 30, 'forward while it was off')
  })

  const aside = () => join(folder, 'aside.db')
  const database = () => join(folder, 'terminal.db')

  const restore = () => {
    for (const end of ['-wal', '-shm']) rmSync(`${database()}${end}`, { force: true })
    copyFileSync(aside(), database())
  }

  test('are not forgotten by an older database in the place of this one', async () => {
    copyFileSync(database(), aside())
    const terminal = await open()
    await failing(terminal, 5)
    await terminal.close()
    restore()
    assert.equal(await seconds(await open(), time), 30)
  })

  test('with an older database and without the copy beside it count as eight, for everybody', async () => {
    copyFileSync(database(), aside())
    const terminal = await open()
    await failing(terminal, 5)
    await terminal.close()
    restore()
    rmSync(join(folder, 'tries.sealed'))
    const again = await open()
    assert.equal(await seconds(again, time), 240)
    assert.equal(await seconds(again, time, { operator: 'boss', pin: '2468' }), 240)
    await again.close()
    assert.equal(await seconds(await open(), time), 240, 'a restart is no way round it')
  })

  test('hold when the copy beside the database is put back to an older one', async () => {
    let terminal = await open()
    await failing(terminal, 1)
    await terminal.close()
    copyFileSync(join(folder, 'tries.sealed'), aside())
    terminal = await open()
    await failing(terminal, 4)
    await terminal.close()
    copyFileSync(aside(), join(folder, 'tries.sealed'))
    assert.equal(await seconds(await open(), time), 30)
  })

  test('the copy beside the database tells nobody whose tries they are', async () => {
    const terminal = await open()
    await failing(terminal, 2)
    assert.ok(existsSync(join(folder, 'tries.sealed')))
    assert.doesNotMatch(readFileSync(join(folder, 'tries.sealed'), 'latin1'), /asha/)
  })

  test('are taken back by a supervisor, never by oneself or a colleague', async () => {
    const terminal = await open()
    await failing(terminal, 5)
    const forgive = (supervisor: string, pin = '2468') =>
      terminal.want('session.forgive', { operator: 'asha', supervisor, pin })
    assert.deepEqual(await terminal.want('session.supervisors'), [{ id: 'boss', name: 'Asha' }])
    assert.deepEqual(await forgive('pill'), { kind: 'wrong', triesLeft: 4 })
    assert.deepEqual(await forgive('boss', '9999'), { kind: 'wrong', triesLeft: 4 })
    assert.equal(await seconds(terminal, time), 30)
    assert.deepEqual(await forgive('boss'), { kind: 'unlocked', name: 'Asha' })
    assert.deepEqual(await terminal.want('session.unlock', right), { kind: 'unlocked', name: 'Asha' })
    await terminal.want('session.lock')
    const boss = { operator: 'boss', pin: '0000' }
    for (let round = 0; round < 5; round += 1) await terminal.want('session.unlock', boss)
    assert.deepEqual(await terminal.want('session.forgive', { operator: 'boss', supervisor: 'boss', pin: '2468' }), {
      kind: 'wait',
      until: new Date(time.now().getTime() + 30_000).toISOString(),
    })
  })
})

test('ten idle minutes lock the terminal; questions of a page by itself do not keep it open', async () => {
  const timers = handTimers()
  const terminal = await fakeTerminal(folder, 'desk', { timers })
  await terminal.want('session.unlock', right)
  timers.move(9 * 60_000)
  await terminal.want('person.search', { text: '' })
  timers.move(9 * 60_000)
  assert.equal((await terminal.ask('person.search', { text: '' })).ok, true)
  timers.move(9 * 60_000)
  await terminal.want('terminal.status')
  timers.move(60_000)
  assert.deepEqual(await terminal.ask('person.search', { text: '' }), { ok: false, refusal: 'locked', paths: [] })
})

test('an operator nobody knows costs tries as well', async () => {
  const terminal = await fakeTerminal(folder, 'desk')
  assert.deepEqual(await terminal.want('session.unlock', { operator: 'nobody', pin: '2468' }), {
    kind: 'wrong',
    triesLeft: 4,
  })
})

test('a closed store still says why', async () => {
  const terminal = await fakeTerminal(folder, 'desk', { key: new Uint8Array(32).fill(1) })
  assert.deepEqual(terminal.state(), { kind: 'closed', cause: 'wrong-key' })
  const status = JSON.stringify(await terminal.want('terminal.status'))
  assert.match(status, /"store":\{"kind":"closed","cause":"wrong-key"\}/)
  assert.deepEqual(await terminal.ask('person.search', { text: 'a' }), {
    ok: false,
    refusal: 'store-closed',
    paths: [],
  })
})

test('a pharmacist does not unlock a desk', async () => {
  const terminal = await fakeTerminal(folder, 'desk')
  const names = JSON.stringify(await terminal.want('session.operators'))
  assert.equal(names, '[{"id":"asha","name":"Asha"},{"id":"boss","name":"Asha"}]')
  const answer = await terminal.want('session.unlock', { operator: 'pill', pin: '2468' })
  assert.deepEqual(answer, { kind: 'wrong', triesLeft: 4 })
})

test('whoever has left, or has not begun, unlocks nothing', async () => {
  const time = clock('2026-11-22T05:00:00.000Z')
  staff({ ...operator('gone'), left: '2026-11-22' }, { ...operator('new'), since: '2026-11-23' })
  const terminal = await fakeTerminal(folder, 'desk', { now: time.now })
  for (const id of ['gone', 'new'])
    assert.deepEqual(await terminal.want('session.unlock', { operator: id, pin: '2468' }), {
      kind: 'wrong',
      triesLeft: 4,
    })
  time.move(24 * 3_600_000)
  assert.deepEqual(await terminal.want('session.unlock', { operator: 'new', pin: '2468' }), {
    kind: 'unlocked',
    name: 'Asha',
  })
})

test('a right that HIMS takes away ends the session as soon as this terminal hears of it', async () => {
  const { terminal, hims } = await workingTerminal(temporaryFolder())
  hims.putRow({ table: 'operator', row: operator('asha', ['pharmacist']) })
  await untilStatus(terminal, (status) => status.includes('"session":{"kind":"locked"}'))
  assert.deepEqual(await terminal.want('session.unlock', right), { kind: 'wrong', triesLeft: 4 })
})

describe("a supervisor's word", () => {
  test('waits two minutes for its deed, and goes with the lock', async () => {
    const timers = handTimers()
    const terminal = await fakeTerminal(folder, 'desk', { timers })
    await terminal.want('session.unlock', right)
    const session = async () => {
      const status = await terminal.want('terminal.status')
      return typeof status === 'object' && status !== null && 'session' in status ? status.session : null
    }
    const vouched = { kind: 'unlocked', operator: 'asha', name: 'Asha', word: { operator: 'boss', name: 'Asha' } }
    assert.deepEqual(await terminal.want('session.vouch', { supervisor: 'asha', pin: '2468' }), {
      kind: 'wrong',
      triesLeft: 4,
    })
    await terminal.want('session.vouch', { supervisor: 'boss', pin: '2468' })
    assert.deepEqual(await session(), vouched)
    timers.move(2 * 60_000)
    assert.deepEqual(await session(), { kind: 'unlocked', operator: 'asha', name: 'Asha' })
    await terminal.want('session.vouch', { supervisor: 'boss', pin: '2468' })
    await terminal.want('session.lock')
    await terminal.want('session.unlock', right)
    assert.deepEqual(await session(), { kind: 'unlocked', operator: 'asha', name: 'Asha' })
  })
  test('is worth nothing any more once the right to give it is taken away', async () => {
    removeFolder(folder)
    folder = temporaryFolder()
    const boss = operator('boss', ['clerk', 'supervisor'])
    const { terminal, hims } = await workingTerminal(folder, 'desk', (stub) =>
      stub.putRow({ table: 'operator', row: boss }),
    )
    await terminal.want('session.vouch', { supervisor: 'boss', pin: '2468' })
    await untilStatus(terminal, (status) => status.includes('"word"'))
    hims.putRow({ table: 'operator', row: { ...boss, roles: ['clerk'] } })
    await untilStatus(terminal, (status) => !status.includes('"word"'))
    await untilStatus(terminal, (status) => status.includes('"session":{"kind":"unlocked","operator":"asha"'))
  })
})
