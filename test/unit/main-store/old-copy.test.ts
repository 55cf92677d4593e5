import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { beginNewEpoch } from '../../../main/store/new-epoch.ts'
import { isOldCopy, lockRights } from '../../../main/store/run-mark.ts'
import { notedSeq, runNote } from '../../../main/store/run-note.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'
import { newId } from '../main-service/person.ts'

function storeIn(folder: string): Store {
  const opened = openStore({ folder, key: storeKey, role: 'pharmacy', seed: new Uint8Array(32).fill(1) })
  if (!opened.ok) throw new Error(opened.problem)
  return opened.value
}

const noteDeed = ({ audit }: Store): void =>
  audit.note({ at: '2026-11-22T05:00:00.000Z', operator: null, deed: 'medicine.given', subject: 'x' })

test('a database put back from a copy that was made in the same run is known for one', (t) => {
  const folder = temporaryFolder()
  t.after(() => removeFolder(folder))
  const store = storeIn(folder)
  assert.equal(isOldCopy(store.database, folder, newId()), false)
  const run = runNote(folder)
  noteDeed(store)
  run.write(store.audit.head().seq)
  // The copy is what the database says now; then somebody is given something, and the copy is put back.
  run.write(store.audit.head().seq + 1)
  run.close()
  assert.equal(isOldCopy(store.database, folder, newId()), true)
  assert.equal(isOldCopy(store.database, folder, newId()), false, 'it is told once')
  store.close()
})

test('a note that a power cut tore tells of nothing', (t) => {
  const folder = temporaryFolder()
  t.after(() => removeFolder(folder))
  const run = runNote(folder)
  run.write(41)
  run.close()
  assert.equal(notedSeq(folder), 41)
  writeFileSync(join(folder, 'run.note'), '9999999999999999 half')
  assert.equal(notedSeq(folder), 0)
})

test('a store that may be a copy gives out no numbers', (t) => {
  const folder = temporaryFolder()
  t.after(() => removeFolder(folder))
  const store = storeIn(folder)
  store.leased.addTokens({ department: 'medicine', day: '2026-11-22', prefix: 'M', low: 1, high: 9 })
  store.database.exec(`UPDATE device SET terminal = '${newId()}', epoch = 1`)
  assert.equal(store.leased.takeToken('medicine', '2026-11-22')?.number, 1)
  lockRights(store.database)
  assert.equal(store.leased.takeToken('medicine', '2026-11-22'), null)
  assert.equal(store.leased.nextToken('medicine', '2026-11-22'), null)
  assert.equal(store.leased.takeCard('2026-11-22', 'temporary'), null)
  store.close()
})

test('numbers that were leased in one epoch are not given out in the next', (t) => {
  const folder = temporaryFolder()
  t.after(() => removeFolder(folder))
  const store = storeIn(folder)
  store.leased.addTokens({ department: 'medicine', day: '2026-11-22', prefix: 'M', low: 1, high: 9 })
  store.database.exec(`UPDATE device SET terminal = '${newId()}', epoch = 1`)
  lockRights(store.database)
  store.database.transaction(() => beginNewEpoch(store, '2026-11-22T05:00:00.000Z'))()
  assert.equal(store.leased.takeToken('medicine', '2026-11-22'), null)
  store.leased.addTokens({ department: 'medicine', day: '2026-11-22', prefix: 'M', low: 10, high: 19 })
  assert.equal(store.leased.takeToken('medicine', '2026-11-22')?.number, 10)
  store.close()
})
