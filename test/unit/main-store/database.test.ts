import SQLite from 'better-sqlite3'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'

import { databaseFile, openDatabase } from '../../../main/store/database.ts'
import type { Database } from '../../../main/store/database.ts'
import { migrate, migrations } from '../../../main/store/migrate.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => removeFolder(folder))

function open(): Database {
  const opened = openDatabase(folder, storeKey)
  assert.ok(opened.ok, JSON.stringify(opened))
  return opened.value
}

const setting = (database: Database, name: string): unknown => database.pragma(name, { simple: true })

test('a database that is opened again is as durable and as careful as on its first day', () => {
  for (const day of ['first', 'second', 'third']) {
    const database = open()
    assert.equal(setting(database, 'synchronous'), 2, `FULL on the ${day} day`)
    assert.equal(setting(database, 'journal_mode'), 'wal')
    assert.equal(setting(database, 'trusted_schema'), 0)
    assert.equal(setting(database, 'secure_delete'), 1)
    assert.equal(setting(database, 'foreign_keys'), 1)
    assert.equal(setting(database, 'cipher'), 'sqlcipher')
    database.close()
  }
})

test('the wrong key, no key and a scribbled file are told apart from a store, and the file stays as it was', () => {
  open().close()
  const before = readFileSync(databaseFile(folder))
  assert.deepEqual(openDatabase(folder, new Uint8Array(32)), { ok: false, problem: 'wrong-key' })
  assert.deepEqual(openDatabase(folder, null), { ok: false, problem: 'no-key' })
  assert.deepEqual(openDatabase(folder, new Uint8Array(16)), { ok: false, problem: 'no-key' })
  assert.deepEqual(readFileSync(databaseFile(folder)), before)
  writeFileSync(databaseFile(folder), Buffer.alloc(before.length, 1))
  assert.equal(openDatabase(folder, storeKey).ok, false)
  assert.equal(statSync(databaseFile(folder)).size, before.length)
})

test('a store of a newer version is left alone', () => {
  const database = open()
  database.pragma('user_version = 99')
  database.close()
  assert.deepEqual(openDatabase(folder, storeKey), { ok: false, problem: 'newer-schema' })
})

test('a second process is told that the store is in use', () => {
  const database = open()
  const asked = `
    import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, '../../../main/store/database.ts'))}
    console.log(JSON.stringify(openDatabase(${JSON.stringify(folder)}, Uint8Array.of(${storeKey.join(',')}))))`
  const other = spawnSync(process.execPath, ['--input-type=module', '-e', asked], { encoding: 'utf8' })
  assert.equal(other.stdout.trim(), '{"ok":false,"problem":"in-use"}', other.stderr)
  database.close()
  open().close()
})

test('each version of the schema can be brought up from each earlier one, with its rows', () => {
  const versions = migrations.map(({ version }) => version)
  assert.deepEqual(
    versions,
    [...new Set(versions)].toSorted((a, b) => a - b),
  )
  for (const from of versions) {
    const database = new SQLite(':memory:')
    migrate(
      database,
      migrations.filter(({ version }) => version <= from),
    )
    database.exec(`INSERT INTO audit VALUES (1, '2026', NULL, 'kept', '', '${'0'.repeat(64)}')`)
    assert.deepEqual(migrate(database), { ok: true, value: null })
    assert.equal(setting(database, 'user_version'), versions.at(-1))
    assert.equal(database.prepare('SELECT deed FROM audit').pluck().get(), 'kept')
    database.close()
  }
})

test('nothing that is written can be read from the files', () => {
  const database = open()
  database.exec(`INSERT INTO place_word VALUES ('canaryword', 1)`)
  database.exec(`INSERT INTO person (id, version, body, phone, words, folds, place, born)
    VALUES ('p', 0, '{"name":"कनारी Canaryname"}', '9876501234', 'canaryname', 'cnry', 'rohini', '1980')`)
  database.exec(
    `INSERT INTO person_fts (rowid, words, folds, place, born) SELECT pk, words, folds, place, born FROM person`,
  )
  const read = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  const found = () =>
    read().some((bytes) => ['anaryword', 'anaryname', 'कनारी', '9876501234'].some((text) => bytes.includes(text)))
  assert.ok(existsSync(`${databaseFile(folder)}-wal`))
  assert.equal(found(), false, 'while open')
  database.close()
  assert.equal(found(), false, 'when closed')
})
