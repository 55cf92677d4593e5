import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'

import { ceremony } from '../../../build/demo/ceremony.ts'
import { syncChannels } from '../../../contract/sync.ts'
import { importBundles } from '../../../hims/command/import-bundle.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import type { Transport } from '../../../sync/transport.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { closeTerminals, fakeTerminal, removeFolder, temporaryFolder } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { draft, operator, untilStatus } from './fixture.ts'

let home = ''
let close = async () => {}
beforeEach(() => void (home = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  await close()
  removeFolder(home)
})

/** A desk and a real HIMS, the line between them, and a stick. */
async function deskWithStick() {
  const hims = await openHims({ database: `sqlite:${home}/hims.db`, now: Date.now, random: randomBytes })
  const root = await ceremony(hims, { now: Date.now, rootSeed: randomBytes(32) })
  await hims.load([
    { table: 'facility', row: facility },
    { table: 'department', row: medicineDepartment },
    { table: 'operator', row: operator() },
  ])
  const server = himsServer(hims)
  const base = await server.listen({ port: 0, host: '127.0.0.1' })
  close = async () => {
    await server.close()
    await hims.close()
  }
  const { code } = await hims.createEnrolment({ role: 'desk', label: 'Counter 7' })
  const line = { up: true }
  const through = axiosTransport(base)
  const transport: Transport = (request, signal) =>
    line.up ? through(request, signal) : Promise.resolve({ kind: 'lost' })
  const stick = join(home, 'stick')
  const settings = { code, transport: () => transport, cardRoots: [root], now: () => new Date(), sticks: [stick] }
  mkdirSync(join(home, 'desk'))
  const desk = await fakeTerminal(join(home, 'desk'), 'desk', settings)
  await untilStatus(desk, (status) => status.includes('"filling":false') && status.includes('"online"'))
  await desk.want('session.unlock', { operator: 'asha', pin: '2468' })
  return { hims, desk, line, stick }
}

const overview = async (desk: FakeTerminal) =>
  syncChannels['sync.overview'].output.parse(await desk.want('sync.overview'))

test('what waits goes out on a stick, HIMS takes it, and its answer empties the queue without a line', async () => {
  const { hims, desk, line, stick } = await deskWithStick()
  assert.deepEqual(await desk.want('sync.export'), { kind: 'no-stick' })
  mkdirSync(stick)
  assert.deepEqual(await desk.want('sync.export'), { kind: 'nothing' })
  line.up = false
  for (const latin of ['Aarti Gill', 'Bharat Sethi']) {
    await desk.want('person.register', { draft: draft({ latin }), distinctFrom: [] })
  }
  const written = syncChannels['sync.export'].output.parse(await desk.want('sync.export'))
  assert.ok(written.kind === 'written')
  assert.equal(written.records, 2)
  assert.deepEqual((await overview(desk)).exported?.records, 2)
  const file = join(stick, written.file)
  assert.equal(readFileSync(file).includes('Aarti'), false, 'a stolen stick tells nothing')
  assert.deepEqual(await desk.want('sync.receipt'), { kind: 'no-receipt' })

  const said: string[] = []
  const code = await importBundles(hims, [file], {
    print: (text) => void said.push(text),
    complain: (text) => void said.push(text),
  })
  assert.equal(code, 0, said.join('\n'))
  assert.ok(readdirSync(stick).some((name) => name.endsWith('.receipt')))
  assert.deepEqual(await desk.want('sync.receipt'), { kind: 'taken', records: 2 })
  assert.deepEqual(await desk.want('sync.waiting'), [])
  assert.equal((await overview(desk)).exported, null)
  const people = await hims.inside.store.selectFrom('record').select('id').where('name', '=', 'person').execute()
  assert.equal(people.length, 2)
})

test('a comparison says that all is the same, and that HIMS is away when it is', async () => {
  const { desk, line } = await deskWithStick()
  await desk.want('person.register', { draft: draft({ latin: 'Aarti Gill' }), distinctFrom: [] })
  await untilStatus(desk, (status) => status.includes('"waiting":0'))
  const { compared: before, server } = await overview(desk)
  assert.equal(server, 'hims')
  const compared = syncChannels['sync.compare'].output.parse(await desk.want('sync.compare'))
  assert.ok(compared.kind === 'compared')
  assert.equal(compared.comparison.mended, 0)
  assert.notEqual(compared.comparison.at, before?.at)
  line.up = false
  await desk.want('sync.now')
  await untilStatus(desk, (status) => status.includes('"offline"'))
  assert.deepEqual(await desk.want('sync.compare'), { kind: 'away' })
})
