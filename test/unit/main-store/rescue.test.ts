import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'

import { MutationId } from '../../../domain/id.ts'
import { databaseFile } from '../../../main/store/database.ts'
import { openOrRescue } from '../../../main/store/open-or-rescue.ts'
import { PAGE } from '../../../main/store/page-cipher.ts'
import { pageSource } from '../../../main/store/salvage/page-source.ts'
import { framesOf } from '../../../main/store/salvage/wal.ts'
import { saving } from '../../../main/store/save.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import { dayOfTests, removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'
import { newId, person } from '../main-service/person.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => removeFolder(folder))

const seed = new Uint8Array(32).fill(3)
const place = () => ({ folder, key: storeKey, role: 'desk', seed }) as const

function opened(): Store {
  const store = openOrRescue({ ...place(), seed: new Uint8Array(32) }, dayOfTests)
  assert.ok(store.ok, JSON.stringify(store))
  return store.value
}

const PEOPLE = 120

/** A desk with some people registered, half of them taken by HIMS; the ids of all that waits. */
function work(store: Store): readonly string[] {
  const save = saving(store, { now: dayOfTests, operator: () => null, saved: () => {} })
  for (let at = 1; at <= PEOPLE; at++) {
    const row = person({ latin: `Person ${at}` })
    const id = MutationId.parse(newId())
    const done = save((write) => {
      write.put('person', row)
      write.tellHims(id, { kind: 'person.registered', person: row }, row.name.latin)
      write.audit('person.registered', row.id)
    })
    assert.ok(done.ok)
    if (at <= PEOPLE / 2) store.outbox.acked(at, null)
  }
  store.device.setSentN(PEOPLE / 2)
  return store.outbox.waiting(-1).map(({ mid }) => mid)
}

function begin(): readonly string[] {
  const store = openStore(place())
  assert.ok(store.ok)
  const ids = work(store.value)
  store.value.close()
  return ids
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at)
  writeFileSync(path, bytes)
}

const aside = () => readdirSync(folder).filter((name) => name.startsWith('damaged-'))

test('a file whose first page rotted is set aside whole, and all that waits goes on under its numbers and ids', () => {
  const ids = begin()
  flip(databaseFile(folder), 900)
  assert.deepEqual(openStore(place()), { ok: false, problem: 'damaged' })
  const damaged = readFileSync(databaseFile(folder))
  const store = opened()
  assert.deepEqual(
    store.outbox.waiting(-1).map(({ mid }) => mid),
    ids,
  )
  assert.deepEqual(
    store.outbox.waiting(-1).map(({ n }) => n),
    ids.map((_, at) => PEOPLE / 2 + 1 + at),
  )
  assert.deepEqual(store.device.read().seed, Buffer.from(seed), 'it is the same terminal')
  assert.equal(store.device.read().nextN, PEOPLE + 1)
  assert.equal(store.device.read().cursor, 0, 'HIMS is read anew')
  assert.equal(store.audit.firstBroken(), null)
  assert.equal(store.audit.head().seq, PEOPLE + 1)
  assert.equal(store.shared.person.count(), PEOPLE / 2, 'its own unsent people can be looked up')
  const found = store.rescue.recent(dayOfTests())
  assert.deepEqual({ ...found, at: '' }, { at: '', carried: PEOPLE / 2, lost: [], tail: false })
  assert.deepEqual(aside().length, 1)
  assert.deepEqual(readFileSync(join(folder, aside()[0] ?? '')), damaged)
  store.close()
  opened().close()
  assert.equal(aside().length, 1, 'once')
})

test('a rotten salt, and a file cut off in the middle, are told from a wrong key', () => {
  const ids = begin()
  flip(databaseFile(folder), 5)
  const store = opened()
  assert.equal(store.outbox.count('waiting'), ids.length)
  store.close()
  assert.deepEqual(openOrRescue({ ...place(), key: new Uint8Array(32) }, dayOfTests), {
    ok: false,
    problem: 'wrong-key',
  })
  assert.equal(aside().length, 1)
  truncateSync(databaseFile(folder), Math.floor(statSync(databaseFile(folder)).size / PAGE / 2) * PAGE)
  const again = openOrRescue(place(), dayOfTests)
  assert.ok(again.ok || again.problem === 'damaged')
  if (again.ok) again.value.close()
})

test('what cannot be read is named, and then a new epoch begins with new numbers and the same ids', () => {
  const ids = begin()
  const [lostPage] = pagesOf('outbox', ids)
  assert.ok(lostPage !== undefined)
  flip(databaseFile(folder), (lostPage - 1) * PAGE + 2000)
  flip(databaseFile(folder), 2000)
  const store = opened()
  const found = store.rescue.recent(dayOfTests())
  assert.ok(found !== null && found.lost.length > 0, JSON.stringify(found))
  assert.equal(found.carried + found.lost.length, ids.length)
  const waiting = store.outbox.waiting(-1)
  assert.deepEqual(
    waiting.map(({ n }) => n),
    waiting.map((_, at) => at + 1),
  )
  assert.ok(waiting.every(({ mid }) => ids.includes(mid)))
  assert.equal(store.device.read().nextN, waiting.length + 1)
  store.close()
})

/** Pages of a table that hold one of these ids, by reading the file as the rescue does. */
function pagesOf(_table: string, ids: readonly string[]): readonly number[] {
  const source = pageSource(databaseFile(folder), storeKey)
  assert.ok(source !== null)
  return source.versions
    .filter(({ open }) => open().readUInt8(0) === 13 && ids.slice(-3).some((id) => open().includes(id)))
    .map(({ number }) => number)
}

test('a bit that rotted in the log under acknowledged work is noticed, and the work behind it is carried', () => {
  const store = openStore(place())
  assert.ok(store.ok)
  const ids = work(store.value)
  const files = ['', '-wal'].map((end) => [end, readFileSync(`${databaseFile(folder)}${end}`)] as const)
  store.value.close()
  for (const [end, bytes] of files) writeFileSync(`${databaseFile(folder)}${end}`, bytes)
  const frames = framesOf(files[1]?.[1] ?? Buffer.alloc(0))
  assert.ok(frames.length > 40 && frames.every(({ sound }) => sound))
  const middle = 32 + Math.floor(frames.length / 2) * (PAGE + 24) + 1000
  flip(`${databaseFile(folder)}-wal`, middle)
  assert.deepEqual(openStore(place()), { ok: false, problem: 'damaged' })
  const saved = opened()
  const carried = new Set(saved.outbox.waiting(-1).map(({ mid }) => mid))
  const found = saved.rescue.recent(dayOfTests())
  assert.equal(found?.tail, true)
  assert.equal(found?.carried, carried.size)
  assert.ok(ids.filter((id) => !carried.has(id)).length <= (found?.lost.length ?? 0))
  saved.close()
})
