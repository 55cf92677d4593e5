import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { cpSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, test } from 'node:test'
import { z } from 'zod'

import { ceremony } from '../../../build/demo/ceremony.ts'
import { desk } from '../../../contract/desk.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { openStore } from '../../../main/store/store.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { closeTerminals, fakeTerminal, removeFolder, storeKey, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { draft, operator, untilStatus } from '../main-service/fixture.ts'

let folders: string[] = []
const folder = (): string => {
  const made = temporaryFolder()
  folders.push(made)
  return made
}
beforeEach(() => void (folders = []))
afterEach(async () => {
  await closeTerminals()
  folders.forEach(removeFolder)
})

async function hospital() {
  const hims = await openHims({ database: `sqlite:${folder()}/hims.db`, now: Date.now, random: randomBytes })
  const root = await ceremony(hims, { now: Date.now, rootSeed: randomBytes(32) })
  await hims.load([
    { table: 'facility', row: facility },
    { table: 'department', row: medicineDepartment },
    { table: 'operator', row: operator() },
  ])
  const server = himsServer(hims)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port }: AddressInfo = Object(server.server.address())
  let down = false
  const real = axiosTransport(`http://127.0.0.1:${port}`)
  const transport = () => (request: Parameters<typeof real>[0], signal: AbortSignal) =>
    down ? Promise.resolve({ kind: 'lost' } as const) : real(request, signal)
  const at = (place: string, role: TerminalRole, changes: { code?: string; key?: Uint8Array | null } = {}) =>
    fakeTerminal(place, role, { transport, cardRoots: [root], now: () => new Date(), ...changes })
  return {
    hims,
    at,
    setDown: (value: boolean) => void (down = value),
    enrolled: async (place: string): Promise<FakeTerminal> => {
      const { code } = await hims.createEnrolment({ role: 'desk', label: 'Counter 7' })
      const terminal = await at(place, 'desk', { code })
      await untilStatus(terminal, (status) => status.includes('"filling":false') && status.includes('"online"'))
      await terminal.want('session.unlock', { operator: 'asha', pin: '2468' })
      return terminal
    },
    close: async () => {
      await closeTerminals()
      await server.close()
      await hims.close()
    },
  }
}

async function register(terminal: FakeTerminal, latin: string): Promise<string> {
  const saved = desk.channels['person.register'].output.parse(
    await terminal.want('person.register', { draft: draft({ latin }), distinctFrom: [] }),
  )
  assert.ok(saved.kind === 'saved', JSON.stringify(saved))
  return saved.person.id
}

const settled = (status: string): boolean => status.includes('"waiting":0') && status.includes('"online"')

test('a terminal whose keystore is lost works again with a code, and no unsent record is lost', async (t) => {
  const { hims, at, setDown, enrolled, close } = await hospital()
  const place = folder()
  try {
    const first = await enrolled(place)
    await register(first, 'Sunita Devi')
    await untilStatus(first, settled)
    const kept = () => hims.inside.store.selectFrom('deposit').selectAll().execute()
    await until(async () => (await kept()).length === 1, 'the deposit')
    const row = JSON.stringify(await kept())
    assert.equal(row.includes(Buffer.from(storeKey).toString('hex')), false, 'HIMS keeps it sealed')
    setDown(true)
    const unsent = await register(first, 'Rekha Sharma')
    await first.close()
    setDown(false)

    const began = performance.now()
    const second = await at(place, 'desk', { key: null })
    assert.deepEqual(second.state(), { kind: 'closed', cause: 'no-key' })
    const id = (await hims.terminals())[0]?.id ?? ''
    const code = await hims.createRecovery(id)
    assert.ok(code !== null)
    const wrong = await second.want('terminal.recover', { code: '00000-00000' })
    assert.deepEqual(wrong, { kind: 'refused', cause: 'unknown-code' })
    assert.deepEqual(await second.want('terminal.recover', { code }), { kind: 'recovered' })
    assert.equal(second.state().kind, 'open')
    await untilStatus(second, settled)
    t.diagnostic(`keystore lost to working terminal: ${((performance.now() - began) / 1000).toFixed(2)} s`)
    const found = await hims.inside.store.selectFrom('record').select('id').where('id', '=', unsent).execute()
    assert.equal(found.length, 1)
    const again = await at(folder(), 'desk', { key: null })
    assert.deepEqual(await again.want('terminal.recover', { code }), { kind: 'refused', cause: 'unknown-code' })
  } finally {
    await close()
  }
})

test('a copy of a terminal is fenced, and goes on in a new epoch when a person says so', async () => {
  const { hims, at, enrolled, close } = await hospital()
  const [place, copy] = [folder(), folder()]
  try {
    const first = await enrolled(place)
    await register(first, 'Sunita Devi')
    await untilStatus(first, settled)
    await first.close()
    rmSync(copy, { recursive: true })
    cpSync(place, copy, { recursive: true })

    const second = await at(place, 'desk')
    await untilStatus(second, (status) => status.includes('"online"'))
    await second.want('session.unlock', { operator: 'asha', pin: '2468' })
    await register(second, 'Rekha Sharma')
    await untilStatus(second, settled)
    await second.close()

    const twin = await at(copy, 'desk')
    await untilStatus(twin, (status) => status.includes('"fenced"'))
    await twin.want('session.unlock', { operator: 'asha', pin: '2468' })
    const unsent = await register(twin, 'Imran Khan')
    await twin.want('sync.begin-again')
    await untilStatus(twin, settled)
    assert.equal((await hims.terminals())[0]?.epoch, 2)
    const found = await hims.inside.store.selectFrom('record').select('id').where('id', '=', unsent).execute()
    assert.equal(found.length, 1, 'its unsent work arrived under new numbers')
    await twin.close()

    const late = await at(place, 'desk')
    await untilStatus(late, (status) => status.includes('"fenced"'))
    await late.close()
    const store = openStore({ folder: copy, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
    assert.ok(store.ok)
    const { epoch, fenced } = z
      .object({ epoch: z.int(), fenced: z.int().nullable() })
      .parse(store.value.database.prepare('SELECT epoch, fenced FROM device').get())
    assert.deepEqual([epoch, fenced], [2, null])
    store.value.close()
  } finally {
    await close()
  }
})
