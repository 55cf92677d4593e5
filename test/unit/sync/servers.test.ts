import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import type { TestContext } from 'node:test'

import { MutationId } from '../../../domain/id.ts'
import { cardLists } from '../../../main/store/card-lists.ts'
import { openStore } from '../../../main/store/store.ts'
import { syncPort } from '../../../main/store/sync-port.ts'
import { startSync } from '../../../sync/client.ts'
import { serversOf } from '../../../sync/servers.ts'
import type { Transport } from '../../../sync/transport.ts'
import { himsStub } from '../../fake/hims-stub.ts'
import type { HimsStub } from '../../fake/hims-stub.ts'
import { offlineTransport, realTimers, removeFolder, storeKey, temporaryFolder, until } from '../../fake/world.ts'
import { person } from '../main-service/fixture.ts'
import { newId } from '../hims/terminal.ts'

const folders: string[] = []
after(() => folders.forEach(removeFolder))
const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))

/** A hub and HIMS that know the same terminals but count their own changes, and a desk that knows both. */
async function desk(t: TestContext, hub: HimsStub, hims: HimsStub) {
  const folder = temporaryFolder()
  folders.push(folder)
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: random(32) })
  assert.ok(opened.ok)
  const store = opened.value
  const now = () => new Date()
  const port = syncPort(store, {
    now,
    random,
    newId,
    cards: cardLists(store, []),
    days: () => ['2026-11-22'],
    changed() {},
  })
  const down = new Set<HimsStub>()
  const to =
    (stub: HimsStub): Transport =>
    async (request, signal) => {
      if (down.has(stub)) return { kind: 'lost' }
      const asked = stub.transport(request, signal)
      // A server that falls takes its open questions with it.
      return Promise.race([asked, fallen(stub, down, signal)])
    }
  const client = startSync({
    store: port,
    servers: [
      { address: 'http://hub', transport: to(hub) },
      { address: 'http://hims', transport: to(hims) },
    ],
    code: hub.code,
    now,
    random,
    // The look for a server that is back comes in milliseconds here.
    after: (milliseconds, run) => realTimers.after(Math.min(milliseconds, 60), run),
    linkChanged() {},
    report: (fault) => assert.fail(String(fault)),
  })
  t.after(async () => {
    await client.stop()
    store.close()
  })
  await until(() => client.link().kind === 'online', 'the hub')
  const [known] = hub.terminals.values()
  assert.ok(known)
  if (!hims.terminals.has(known.id)) hims.terminals.set(known.id, { ...known, lastN: 0, results: new Map() })
  const register = (latin: string) => {
    const body = { kind: 'person.registered', person: person({ latin }) } as const
    const entry = { id: MutationId.parse(newId()), body, title: latin, at: now().toISOString(), touches: [] }
    store.database.transaction(() => store.outbox.add(entry))()
    client.kick()
  }
  const names = () =>
    store.database.prepare<[], string>(`SELECT body ->> '$.name.latin' FROM person ORDER BY 1`).pluck().all()
  return { store, client, down, register, names }
}

async function fallen(
  stub: HimsStub,
  down: ReadonlySet<HimsStub>,
  signal: AbortSignal,
): Promise<{ readonly kind: 'lost' }> {
  while (!down.has(stub) && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 10))
  return { kind: 'lost' }
}

test('a desk turns to HIMS when its hub falls and back again, and neither forgets what the other took', async (t) => {
  const [hub, hims] = [himsStub(), himsStub()]
  hub.state.incarnation = 'hub'
  hims.state.incarnation = 'hims'
  const { store, client, down, register, names } = await desk(t, hub, hims)
  const same = person({ latin: 'Old Name' })
  hub.putRow({ table: 'person', row: same })
  hub.putRow({ table: 'person', row: { ...same, name: { latin: 'Name At Hub', own: null } } })
  hims.putRow({ table: 'person', row: { ...same, name: { latin: 'Name At Hims', own: null } } })
  register('By Hub')
  await until(() => store.outbox.count('waiting') === 0 && names().includes('Name At Hub'), 'the hub’s word')
  const atHub = store.device.read().cursor
  assert.equal(hims.mutations.length, 0)

  down.add(hub)
  register('By Hims')
  await until(() => store.device.read().incarnation === 'hims' && store.outbox.count('waiting') === 0, 'HIMS')
  assert.equal(hims.mutations.length, 2, 'what only the hub had comes to HIMS as well')
  await until(() => names().includes('Name At Hims'), 'HIMS counts its own versions')

  down.delete(hub)
  hub.putRow({ table: 'person', row: { ...same, name: { latin: 'Newer At Hub', own: null } } })
  await until(() => store.device.read().incarnation === 'hub', 'the hub again')
  await until(() => names().includes('Newer At Hub'), 'what the hub has since')
  await until(() => hub.mutations.length === 2, 'what only HIMS had comes to the hub as well')
  assert.ok(store.device.read().cursor > atHub, 'its own cursor goes on')
  await until(() => client.link().kind === 'online', 'the link to be told')
})

test('a look for a better server that is due after the end leaves the closed store alone', async () => {
  const due: (() => void)[] = []
  const ending = new AbortController()
  let looked = 0
  const servers = serversOf({
    servers: ['http://hub', 'http://hims'].map((address) => ({ address, transport: offlineTransport })),
    store: {
      identity: () => (looked++, null),
      position: () => ({ epoch: 1, nextN: 1, sentN: 0, cursor: 0, incarnation: null }),
    },
    now: () => new Date(),
    nonce: () => 'AAECAwQFBgcICQoL',
    signal: ending.signal,
    after(_milliseconds, run) {
      due.push(run)
      return () => {}
    },
    changed() {},
  })
  assert.ok(servers.next())
  servers.look()
  ending.abort()
  assert.equal(due.length, 1)
  due[0]?.()
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(looked, 0)
})
