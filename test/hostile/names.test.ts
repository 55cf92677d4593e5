import assert from 'node:assert/strict'
import { test } from 'node:test'

import { ownScripts } from '../../domain/language.ts'
import { looseLatin, nameRows } from '../../domain/name/lexicon.ts'
import { plainWord } from '../../domain/name/plain-word.ts'
import { readNames } from '../fake/names.ts'
import { fromLatin, heldOut, heldSets } from './names.ts'

await readNames()

test('of 100 Hindu names that nobody taught 93 are right among three suggestions', (t) => {
  for (const script of ownScripts) {
    const { tried, first, amongThree } = fromLatin('later', script, 150)
    assert.equal(tried, 150)
    assert.ok(amongThree >= tried * 0.93, `${script}: ${amongThree}`)
    t.diagnostic(`${script}: ${amongThree} of ${tried} among three, ${first} first`)
  }
})

const loose = (word: string): string => looseLatin(plainWord(word))

test('the names kept apart are in no table, in no usual respelling', () => {
  const taught = new Set(nameRows.flatMap((row) => row.Latn.map(loose)))
  for (const set of heldSets) {
    const words = heldOut[set].flatMap(({ latin }) => latin)
    assert.deepEqual(
      words.filter((word) => taught.has(loose(word))),
      [],
    )
  }
})

test('of the later ones no table has even a Hindi spelling', () => {
  const taught = new Set(nameRows.flatMap((row) => row.Deva.map(plainWord)))
  assert.deepEqual(
    heldOut.later.filter(({ Deva }) => Deva.some((word) => taught.has(plainWord(word)))),
    [],
  )
  assert.equal(new Set([...heldOut.early, ...heldOut.later].map(({ latin }) => loose(latin[0] ?? ''))).size, 600)
})
