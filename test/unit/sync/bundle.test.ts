import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { TestContext } from 'node:test'

import { bytesOf } from '../../../domain/card/bytes.ts'
import { ok } from '../../../domain/result.ts'
import { publicKeyOf, seal, unseal } from '../../../domain/wire/seal.ts'
import { HelloReply } from '../../../domain/wire/sync.ts'
import { newestBundleKey } from '../../../hims/bundle/bundle-key.ts'
import { importBundles } from '../../../hims/command/import-bundle.ts'
import { cardLists } from '../../../main/store/card-lists.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import { syncPort } from '../../../main/store/sync-port.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import { exportBundle, importReceipt } from '../../../sync/bundle.ts'
import type { Caller } from '../../../sync/call.ts'
import { startSync } from '../../../sync/client.ts'
import { hello } from '../../../sync/hello.ts'
import type { SyncStore } from '../../../sync/sync-store.ts'
import { hospital, person } from '../hims/hospital.ts'
import type { Hospital } from '../hims/hospital.ts'
import { hubBelow, terminalAt } from '../hims/hub-below.ts'
import { newId } from '../hims/terminal.ts'
import { realTimers, removeFolder, storeKey, temporaryFolder, until } from '../../fake/world.ts'

const folders: string[] = []
after(() => folders.forEach(removeFolder))
const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))
const world = { now: () => new Date(), random }

interface Away {
  readonly store: Store
  readonly port: SyncStore
  readonly folder: string
}

/** A desk that was enrolled and greeted, and has no link any more. */
async function awayDesk(
  t: TestContext,
  { base, hims }: Pick<Hospital, 'base' | 'hims'>,
  label: string,
  roots: readonly string[] = [],
): Promise<Away> {
  const folder = temporaryFolder()
  folders.push(folder)
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: random(32) })
  assert.ok(opened.ok)
  const store = opened.value
  t.after(() => store.close())
  const cards = cardLists(store, roots)
  const port = syncPort(store, { ...world, newId, cards, days: () => ['2026-11-22'], changed: () => {} })
  const { code } = await hims.createEnrolment({ role: 'desk', label })
  const servers = [{ address: base, transport: axiosTransport(base) }]
  const report = (fault: unknown) => assert.fail(String(fault))
  const client = startSync({ ...world, store: port, servers, code, after: realTimers.after, linkChanged() {}, report })
  await until(() => client.link().kind === 'online', 'the first round')
  await client.stop()
  return { store, port, folder }
}

function register(store: Store, latin: string): void {
  const row = Object.assign(person(), { name: { latin, own: null } })
  const at = new Date().toISOString()
  const body: unknown = { kind: 'person.registered', person: row }
  store.database.transaction(() =>
    store.outbox.add(Object.assign(Object(null), { id: newId(), body, title: latin, at, touches: [] })),
  )()
}

