import assert from 'node:assert/strict'
import { test } from 'node:test'

import { ownScripts } from '../../domain/language.ts'
import { looseLatin, nameRows } from '../../domain/name/lexicon.ts'
import { plainWord } from '../../domain/name/plain-word.ts'
import { heldOut, score } from './names.ts'

test('four of five names that nobody taught are right among three suggestions', (t) => {
  for (const script of ownScripts) {
    const { tried, first, amongThree } = score(script, 300)
    assert.equal(tried, 300)
    assert.ok(amongThree >= tried * 0.8, `${script}: ${amongThree}`)
    t.diagnostic(`${script}: ${amongThree} of ${tried} among three, ${first} first`)
  }
})

test('the names kept apart are in no table, in no usual respelling', () => {
  const taught = new Set(nameRows.flatMap((row) => row.Latn.map((word) => looseLatin(plainWord(word)))))
  assert.deepEqual(
    heldOut.map(({ latin }) => latin).filter((latin) => taught.has(looseLatin(plainWord(latin)))),
    [],
  )
})
