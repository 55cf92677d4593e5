import SQLite from 'better-sqlite3'
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { nearShapes } from '../../../domain/search/near-shape.ts'
import { foldWhole } from '../../../domain/search/fold.ts'
import { applyChanges } from '../../../main/store/apply-change.ts'
import { migrate, migrations } from '../../../main/store/migrate.ts'
import { personQuery, personSql } from '../../../main/store/person-query.ts'
import { openStore } from '../../../main/store/store.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'
import { person } from '../main-service/person.ts'

test('people of an older store are found by whole name and near spelling', () => {
  const database = new SQLite(':memory:')
  migrate(database, migrations.slice(0, 4))
  const insert = database.prepare('INSERT INTO person VALUES (NULL, ?, 1, ?, NULL, NULL, ?, ?, ?, ?)')
  const names = ['Tsewang Dorje', ...Array.from({ length: 2100 }, (_, at) => `Padma Lhamo${'abcdefgh'[at % 8]}`)]
  for (const latin of names) {
    const row = person({ latin })
    insert.run(row.id, JSON.stringify(row), latin.toLowerCase(), 'tsvng drji', 'rohini', '1986')
  }
  assert.equal(migrate(database).ok, true)
  const people = personQuery(database)
  assert.deepEqual(
    people.byWhole(foldWhole('dorje tsewang'), 5).map(({ name }) => name.latin),
    ['Tsewang Dorje'],
  )
  assert.ok(people.nearWords(nearShapes('tsewnag')).includes('tsewang'))
  assert.ok(people.nearWords(nearShapes('lhmaoh')).includes('lhamoh'))
  assert.ok(people.nearSounds(nearShapes('tsvgn')).includes('tsvng'))
  assert.equal(database.prepare(`SELECT count(*) FROM person WHERE whole = ''`).pluck().get(), 0)
  database.close()
})

test('near spellings and whole names are looked up, not searched for', () => {
  const database = new SQLite(':memory:')
  migrate(database)
  const plan = (sql: string): string =>
    database
      .prepare<unknown[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from(sql.matchAll(/\?/g), () => null))
      .map(({ detail }) => detail)
      .join('; ')
  assert.match(plan(personSql.nearWords), /^SEARCH near_word USING PRIMARY KEY \(shape=\?\)/)
  assert.match(plan(personSql.nearSounds), /^SEARCH near_sound USING PRIMARY KEY \(shape=\?\)/)
  const whole = plan(personSql.byWhole)
  assert.match(whole, /^SEARCH person USING INDEX person_whole \(whole=\?\)/)
  assert.doesNotMatch(whole, /TEMP B-TREE/)
  database.close()
})

test('what many small batches left apart is joined step by step, and nobody is lost', () => {
  const folder = temporaryFolder()
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
  assert.ok(opened.ok)
  const { database, index, people } = opened.value
  const apply = applyChanges(opened.value)
  const segments = () => Number(database.prepare('SELECT count(DISTINCT segid) FROM person_fts_idx').pluck().get())
  for (let batch = 0; batch < 40; batch += 1) {
    const rows = Array.from({ length: 5 }, () => person({ latin: `Padma ${'abcdefgh'[batch % 8]}lhamo` }))
    database.transaction(() => void apply(rows.map((row) => ({ table: 'person', id: row.id, version: 1, row }))))()
  }
  const before = segments()
  let steps = 0
  while (index.tidy()) assert.ok((steps += 1) < 1000)
  assert.ok(segments() < before / 2, `${before} ${segments()}`)
  assert.equal(index.tidy(), false)
  assert.equal(people.matching('words : "padma"', 500).length, 200)
  assert.equal(people.matching('words : "alhamo"', 500).length, 25)
  opened.value.close()
  removeFolder(folder)
})
