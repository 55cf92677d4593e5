import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'

import { z } from 'zod'

import { ceremony } from '../../build/demo/ceremony.ts'
import { desk as deskContract } from '../../contract/desk.ts'
import type { PersonId } from '../../domain/id.ts'
import type { TerminalRole } from '../../domain/wire/sync.ts'
import { openHims } from '../../hims/open.ts'
import { axiosTransport } from '../../sync/axios-transport.ts'
import { facility, medicineDepartment } from '../fake/hims-stub.ts'
import { himsProcess } from '../fake/hims-process.ts'
import { closeTerminals, fakeTerminal, removeFolder, temporaryFolder, until } from '../fake/world.ts'
import type { FakeTerminal } from '../fake/world.ts'
import { draft, operator } from '../unit/main-service/fixture.ts'

const PATIENCE = 60_000
const medicine = { code: 'metformin', name: 'Metformin', strength: '500 mg', form: 'tablet', groups: [], shelf: 'B 1' }
const rows = [
  { table: 'facility', row: facility },
  { table: 'department', row: medicineDepartment },
  { table: 'operator', row: operator() },
  { table: 'medicine', row: medicine },
  { table: 'lot', row: { id: 'l1', medicine: medicine.code, lot: 'A1', expiry: '2031-01-31' } },
  {
    table: 'stock_event',
    row: { id: 's1', lotId: 'l1', delta: 90, reason: 'received', at: '2026-11-01T05:00:00.000Z' },
  },
]

/** HIMS and the hospital's own server as processes, and terminals that are told of both. */
async function hospital(t: TestContext) {
  const home = temporaryFolder()
  t.after(async () => {
    await closeTerminals()
    removeFolder(home)
  })
  const [database, keyFile] = [`sqlite:${home}/hims.db`, join(home, 'hims.key')]
  const hims = await openHims({ database, keyFile, now: Date.now, random: randomBytes })
  const root = await ceremony(hims, { now: Date.now, rootSeed: randomBytes(32) })
  assert.deepEqual((await hims.load(rows)).refused, [])
  const roles = ['desk', 'desk', 'pharmacy'] as const
  const codes: string[] = []
  for (const role of roles) codes.push((await hims.createEnrolment({ role, label: role })).code)
  const { code } = await hims.createEnrolment({ role: 'hub', label: 'Server room' })
  await hims.close()
  let cloud = await himsProcess(database, keyFile)
  const { port } = new URL(cloud.base)
  const below = ['--hub', '--upstream', cloud.base, '--code', code]
  const hub = await himsProcess(`sqlite:${home}/hub.db`, join(home, 'hub.key'), below)
  t.after(async () => {
    await hub.stop()
    await cloud.stop()
  })
  const terminal = async (role: TerminalRole, own: string, name: string): Promise<FakeTerminal> => {
    mkdirSync(join(home, name))
    const opened = await fakeTerminal(join(home, name), role, {
      code: own,
      cardRoots: [root],
      now: () => new Date(),
      hims: [hub.base, cloud.base],
      transport: (address) => axiosTransport(address),
    })
    const isFilled = async () => {
      const status = JSON.stringify(await opened.want('terminal.status'))
      return status.includes('"filling":false') && status.includes('"kind":"online"')
    }
    await until(isFilled, `${name} to be filled`, PATIENCE)
    await opened.want('session.unlock', { operator: 'asha', pin: '2468' })
    return opened
  }
  const [one = '', other = '', third = ''] = codes
  return {
    home,
    database,
    keyFile,
    hub,
    near: await terminal('desk', one, 'near'),
    far: await terminal('desk', other, 'far'),
    pharmacy: await terminal('pharmacy', third, 'pharmacy'),
    cut: () => cloud.kill(),
    mend: async () => {
      cloud = await himsProcess(database, keyFile, [], port)
    },
  }
}

async function register(desk: FakeTerminal, latin: string): Promise<PersonId> {
  const said = await desk.want('person.register', { draft: draft({ latin }), distinctFrom: [] })
  const answer = deskContract.channels['person.register'].output.parse(said)
  assert.ok(answer.kind === 'saved')
  return answer.person.id
}

const Server = z.looseObject({ server: z.string().nullable() })
const serverOf = async (terminal: FakeTerminal) => Server.parse(await terminal.want('sync.overview')).server

test('with HIMS killed the desks of a hospital see each other’s work; the hub dies too, and nothing is lost or doubled', async (t) => {
  const place = await hospital(t)
  const { near, far, pharmacy } = place
  assert.deepEqual(await Promise.all([near, far, pharmacy].map(serverOf)), ['hub', 'hub', 'hub'])

  await place.cut()
  const began = performance.now()
  const id = await register(near, 'Kavita Rao')
  await until(async () => (await far.want('person.open', { id })) !== null, 'the other desk', PATIENCE)
  await until(async () => (await pharmacy.want('pick.open', { personId: id })) !== null, 'the pharmacy', PATIENCE)
  t.diagnostic(`registered at one desk, at the others after ${Math.round(performance.now() - began)} ms`)
  const token = await far.want('token.issue', { personId: id, department: medicineDepartment.code })
  assert.match(JSON.stringify(token), /"kind":"issued"/)

  await place.mend()
  const people = async (): Promise<number> => {
    const hims = await openHims({
      database: place.database,
      keyFile: place.keyFile,
      now: Date.now,
      random: randomBytes,
    })
    const found = await hims.inside.store.selectFrom('record').select('id').where('name', '=', 'person').execute()
    const visits = await hims.inside.store.selectFrom('record').select('id').where('name', '=', 'visit').execute()
    await hims.close()
    return visits.length === 1 ? found.length : -found.length
  }
  await until(async () => (await people()) === 1, 'HIMS to have both', PATIENCE)

  await place.hub.kill()
  await register(near, 'Gurpreet Kaur')
  await until(async () => (await serverOf(near)) === 'hims', 'HIMS itself', PATIENCE)
  await until(async () => (await people()) === 2, 'the second person at HIMS', PATIENCE)
  // HIMS has it a moment before the desk has heard so.
  await until(async () => JSON.stringify(await near.want('sync.waiting')) === '[]', 'nothing to wait', PATIENCE)
})
