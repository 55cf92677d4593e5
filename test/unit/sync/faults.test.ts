import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { bodyText } from '../../../sync/transport.ts'
import { draft, person, untilStatus, workingTerminal } from '../main-service/fixture.ts'
import type { Fault } from '../../fake/hims-stub.ts'
import { closeTerminals, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const html = {
  kind: 'answer',
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<h1>Sign in</h1>',
} as const

/** What can happen to an exchange; the request may have arrived even when its answer has not. */
const faults: Readonly<Record<string, Fault>> = {
  'the request is lost': async () => ({ kind: 'lost' }),
  'the answer is lost': async (_, through) => {
    await through()
    return { kind: 'lost' }
  },
  'the answer is cut short': async (_, through) => {
    const answer = await through()
    return answer.kind === 'answer' ? { ...answer, body: answer.body.slice(0, answer.body.length / 2) } : answer
  },
  'a page of a captive portal answers': async () => html,
  'the request arrives twice': async (_, through) => {
    await through()
    return through()
  },
  'HIMS is busy': async () => ({ kind: 'answer', status: 503, headers: { 'retry-after': '0' }, body: '' }),
}

const register = (terminal: FakeTerminal, latin: string) =>
  terminal.want('person.register', { draft: draft({ latin }), distinctFrom: [] })

for (const [name, fault] of Object.entries(faults)) {
  test(`exactly once, although ${name}`, async () => {
    const { terminal, hims } = await workingTerminal(folder)
    let faulty = 2
    hims.state.fault = async (request, through) => {
      if (request.path.endsWith('/poke')) return through()
      return faulty-- > 0 ? fault(request, through) : through()
    }
    for (const latin of ['Aarti Gill', 'Bharat Sethi', 'Chanda Rao']) await register(terminal, latin)
    hims.putRow({ table: 'person', row: person({ latin: 'Dilip Nair' }) })
    await untilStatus(terminal, (status) => status.includes('"waiting":0') && status.includes('"people":4'))
    assert.deepEqual(
      hims.mutations.map((body) => body.kind === 'person.registered' && body.person.name.latin),
      ['Aarti Gill', 'Bharat Sethi', 'Chanda Rao'],
    )
    assert.equal([...hims.rows.values()].filter(({ table }) => table === 'person').length, 4)
  })
}

test('a mutation that HIMS refuses is set aside with its reason, and the queue goes on', async () => {
  const { terminal, hims } = await workingTerminal(folder)
  hims.state.refuse = (body) =>
    body.kind === 'person.registered' && body.person.name.latin === 'Poison' ? 'spoilt' : ''
  for (const latin of ['Aarti Gill', 'Poison', 'Chanda Rao']) await register(terminal, latin)
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  assert.equal(hims.mutations.length, 2)
  const waiting = JSON.stringify(await terminal.want('sync.waiting'))
  assert.match(waiting, /"title":"Poison".*"state":\{"kind":"refused","reason":"spoilt"\}/)
})

test('a page whose digest does not fit is not applied, and the next good one is', async () => {
  const { terminal, hims } = await workingTerminal(folder)
  let bent = 0
  hims.state.fault = async (request, through) => {
    const answer = await through()
    if (!request.path.endsWith('/pull') || answer.kind !== 'answer') return answer
    const text = bodyText(answer.body)
    if (!text.includes('Wanted') || bent++ > 1) return answer
    return { ...answer, body: text.replace('Wanted', 'Forged') }
  }
  hims.putRow({ table: 'person', row: person({ latin: 'Wanted' }) })
  await until(async () => JSON.stringify(await terminal.want('person.search', { text: 'wanted' })).includes('"Wanted"'))
  assert.ok(bent > 1)
  assert.equal(JSON.stringify(await terminal.want('person.search', { text: 'forged' })).includes('"Forged"'), false)
})

test('rows that cannot be read are kept aside, fields that are not known are kept with their row', async () => {
  const { terminal, hims } = await workingTerminal(folder)
  hims.put('person', 'p1', { strange: true })
  hims.put('weather', 'w1', { rain: 1 })
  const known = person({ latin: 'Newer Fields' })
  hims.put('person', known.id, { ...known, bloodGroup: 'B+', address: { ...known.address, village: 'Bawana' } })
  await until(async () => JSON.stringify(await terminal.want('person.search', { text: 'newer' })).includes(known.id))
  await terminal.close()
  const { openStore } = await import('../../../main/store/store.ts')
  const { storeKey } = await import('../../fake/world.ts')
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
  assert.ok(opened.ok)
  const { database } = opened.value
  assert.deepEqual(database.prepare('SELECT tbl FROM quarantine ORDER BY tbl').pluck().all(), ['person', 'weather'])
  assert.match(
    String(database.prepare('SELECT raw FROM person WHERE id = ?').pluck().get(known.id)),
    /bloodGroup.*Bawana|Bawana.*bloodGroup/,
  )
  opened.value.close()
})

test('a HIMS that misses a number is greeted before it is told anything again', async () => {
  const { terminal, hims } = await workingTerminal(folder)
  const asked: string[] = []
  let hasLost = true
  hims.state.fault = async (request, through) => {
    const call = request.path.slice(request.path.lastIndexOf('/') + 1)
    if (call === 'hello' || call === 'push') asked.push(call)
    if (call !== 'push' || !bodyText(request.body).includes('Bharat') || !hasLost) return through()
    hasLost = false
    const body = JSON.stringify({ problem: 'gap', expected: 1 })
    return { kind: 'answer', status: 409, headers: { 'content-type': 'application/json' }, body }
  }
  await register(terminal, 'Aarti Gill')
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  await register(terminal, 'Bharat Sethi')
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  assert.deepEqual(asked.slice(-3), ['push', 'hello', 'push'])
  assert.equal(hims.mutations.length, 2)
})
