import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { afterEach, beforeEach, test } from 'node:test'

import { hexOf } from '../../../domain/card/bytes.ts'
import { SEGMENT_BYTES, SEGMENT_CARDS, setCode } from '../../../domain/card/status-list.ts'
import { signTrustList } from '../../../domain/card/trust-list.ts'
import type { TrustedKey } from '../../../domain/card/trust-list.ts'
import { cardLists } from '../../../main/store/card-lists.ts'
import type { CardLists } from '../../../main/store/card-lists.ts'
import { packSegment, unpackSegment } from '../../../main/store/packed-segment.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import {
  base64,
  cardListsStub,
  certificateBy,
  deltaOf,
  listKey,
  root,
  signerOf,
  snapshotOf,
  stubRoot,
} from '../../fake/card-lists-stub.ts'
import type { Lists } from '../../fake/card-lists-stub.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

let folders: string[] = []
let stores: Store[] = []
beforeEach(() => void ([folders, stores] = [[], []]))
afterEach(() => {
  stores.forEach((store) => store.close())
  folders.forEach(removeFolder)
})

function folder(): string {
  const made = temporaryFolder()
  folders.push(made)
  return made
}

function open(place = folder()): Store {
  const opened = openStore({ folder: place, key: storeKey, role: 'desk', seed: new Uint8Array(32).fill(3) })
  assert.ok(opened.ok)
  stores.push(opened.value)
  return opened.value
}

function close(store: Store): void {
  store.close()
  stores = stores.filter((other) => other !== store)
}

const start = '2026-11-22T05:00:00.000Z'
const world = { at: start, today: '2026-11-22' }

const key: TrustedKey = {
  kid: 'd15a',
  publicKey: '77'.repeat(32),
  notBefore: '2026-01-01',
  notAfter: '2027-12-31',
  facilities: null,
  kind: 'hims',
  withdrawn: null,
}

const hims = () => cardListsStub(() => new Date(start), key)
const nothing: Lists = { trust: null, status: null, emergency: [] }
const take = (store: Store, lists: CardLists, reply: Lists) =>
  store.database.transaction(() => lists.take(reply, world))()
const trustOf = (seq: number, keys = [key]): Lists => ({
  ...nothing,
  trust: {
    certificate: base64(certificateBy(root)),
    list: base64(signTrustList({ seq, issuedAt: start, keys }, listKey)),
  },
})
const snapshot = (seq: number, codes: ReadonlyMap<number, number>, issuedAt = start, signer = listKey): Lists => ({
  ...nothing,
  status: { snapshot: base64(snapshotOf(seq, issuedAt, codes, signer)), delta: null },
})
const refusals = (store: Store): readonly unknown[] =>
  store.database.prepare(`SELECT subject FROM audit WHERE deed = 'card-list.refused'`).pluck().all()

test('what HIMS signed is held over a restart, and asked for again from there', () => {
  const place = folder()
  const store = open(place)
  const server = hims()
  server.setStatus(4711, 'lost')
  server.setStatus(2_000_000, 'revoked')
  const lists = cardLists(store, [stubRoot])
  assert.deepEqual(lists.held(), { trust: 0, status: 0, rules: 0 })
  assert.equal(take(store, lists, server.lists(lists.held())), 'taken')
  close(store)
  const again = open(place)
  const held = cardLists(again, [stubRoot])
  assert.deepEqual(held.held(), { trust: 1, status: 3, rules: 0 })
  assert.deepEqual(held.age(), { asOf: start, seq: 3 })
  assert.equal(held.keyFor('d15a')?.publicKey, key.publicKey)
  assert.equal(held.keyFor('d15b'), null)
  assert.deepEqual(
    [4711, 2_000_000, 4710, 4712, 4_000_000_000].map((index) => held.statusOf(index)),
    ['lost', 'revoked', null, null, null],
  )
  assert.deepEqual(
    again.lists.emergencyKeys().map(({ id }) => id),
    [1],
  )
})

