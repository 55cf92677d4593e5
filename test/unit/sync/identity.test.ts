import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { afterEach, beforeEach, test } from 'node:test'

import { draft, person, untilStatus, workingTerminal } from '../main-service/fixture.ts'
import { closeTerminals, fakeTerminal, removeFolder, temporaryFolder } from '../../fake/world.ts'
import { himsStub } from '../../fake/hims-stub.ts'
import type { FakeTerminal } from '../../fake/world.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const register = (terminal: FakeTerminal, latin: string) =>
  terminal.want('person.register', { draft: draft({ latin }), distinctFrom: [] })
const unlock = (terminal: FakeTerminal) => terminal.want('session.unlock', { operator: 'asha', pin: '2468' })

test('an answer to the enrolment that is lost is asked for again, with the same key', async () => {
  const hims = himsStub()
  let lost = 2
  hims.state.fault = async (request, through) => {
    const answer = await through()
    return request.path.endsWith('/enrol') && lost-- > 0 ? { kind: 'lost' } : answer
  }
  const terminal = await fakeTerminal(folder, 'desk', { code: hims.code, transport: () => hims.transport })
  await untilStatus(terminal, (status) => status.includes('"label":"Counter 7"'))
  assert.equal(hims.terminals.size, 1)
})

test('without a code, and with a wrong one, the status says so', async () => {
  const hims = himsStub()
  const none = await fakeTerminal(folder, 'desk', { transport: () => hims.transport })
  await untilStatus(none, (status) => status.includes('"cause":"no-code"'))
  await none.close()
  const wrong = await fakeTerminal(folder, 'desk', { code: 'WRONG-CODE', transport: () => hims.transport })
  await untilStatus(wrong, (status) => status.includes('"cause":"unknown-code"'))
})

test('an old copy of a terminal is fenced off, loses no work, and goes on under a new code', async () => {
  const copy = temporaryFolder()
  const { terminal, hims } = await workingTerminal(folder)
  await terminal.close()
  cpSync(folder, copy, { recursive: true })
  const original = await fakeTerminal(folder, 'desk', { transport: () => hims.transport })
  await unlock(original)
  await register(original, 'Aarti Gill')
  await untilStatus(original, (status) => status.includes('"waiting":0') && status.includes('online'))
  await original.close()

  const restored = await fakeTerminal(copy, 'desk', { transport: () => hims.transport })
  await untilStatus(restored, (status) => status.includes('"cause":"fenced"'))
  await unlock(restored)
  await register(restored, 'Bharat Sethi')
  assert.equal(hims.mutations.length, 1)
  await restored.close()

  hims.codes.set('CODE-NEW', null)
  const anew = await fakeTerminal(copy, 'desk', { code: 'CODE-NEW', transport: () => hims.transport })
  await untilStatus(anew, (status) => status.includes('"waiting":0') && status.includes('online'))
  assert.equal(hims.mutations.length, 2)
  assert.equal(hims.terminals.size, 2)
  await anew.close()
  removeFolder(copy)
})

test('a HIMS that was restored from a copy is given again what it lost, the refused one too', async () => {
  const { terminal, hims } = await workingTerminal(folder)
  hims.state.refuse = (body) =>
    body.kind === 'person.registered' && body.person.name.latin === 'Poison' ? 'spoilt' : ''
  for (const latin of ['Aarti Gill', 'Poison', 'Chanda Rao']) await register(terminal, latin)
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  const [before] = hims.terminals.values()
  assert.ok(before)
  before.lastN = 1
  before.results.delete(2)
  before.results.delete(3)
  hims.state.incarnation = 'second'
  hims.state.fault = async (request, through) => (request.path.endsWith('/poke') ? { kind: 'lost' } : through())
  hims.putRow({ table: 'person', row: person({ latin: 'Wakes The Poke' }) })
  await untilStatus(terminal, () => before.lastN === 3)
  await untilStatus(terminal, (status) => status.includes('"waiting":0') && status.includes('"refused":1'))
  await untilStatus(terminal, (status) => status.includes('"people":4'))
})

test('an update that HIMS asks for stops nothing at the desk', async () => {
  const { terminal, hims } = await workingTerminal(folder)
  hims.state.fault = async () => ({
    kind: 'answer',
    status: 426,
    headers: { 'content-type': 'application/json' },
    body: '{"problem":"schema-too-old"}',
  })
  await register(terminal, 'Aarti Gill')
  await untilStatus(terminal, (status) => status.includes('"cause":"update-needed"'))
  assert.match(JSON.stringify(await terminal.want('person.search', { text: 'aarti' })), /Aarti Gill/)
})
