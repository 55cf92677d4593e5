import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openBeside, openDatabase } from '../../../main/store/database.ts'
import { dataState } from '../../../main/store/data-state.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

test('what is written here or beside shows, and reading does not', (t) => {
  const folder = temporaryFolder()
  t.after(() => removeFolder(folder))
  const opened = openDatabase(folder, storeKey)
  assert.ok(opened.ok)
  const database = opened.value
  const other = openBeside(folder, storeKey)
  const note = `INSERT INTO audit (seq, at, operator, deed, subject, hash) VALUES (?, '', NULL, '', '', '${'0'.repeat(64)}')`
  const state = dataState(database)
  const first = state()
  database.prepare('SELECT count(*) FROM audit').get()
  assert.equal(state(), first)
  database.prepare(note).run(1)
  const second = state()
  assert.notEqual(second, first)
  other.prepare(note).run(2)
  assert.notEqual(state(), second)
  other.close()
  database.close()
})