test('an older list and another under its number are refused, before and after a restart, and noted once', () => {
  const place = folder()
  let store = open(place)
  let lists = cardLists(store, [stubRoot])
  assert.equal(take(store, lists, trustOf(5)), 'taken')
  assert.equal(take(store, lists, snapshot(9, new Map([[1, 1]]))), 'taken')
  for (let round = 0; round < 2; round++) {
    for (let again = 0; again < 3; again++) {
      assert.equal(take(store, lists, trustOf(4, [])), 'refused')
      assert.equal(take(store, lists, trustOf(4, [])), 'refused')
    }
    assert.equal(take(store, lists, trustOf(5, [{ ...key, withdrawn: '2026-01-02' }])), 'refused')
    assert.equal(take(store, lists, snapshot(8, new Map())), 'refused')
    assert.equal(take(store, lists, snapshot(9, new Map())), 'refused')
    assert.deepEqual(
      [lists.held(), lists.statusOf(1), lists.keys().length],
      [{ trust: 5, status: 9, rules: 0 }, 'lost', 1],
    )
    assert.deepEqual(refusals(store).slice(round * 4), [
      'trust older',
      'trust differs',
      'status older',
      'status differs',
    ])
    close(store)
    store = open(place)
    lists = cardLists(store, [stubRoot])
  }
  assert.equal(store.audit.firstBroken(), null)
})

test('forged lists change nothing', () => {
  const store = open()
  const lists = cardLists(store, [stubRoot])
  assert.equal(take(store, lists, snapshot(1, new Map([[1, 1]]))), 'refused', 'no trust list, no status list')
  assert.equal(take(store, lists, trustOf(1)), 'taken')
  assert.equal(take(store, lists, snapshot(2, new Map([[1, 1]]), start, signerOf(1))), 'refused')
  const mixed = { ...snapshot(2, new Map([[1, 1]])), trust: trustOf(0).trust }
  assert.equal(take(store, lists, mixed), 'refused', 'nothing of a reply with an older trust list')
  assert.deepEqual([lists.statusOf(1), lists.age().seq], [null, 0])
})

test('a root that is no longer pinned vouches for nothing, and does not stand in the way of the next', () => {
  const place = folder()
  const store = open(place)
  const lists = cardLists(store, [stubRoot])
  assert.equal(take(store, lists, trustOf(900)), 'taken')
  assert.equal(take(store, lists, snapshot(900, new Map([[1, 1]]))), 'taken')
  close(store)
  const again = open(place)
  const [newRoot, newKey] = [signerOf(0x41), signerOf(0x42)]
  const after = cardLists(again, [hexOf(newRoot.publicKey)])
  assert.deepEqual(
    [after.held(), after.keyFor('d15a'), after.age().asOf],
    [{ trust: 0, status: 0, rules: 0 }, null, null],
  )
  const trust = {
    certificate: base64(certificateBy(newRoot, 1, newKey)),
    list: base64(signTrustList({ seq: 1, issuedAt: start, keys: [{ ...key, kid: 'beef' }] }, newKey)),
  }
  const status = { snapshot: base64(snapshotOf(1, start, new Map([[2, 2]]), newKey)), delta: null }
  assert.equal(take(again, after, { ...nothing, trust, status }), 'taken')
  assert.deepEqual(
    [after.statusOf(1), after.statusOf(2), after.held()],
    [null, 'superseded', { trust: 1, status: 1, rules: 0 }],
  )
})

test('after days without a link one delta brings everything, and the age says when', () => {
  const store = open()
  const server = hims()
  const lists = cardLists(store, [stubRoot])
  take(store, lists, server.lists(lists.held()))
  for (let index = 0; index < 3000; index++) server.setStatus(index * 977, index % 3 === 0 ? 'lost' : 'superseded')
  for (let index = 0; index < 3000; index += 3) server.setStatus(index * 977, 'active')
  const reply = server.lists(lists.held())
  assert.equal(reply.status?.snapshot, null)
  assert.equal(take(store, lists, reply), 'taken')
  assert.deepEqual([lists.statusOf(0), lists.statusOf(977), lists.age().seq], [null, 'superseded', 4001])
  const later = cardListsStub(() => new Date('2026-11-25T05:00:00.000Z'), key)
  const quiet = deltaOf({
    from: 4001,
    seq: 4001,
    issuedAt: '2026-11-25T05:00:00.000Z',
    changes: new Map(),
    codes: new Map(
      Array.from({ length: 3000 }, (_, at) => [at * 977, at % 3 === 0 ? 0 : 2] as const).filter(([, code]) => code > 0),
    ),
  })
  assert.equal(take(store, lists, { ...nothing, status: { snapshot: null, delta: base64(quiet) } }), 'taken')
  assert.equal(lists.age().asOf, '2026-11-25T05:00:00.000Z')
  assert.ok(later.keys.length > 0)
})

