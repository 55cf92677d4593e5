import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openStore } from '../../../main/store/store.ts'
import { person } from '../main-service/person.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

test('words of Devanagari, Gurmukhi and Urdu stay whole in the index', () => {
  const folder = temporaryFolder()
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
  assert.ok(opened.ok)
  const { database, shared, index, people } = opened.value
  const names = [
    person({ latin: 'Ramesh Lakshmi', own: ['Deva', 'रमेश लक्ष्मी'] }),
    person({ latin: 'Gurpreet', own: ['Guru', 'ਗੁਰਪ੍ਰੀਤ'] }),
    person({ latin: 'Ayesha', own: ['Arab', 'عائشہ'] }),
  ]
  for (const row of names) shared.person.put({ row, version: 1, raw: null })
  index.take({ added: names, above: 0, changed: [] })
  database.exec(`CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, person_fts, row)`)
  const terms = database.prepare('SELECT term FROM temp.terms').pluck().all()
  for (const word of ['रमेश', 'लक्ष्मी', 'ਗੁਰਪ੍ਰੀਤ']) assert.ok(terms.includes(word), word)
  assert.equal(people.matching('words : "लक्ष्मी"', 5).length, 1)
  assert.equal(people.matching('words : "क"', 5).length, 0)
  opened.value.close()
  removeFolder(folder)
})
