import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'

import { ceremony } from '../../../build/demo/ceremony.ts'
import { syncChannels } from '../../../contract/sync.ts'
import { importBundles } from '../../../hims/command/import-bundle.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { backupsIn } from '../../../main/store/backup.ts'
import { openStore } from '../../../main/store/store.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import type { Transport } from '../../../sync/transport.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { closeTerminals, fakeTerminal, removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'
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
async function deskWithStick(copies: string | null = null) {
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
  const settings = {
    code,
    transport: () => transport,
    cardRoots: [root],
    now: () => new Date(),
    sticks: [stick],
    copies,
  }
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

/** Asks for a copy and waits for what comes of it. */
async function copied(desk: FakeTerminal) {
  const { output } = syncChannels['sync.copying']
  let state = syncChannels['sync.copy'].output.parse(await desk.want('sync.copy'))
  for (let asked = 0; state.kind === 'copying' && asked < 5000; asked += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    state = output.parse(await desk.want('sync.copying'))
  }
  return state
}

test('a copy is made when a person asks, and says where it lies', async () => {
  const copies = join(home, 'copies')
  const { desk } = await deskWithStick(copies)
  await desk.want('person.register', { draft: draft({ latin: 'Aarti Gill' }), distinctFrom: [] })
  const made = await copied(desk)
  assert.ok(made.kind === 'copied', JSON.stringify(made))
  assert.deepEqual(backupsIn(copies), [made.folder])
  assert.equal((await overview(desk)).backup, made.at)
  const back = openStore({ folder: made.folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
  assert.ok(back.ok)
  const names = back.value.database.prepare('SELECT count(*) FROM person').pluck().get()
  back.value.close()
  assert.equal(names, 1, 'what was saved a moment ago is in it')
})

test('where no copy can be made the page is told what to do', async () => {
  const { desk } = await deskWithStick()
  assert.deepEqual(await copied(desk), { kind: 'failed', cause: 'no-folder' })
  assert.equal((await overview(desk)).backup, null)
  await closeTerminals()
  await close()
  removeFolder(home)
  home = temporaryFolder()
  const gone = join(home, 'gone')
  writeFileSync(gone, 'a file where the folder should be')
  const other = await deskWithStick(gone)
  assert.deepEqual(await copied(other.desk), { kind: 'failed', cause: 'unwritable' })
  unlinkSync(gone)
  assert.equal((await copied(other.desk)).kind, 'copied', 'the next press works again')
})