test('a store that applied something wrongly notices at the next delta and takes the whole list', () => {
  const store = open()
  const server = hims()
  server.setStatus(100, 'lost')
  const lists = cardLists(store, [stubRoot])
  take(store, lists, server.lists(lists.held()))
  store.database.exec('DELETE FROM card_status_segment')
  const after = cardLists(store, [stubRoot])
  assert.equal(after.statusOf(100), null, 'it has forgotten a lost card')
  server.setStatus(200, 'revoked')
  assert.equal(take(store, after, server.lists(after.held())), 'ask-again')
  assert.deepEqual(after.held(), { trust: 1, status: 0, rules: 0 })
  assert.equal(take(store, after, server.lists(after.held())), 'taken')
  assert.deepEqual([after.statusOf(100), after.statusOf(200)], ['lost', 'revoked'])
  assert.deepEqual(after.held(), { trust: 1, status: 3, rules: 0 })
  assert.deepEqual(refusals(store), [])
})

test('a delta that was spliced onto another state changes nothing', () => {
  const store = open()
  const lists = cardLists(store, [stubRoot])
  take(store, lists, trustOf(1))
  take(store, lists, snapshot(5, new Map([[1, 1]])))
  const spliced = (from: number) => {
    const codes = new Map([[2, 1]])
    const delta = base64(deltaOf({ from, seq: 6, issuedAt: start, changes: codes, codes }))
    return { ...nothing, status: { snapshot: null, delta } }
  }
  assert.equal(take(store, lists, spliced(5)), 'ask-again')
  assert.equal(take(store, lists, spliced(4)), 'refused')
  assert.deepEqual([lists.statusOf(1), lists.statusOf(2), lists.age().seq], ['lost', null, 5])
})

test('a terminal restored from an old copy begins where the copy was, and catches up', () => {
  const [place, copy] = [folder(), folder()]
  const server = hims()
  const store = open(place)
  const lists = cardLists(store, [stubRoot])
  server.setStatus(1, 'lost')
  take(store, lists, server.lists(lists.held()))
  store.database.pragma('wal_checkpoint(TRUNCATE)')
  cpSync(place, copy, { recursive: true })
  server.setStatus(2, 'lost')
  server.setKey({ ...key, withdrawn: '2026-11-20' })
  take(store, lists, server.lists(lists.held()))
  const restored = open(copy)
  const old = cardLists(restored, [stubRoot])
  assert.deepEqual(
    [old.held(), old.statusOf(2), old.keyFor('d15a')?.notAfter],
    [{ trust: 1, status: 2, rules: 0 }, null, '2027-12-31'],
  )
  assert.equal(take(restored, old, server.lists(old.held())), 'taken')
  assert.deepEqual(
    [old.held(), old.statusOf(2), old.keyFor('d15a')?.notAfter],
    [{ trust: 2, status: 3, rules: 0 }, 'lost', '2026-11-19'],
  )
})

test('a segment lies on the disk as short as it can and comes back as it was', () => {
  for (const bad of [1, 2, 100, 2730, 2731, 5000, SEGMENT_CARDS]) {
    const segment = new Uint8Array(SEGMENT_BYTES)
    for (let card = 0; card < bad; card++) setCode(segment, SEGMENT_CARDS - 1 - card, 1 + (card % 15))
    const packed = packSegment(segment)
    assert.equal(packed.length, Math.min(SEGMENT_BYTES, bad * 3), `${bad} cards`)
    assert.deepEqual(unpackSegment(packed), segment)
  }
})
