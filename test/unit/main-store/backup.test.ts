import assert from 'node:assert/strict'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'

import { MutationId } from '../../../domain/id.ts'
import { backUp, backupsIn } from '../../../main/store/backup.ts'
import { finishRekey, nextKeyFile, opens } from '../../../main/store/rekey.ts'
import { restoreBackup } from '../../../main/store/restore.ts'
import { saving } from '../../../main/store/save.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import { dayOfTests, removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'
import { newId, person } from '../main-service/person.ts'

let folder = ''
let into = ''
beforeEach(() => {
  folder = temporaryFolder()
  into = temporaryFolder()
})
afterEach(() => [folder, into].forEach(removeFolder))

function open(key = storeKey): Store {
  const store = openStore({ folder, key, role: 'desk', seed: new Uint8Array(32).fill(3) })
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

test('a backup taken while people are registered holds all from before it began, and restores as one database', async () => {
  const store = open()
  register(store, 300)
  store.database.pragma('wal_checkpoint(PASSIVE)')
  register(store, 50)
  const pause = async () => {
    register(store, 1)
    await turn()
    return true
  }
  const done = await backUp(store, { key: storeKey, into, now: dayOfTests(), pause })
  assert.ok(done.ok, JSON.stringify(done))
  assert.deepEqual(backupsIn(into), [done.value.folder])
  assert.equal(store.database.pragma('wal_autocheckpoint', { simple: true }), 10_000)
  register(store, 10)
  const later = store.audit.head().seq
  store.close()

  assert.deepEqual(restoreBackup({ folder, from: done.value.folder, key: storeKey, now: dayOfTests() }), {
    ok: true,
    value: null,
  })
  const restored = open()
  const { seq } = restored.audit.head()
  assert.ok(seq >= 350 && seq < later, `${seq}`)
  assert.equal(restored.shared.person.count(), seq)
  assert.equal(restored.outbox.count('waiting'), seq)
  assert.equal(restored.audit.firstBroken(), null)
  restored.close()
  assert.equal(readdirSync(folder).filter((name) => name.startsWith('damaged-')).length, 1, 'the other is set aside')
})

test('a log that began anew in a longer file is copied to its end, and nothing behind it', async () => {
  const store = open()
  register(store, 300)
  store.database.pragma('wal_checkpoint(PASSIVE)')
  register(store, 50)
  let pauses = 0
  const pause = async () => {
    if (++pauses < 12) register(store, 20)
    await turn()
    return true
  }
  const done = await backUp(store, { key: storeKey, into, now: dayOfTests(), pause })
  assert.ok(done.ok, JSON.stringify(done))
  store.close()
  assert.ok(restoreBackup({ folder, from: done.value.folder, key: storeKey, now: dayOfTests() }).ok)
  const restored = open()
  assert.equal(restored.rescue.recent(dayOfTests()), null, 'it opens as it is')
  assert.equal(restored.shared.person.count(), restored.audit.head().seq)
  assert.ok(restored.audit.head().seq >= 350)
  restored.close()
})

test('eight nights leave seven backups', async () => {
  const store = open()
  register(store, 3)
  for (let night = 1; night <= 8; night++) {
    const now = new Date(Date.UTC(2026, 10, night))
    assert.ok((await backUp(store, { key: storeKey, into, now, pause: async () => true })).ok)
  }
  assert.equal(backupsIn(into).length, 7)
  store.close()
})

test('a folder that is not there is an answer', async () => {
  const store = open()
  writeFileSync(join(into, 'file'), '')
  const done = await backUp(store, {
    key: storeKey,
    into: join(into, 'file', 'x'),
    now: dayOfTests(),
    pause: async () => true,
  })
  assert.deepEqual(done, { ok: false, problem: 'unwritable' })
  store.close()
})

test('a new key takes over with every row, and the old one opens nothing', () => {
  const store = open()
  register(store, 200)
  store.close()
  const next = new Uint8Array(32).fill(9)
  writeFileSync(nextKeyFile(folder), '{}')
  assert.deepEqual(finishRekey({ folder, key: storeKey, next }), next)
  const kept = readdirSync(folder).filter((name) => /^(key|terminal|successor)/.test(name))
  assert.deepEqual(kept.toSorted(), ['key.json', 'terminal.db'])
  assert.equal(opens(folder, storeKey), false)
  assert.equal(openStore({ folder, key: storeKey, role: 'desk', seed: next }).ok, false)
  const again = open(next)
  assert.equal(again.shared.person.count(), 200)
  assert.equal(again.audit.firstBroken(), null)
  again.close()
  assert.deepEqual(finishRekey({ folder, key: storeKey, next }), next, 'done twice is done once')
})
