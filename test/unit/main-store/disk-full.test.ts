import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

import { hasReserve } from '../../../main/store/reserve.ts'
import { saving } from '../../../main/store/save.ts'
import { openStore } from '../../../main/store/store.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'
import { person } from '../main-service/person.ts'

const folder = temporaryFolder()
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=140m', 'tmpfs', folder]).status === 0

test(
  'a full disk is an answer; the reserve lets work go on, and all that was saved stays',
  { skip: mounted ? false : 'cannot mount a small disk here' },
  async () => {
    const open = () => openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
    const opened = open()
    assert.ok(opened.ok)
    const store = opened.value
    await store.guard.keep()
    assert.ok(hasReserve(folder))
    const someone = person({ latin: 'Sunita Devi' })
    const save = saving(store, { now: () => new Date(), operator: () => null, saved: () => {} })
    assert.ok(save((write) => write.put('person', someone)).ok)

    let saved = 0
    let savedOnReserve = 0
    let answer = save((write) => write.audit('filler', 'x'.repeat(500_000)))
    while (answer.ok) {
      saved++
      if (!hasReserve(folder)) savedOnReserve++
      answer = save((write) => write.audit('filler', 'x'.repeat(500_000)))
    }
    assert.deepEqual(answer, { ok: false, problem: 'disk-full' })
    assert.ok(savedOnReserve > 20, `${savedOnReserve} saved on the reserve`)
    assert.equal(store.shared.person.get(someone.id)?.name.latin, 'Sunita Devi', 'a record can still be read')
    assert.equal(store.audit.head().seq, saved)
    assert.equal(store.guard.room(), 'full')
    store.close()
    const again = open()
    assert.ok(again.ok)
    assert.equal(again.value.audit.head().seq, saved)
    assert.equal(again.value.audit.firstBroken(), null)
    again.value.close()
  },
)

test.after(() => {
  if (mounted) spawnSync('umount', [folder])
  removeFolder(folder)
})
