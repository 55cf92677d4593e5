import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'

import { MutationId } from '../../../domain/id.ts'
import { databaseFile } from '../../../main/store/database.ts'
import { badPages } from '../../../main/store/page-check.ts'
import { PAGE } from '../../../main/store/page-cipher.ts'
import { saving } from '../../../main/store/save.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import { takeUnsent, unsentCopy } from '../../../main/store/unsent-copy.ts'
import { dayOfTests, removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'
import { newId, person } from '../main-service/person.ts'

let folders: string[] = []
const folder = (): string => {
  const made = temporaryFolder()
  folders.push(made)
  return made
}
beforeEach(() => void (folders = []))
afterEach(() => folders.forEach(removeFolder))

function open(place: string): Store {
  const store = openStore({ folder: place, key: storeKey, role: 'desk', seed: new Uint8Array(32).fill(3) })
  assert.ok(store.ok, JSON.stringify(store))
  return store.value
}

function register(store: Store, count: number): void {
  const save = saving(store, { now: dayOfTests, operator: () => null, saved: () => {} })
  for (let at = 0; at < count; at++) {
    const row = person({ latin: `Person ${at}` })
    const done = save((write) => {
      write.put('person', row)
      write.tellHims(MutationId.parse(newId()), { kind: 'person.registered', person: row }, row.name.latin)
      write.audit('person.registered', row.id)
    })
    assert.ok(done.ok)
  }
}

const ids = (store: Store): readonly string[] => store.outbox.waiting(-1).map(({ mid }) => mid)

test('unsent work lies sealed on a second medium and comes back into a restored terminal, each entry once', () => {
  const [first, medium, second] = [open(folder()), folder(), open(folder())]
  const copy = unsentCopy(first, medium, randomBytes)
  register(first, 5)
  assert.ok(copy.update())
  register(first, 3)
  assert.ok(copy.update())
  const bytes = readFileSync(join(medium, 'unsent.lines'), 'utf8')
  assert.equal(bytes.split('\n').length, 9)
  assert.equal(/Person|registered/.test(bytes), false)
  appendFileSync(join(medium, 'unsent.lines'), 'half a li')
  assert.equal(takeUnsent(second, medium), 8)
  assert.equal(takeUnsent(second, medium), 0)
  assert.deepEqual(ids(second), ids(first))
  assert.deepEqual(
    second.outbox.waiting(-1).map(({ n }) => n),
    [1, 2, 3, 4, 5, 6, 7, 8],
  )
  first.close()
  second.close()
})

test('one flipped bit anywhere in the file is noticed', async () => {
  const place = folder()
  const store = open(place)
  register(store, 60)
  store.close()
  const whole = readFileSync(databaseFile(place))
  let [atOpening, byCheck] = [0, 0]
  const TRIES = 40
  for (let at = 0; at < TRIES; at++) {
    const bit = Math.floor(((at + 0.5) / TRIES) * whole.length * 8)
    const rotten = Buffer.from(whole)
    rotten.writeUInt8(rotten.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    writeFileSync(databaseFile(place), rotten)
    const opened = openStore({ folder: place, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
    if (!opened.ok) {
      assert.equal(opened.problem, 'damaged')
      atOpening++
      continue
    }
    const page = Math.floor((bit >> 3) / PAGE) + 1
    const bad = await badPages(opened.value, storeKey, async () => true)
    assert.deepEqual(bad, [page])
    byCheck++
    opened.value.close()
  }
  assert.equal(atOpening + byCheck, TRIES)
})
