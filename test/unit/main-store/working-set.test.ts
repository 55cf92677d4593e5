import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'

import { visitsHeldAfter } from '../../../domain/hospital/visits-held.ts'
import { MutationId, uuidV7, VisitId } from '../../../domain/id.ts'
import type { PersonId } from '../../../domain/id.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import { GUEST_STAY, guestTable, pruning } from '../../../main/store/working-set.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'
import { newId, person } from '../main-service/person.ts'

const now = new Date('2026-11-22T05:00:00.000Z')
const later = new Date(now.getTime() + GUEST_STAY + 1000)

function withStore(work: (store: Store) => void): void {
  const folder = temporaryFolder()
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
  assert.ok(opened.ok)
  work(opened.value)
  opened.value.close()
  removeFolder(folder)
}

function lookUp(store: Store, latin: string): PersonId {
  const row = person({ latin })
  guestTable(store.database).welcome(row.id, new Date(now.getTime() + GUEST_STAY).toISOString())
  const above = store.index.last()
  store.shared.person.put({ row, version: 0, raw: null })
  store.index.take({ added: [row], above, changed: [] })
  return row.id
}

function prune(store: Store, at: Date) {
  const work = pruning(store.database, at)
  for (let steps = 0; work.step(); steps += 1) assert.ok(steps < 1000)
  return work.soFar()
}

const outboxed = (store: Store, speaksOf: string, state: 'waiting' | 'acked' | 'refused', n: number) =>
  void store.database
    .prepare(
      `INSERT INTO outbox (n, mid, kind, title, body, at, state, reason) VALUES (?, ?, 'help.called', '', ?, ?, ?, ?)`,
    )
    .run(
      n,
      MutationId.parse(newId()),
      JSON.stringify({ about: speaksOf }),
      '2026-01-01T00:00:00.000Z',
      state,
      state === 'refused' ? 'x' : null,
    )

function visit(store: Store, personId: PersonId, day: string): string {
  const id = VisitId.parse(uuidV7(Date.parse(day), randomBytes(10)))
  store.database
    .prepare(
      `INSERT INTO visit (id, version, body, person_id, department, day, prefix, number, opened_at, terminal)
       VALUES (?, 1, '{}', ?, 'medicine', ?, 'M', 1, ?, '')`,
    )
    .run(id, personId, day, `${day}T05:00:00.000Z`)
  return id
}

const here = (store: Store, id: PersonId): boolean => store.shared.person.get(id) !== null

test('somebody who was looked up stays a day, and is then forgotten with every word', () =>
  withStore((store) => {
    const id = lookUp(store, 'Tsewang Dorje')
    assert.deepEqual(prune(store, now), { guests: 0, visits: 0, numbers: 0, sent: 0 })
    assert.ok(here(store, id))
    assert.equal(prune(store, later).guests, 1)
    assert.equal(here(store, id), false)
    assert.equal(store.people.matching('words : "tsewang"', 5).length, 0)
    assert.equal(store.database.prepare('SELECT count(*) FROM person_fts_docsize').pluck().get(), 0)
    const again = lookUp(store, 'Padma Lhamo')
    assert.equal(store.people.matching('words : "padma"', 5)[0]?.id, again)
  }))

test('a guest whom HIMS names as one of this hospital, or who was here before, is no guest', () =>
  withStore((store) => {
    const id = lookUp(store, 'Tsewang Dorje')
    const guests = guestTable(store.database)
    guests.settle([id])
    guests.welcome(id, now.toISOString())
    assert.equal(guests.isGuest(id), false)
    assert.equal(prune(store, later).guests, 0)
    assert.ok(here(store, id))
  }))

test('nothing goes that waits to be sent, was refused, or that such work speaks of', () =>
  withStore((store) => {
    const [waiting, refused, acked, seen] = ['A', 'B', 'C', 'D'].map((name) => lookUp(store, `Person ${name}`))
    assert.ok(waiting !== undefined && refused !== undefined && acked !== undefined && seen !== undefined)
    outboxed(store, waiting, 'waiting', 1)
    outboxed(store, refused, 'refused', 2)
    outboxed(store, acked, 'acked', 3)
    visit(store, seen, '2026-11-21')
    const kept = visit(store, waiting, '2025-01-02')
    visit(store, acked, '2025-01-02')
    const counted = { at: '', buckets: 0, differed: 0, mended: 0, unresolved: 0 }
    const early = prune(store, now)
    assert.equal(early.visits, 0, 'before HIMS has said which of them it counts')
    store.comparison.done(counted, visitsHeldAfter(later.getTime()))
    const gone = prune(store, later)
    assert.deepEqual(
      [waiting, refused, acked, seen].map((id) => here(store, id)),
      [true, true, true, true],
      'a visit, and be it an old one, keeps its person for this time',
    )
    assert.deepEqual({ visits: gone.visits, sent: early.sent }, { visits: 1, sent: 1 })
    assert.deepEqual(store.database.prepare('SELECT id FROM visit WHERE day < ?').pluck().all('2026-01-01'), [kept])
    assert.deepEqual(store.database.prepare('SELECT n FROM outbox ORDER BY n').pluck().all(), [1, 2])
    assert.equal(prune(store, later).guests, 1, 'at the next start')
    assert.equal(here(store, acked), false)
  }))

test('much is removed in many small steps', () =>
  withStore((store) => {
    for (let at = 0; at < 250; at += 1) lookUp(store, `Person ${at}`)
    const work = pruning(store.database, later)
    let most = 0
    for (let before = 0, more = true; more;) {
      more = work.step()
      most = Math.max(most, work.soFar().guests - before)
      before = work.soFar().guests
    }
    assert.equal(work.soFar().guests, 250)
    assert.ok(most <= 100)
  }))

test('people are counted as they come and go', () =>
  withStore((store) => {
    const counted = () => store.database.prepare('SELECT count(*) FROM person').pluck().get()
    for (let at = 0; at < 5; at += 1) lookUp(store, `Person ${at}`)
    assert.deepEqual([store.heads.here(), counted()], [5, 5])
    const [one] = store.shared.person.all()
    assert.ok(one)
    store.index.take({ added: [], above: 0, changed: [one] })
    assert.equal(store.heads.here(), 5)
    prune(store, later)
    assert.deepEqual([store.heads.here(), counted()], [0, 0])
    assert.equal(store.heads.total(), null)
    store.heads.expect(940_000)
    assert.equal(store.heads.total(), 940_000)
  }))