test('what waits goes by hand, and the answer comes back by hand', async (t) => {
  const here = await hospital(t)
  const { hims } = here
  const { store, port, folder } = await awayDesk(t, here, 'Counter 1')
  assert.deepEqual(await exportBundle(port, world), { ok: false, problem: 'nothing-waits' })
  for (let n = 0; n < 210; n++) register(store, n === 7 ? 'Kept Secret' : `Person ${n}`)
  const exported = await exportBundle(port, world)
  assert.ok(exported.ok)
  assert.equal(exported.value.records, 210)
  assert.equal(store.outbox.count('waiting'), 210, 'until HIMS has answered')
  const file = join(folder, 'stick.bundle')
  writeFileSync(file, exported.value.bytes)
  assert.equal(Buffer.from(exported.value.bytes).includes('Kept Secret'), false)

  const lines: string[] = []
  const spoken = { print: (line: string) => void lines.push(line), complain: (line: string) => void lines.push(line) }
  assert.equal(await importBundles(hims, [file], spoken), 0)
  assert.match(lines[0] ?? '', /"applied":210,"refused":0,"unanswered":0/)
  assert.equal(await importBundles(hims, [file], spoken), 0, 'a second time is harmless')
  const { count } = await hims.inside.store
    .selectFrom('mutation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(count, 210)

  const receipt = readFileSync(`${file}.receipt`)
  for (const at of [0, 10, 40, receipt.length - 1]) {
    const bent = Uint8Array.from(receipt)
    bent[at] = (bent[at] ?? 0) ^ 1
    assert.deepEqual(await importReceipt(port, bent), { ok: false, problem: 'foreign' })
  }
  assert.equal(store.outbox.count('waiting'), 210)
  assert.deepEqual(await importReceipt(port, receipt), { ok: true, value: 210 })
  assert.equal(store.outbox.count('waiting'), 0)
})

test('a courier hands a bundle over, and learns nothing', async (t) => {
  const here = await hospital(t)
  const { store, port } = await awayDesk(t, here, 'Counter 2')
  register(store, 'By Courier')
  const exported = await exportBundle(port, world)
  assert.ok(exported.ok)
  const courier = await here.enrol('pharmacy')
  const bundle = Buffer.from(exported.value.bytes).toString('base64')
  const reply = await courier.call('POST', '/sync/v1/bundle', { bundle })
  assert.equal(reply.status, 200)
  const receipt = Buffer.from(String(reply.body['receipt']), 'base64')
  const other = await awayDesk(t, here, 'Counter 3')
  assert.deepEqual(await importReceipt(other.port, receipt), { ok: false, problem: 'foreign' })
  assert.deepEqual(await importReceipt(port, receipt), { ok: true, value: 1 })
  for (const bent of [
    'AAAA',
    bundle.slice(0, -8),
    Buffer.from(exported.value.bytes.map((byte, at) => (at === 99 ? byte ^ 1 : byte))).toString('base64'),
  ]) {
    assert.equal((await courier.call('POST', '/sync/v1/bundle', { bundle: bent })).status, 400)
  }
})

test('a bundle for one HIMS says nothing to another, and a receipt of another is none', async (t) => {
  const [one, other] = [await hospital(t), await hospital(t)]
  const { store, port, folder } = await awayDesk(t, one, 'Counter 4')
  register(store, 'For One')
  const exported = await exportBundle(port, world)
  assert.ok(exported.ok)
  const file = join(folder, 'stick')
  writeFileSync(file, exported.value.bytes)
  const lines: string[] = []
  const spoken = { print: (line: string) => void lines.push(line), complain: (line: string) => void lines.push(line) }
  assert.equal(await importBundles(other.hims, [file], spoken), 1)
  assert.match(lines[0] ?? '', /foreign/)
  // Somebody who knows where the answer goes still can't give it.
  const forged = await seal(new Uint8Array(9), {
    what: 'HRC1',
    to: bytesOf('11'.repeat(32)),
    fresh: random(32),
    from: random(32),
  })
  assert.deepEqual(await importReceipt(port, forged), { ok: false, problem: 'foreign' })
})

test('a terminal that has only ever met a hub seals for HIMS, by HIMS’s own signature', async (t) => {
  const above = await hospital(t)
  const hub = await hubBelow(t, above)
  const met = { base: hub.base, hims: above.hims }
  const { store, port } = await awayDesk(t, met, 'Counter 5', [above.root])
  register(store, 'Behind The Hub')
  const exported = await exportBundle(port, world)
  assert.ok(exported.ok, JSON.stringify(exported))
  const bundle = Buffer.from(exported.value.bytes).toString('base64')
  const courier = await terminalAt(above, hub, 'pharmacy')
  await until(
    async () => (await courier.hub.call('POST', '/sync/v1/digest', { tables: [], without: [] })).status === 200,
    'the hub to know the courier',
  )
  const own = await newestBundleKey(hub.hims.inside)
  assert.notEqual(port.bundleKey(), own)
  // The hub cannot open it, and hands it on.
  const { status, body } = await courier.hub.call('POST', '/sync/v1/bundle', { bundle })
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(await importReceipt(port, Buffer.from(String(body['receipt']), 'base64')), { ok: true, value: 1 })
  hub.line.up = false
  await until(() => hub.hims.inside.hub?.link().kind === 'away', 'the cut')
  const greeting = { schema: 3, epoch: 1, nextN: 1, cursor: 0 }
  const told = HelloReply.parse((await courier.hub.call('POST', '/sync/v1/hello', greeting)).body)
  assert.equal(told.bundleKey, port.bundleKey(), 'also while HIMS is away')
  assert.equal((await courier.hub.call('POST', '/sync/v1/bundle', { bundle })).status, 503)
})

test('a key that a hub made up, or that another root vouches for, is not taken', async (t) => {
  const [above, other] = [await hospital(t), await hospital(t)]
  const hub = await hubBelow(t, above)
  const stranger = await awayDesk(t, { base: hub.base, hims: above.hims }, 'Counter 6', [other.root])
  register(stranger.store, 'Not Sealed')
  assert.deepEqual(await exportBundle(stranger.port, world), { ok: false, problem: 'no-key' })
  const { bundleKey, bundleProof } = (await hub.hims.inside.hub?.bundleKey()) ?? {}
  assert.ok(bundleKey !== undefined && bundleProof !== undefined)
  // What a hub says is only as good as HIMS's signature on it.
  const desk = await awayDesk(t, { base: hub.base, hims: above.hims }, 'Counter 7', [above.root])
  const identity = desk.port.identity()
  assert.ok(identity !== null)
  const greeted = { accepts: undefined, schema: 3, serverTime: new Date().toISOString(), epoch: 1, lastN: 0 }
  const said = (incarnation: string, more: object): Caller => {
    const value = { ...greeted, incarnation, server: 'hub', ...more }
    return async ({ shape }) => ok({ value: shape.parse(value), raw: value, body: '' })
  }
  const own = { bundleKey: 'ab'.repeat(32) }
  await hello(said('1'.repeat(32), { ...own, bundleProof }), desk.port, identity, 'hub')
  await hello(said('2'.repeat(32), own), desk.port, identity, 'hub')
  assert.equal(desk.port.bundleKey(), bundleKey)
  await hello(said('3'.repeat(32), { ...own, server: 'hims' }), desk.port, identity, 'hims')
  assert.equal(desk.port.bundleKey(), own.bundleKey, 'HIMS itself needs no proof')
  for (let at = 0; at < bundleProof.statement.length; at += 11) {
    const letter = bundleProof.statement[at] === 'A' ? 'B' : 'A'
    const statement = bundleProof.statement.slice(0, at) + letter + bundleProof.statement.slice(at + 1)
    const read = desk.port.provenBundleKey({ ...bundleProof, statement })
    assert.ok(read === null || (statement.endsWith('=') && read === bundleKey), `letter ${at}`)
  }
})

test('a box opens for its receiver alone, and proves its sender where it should', async () => {
  const [alice, bob, eve] = [random(32), random(32), random(32)]
  const [a, b] = [await publicKeyOf(alice), await publicKeyOf(bob)]
  const plain = new TextEncoder().encode('nothing')
  const box = await seal(plain, { what: 'TEST', to: b, fresh: random(32), from: alice })
  assert.deepEqual(await unseal(box, { what: 'TEST', own: bob, from: a }), { ok: true, value: plain })
  for (const opening of [
    { what: 'TEST', own: eve, from: a },
    { what: 'TEST', own: bob, from: b },
    { what: 'TEST', own: bob, from: null },
    { what: 'TEXT', own: bob, from: a },
  ]) {
    assert.deepEqual(await unseal(box, opening), { ok: false, problem: 'foreign' })
  }
  const nobody = Uint8Array.from([...box.subarray(0, 4), ...new Uint8Array(32), ...box.subarray(36)])
  assert.deepEqual(await unseal(nobody, { what: 'TEST', own: bob, from: a }), { ok: false, problem: 'foreign' })
})
