import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { clock, closeTerminals, fakeTerminal, handTimers, removeFolder, temporaryFolder } from '../../fake/world.ts'
import { openStore } from '../../../main/store/store.ts'
import { storeKey } from '../../fake/world.ts'
import { operator } from './fixture.ts'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32).fill(9) })
  assert.ok(opened.ok)
  opened.value.shared.operator.put({ row: operator(), version: 1, raw: null })
  opened.value.shared.operator.put({ row: operator('pill', ['pharmacist']), version: 1, raw: null })
  opened.value.close()
})
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const wrong = { operator: 'asha', pin: '1111' }
const right = { operator: 'asha', pin: '2468' }

test('five wrong PINs make everybody wait, longer each time, and a restart or a clock set back changes nothing', async () => {
  const time = clock()
  const timers = handTimers()
  let terminal = await fakeTerminal(folder, 'desk', { now: time.now, timers })
  for (const triesLeft of [4, 3, 2]) {
    assert.deepEqual(await terminal.want('session.unlock', wrong), { kind: 'wrong', triesLeft })
  }
  await terminal.close()
  terminal = await fakeTerminal(folder, 'desk', { now: time.now, timers })
  assert.deepEqual(await terminal.want('session.unlock', wrong), { kind: 'wrong', triesLeft: 1 })
  assert.deepEqual(await terminal.want('session.unlock', wrong), { kind: 'wait', until: '2026-11-22T05:00:30.000Z' })
  assert.deepEqual(await terminal.want('session.unlock', right), { kind: 'wait', until: '2026-11-22T05:00:30.000Z' })

  time.move(-3_600_000)
  assert.deepEqual(await terminal.want('session.unlock', right), { kind: 'wait', until: '2026-11-22T04:00:30.000Z' })
  time.move(31_000)
  assert.deepEqual(await terminal.want('session.unlock', wrong), { kind: 'wait', until: '2026-11-22T04:01:31.000Z' })
  time.move(61_000)
  assert.deepEqual(await terminal.want('session.unlock', right), { kind: 'unlocked', name: 'Asha' })
  await terminal.want('session.lock')
  assert.deepEqual(await terminal.want('session.unlock', wrong), { kind: 'wrong', triesLeft: 4 })
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
  assert.deepEqual(await terminal.want('session.operators'), [{ id: 'asha', name: 'Asha' }])
  const answer = await terminal.want('session.unlock', { operator: 'pill', pin: '2468' })
  assert.deepEqual(answer, { kind: 'wrong', triesLeft: 4 })
})
