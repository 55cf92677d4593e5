import assert from 'node:assert/strict'
import { test } from 'node:test'

import { spellings } from '../../build/demo/seed/spelling.ts'
import { searchRun } from './search.ts'
import { scripts } from './search/search-case.ts'
import { writings } from './search/spelt-otherwise.ts'

test('a desk finds people by exact keys always, and by misspelt names in four scripts', async (t) => {
  const { keys, names } = await searchRun(360, 'npm test', () => {})
  assert.deepEqual(
    keys.filter(({ ok }) => !ok),
    [],
  )
  assert.equal(keys.length, 36)
  const found = (some: typeof names) => some.filter(({ ok }) => ok).length / some.length
  for (const script of scripts) {
    const some = names.filter((each) => each.script === script)
    assert.equal(some.length, 90)
    assert.ok(found(some) >= 0.95, `${script}: ${found(some)}`)
  }
  const missed = names.filter(({ ok }) => !ok).map(({ typed, person }) => `${typed} is ${person.name.latin}`)
  assert.ok(found(names) >= 0.98, missed.join('\n'))
  t.diagnostic(`${names.length} names, ${missed.length} not among the first three`)
})

test('no spelling that people are searched by is one that the demonstration’s people were made of', () => {
  const made = new Set(Object.values(spellings).flatMap((others) => others.map((other) => other.toLowerCase())))
  for (const [usual, { Latn }] of writings) {
    assert.deepEqual(
      Latn.filter((word) => made.has(word) || word === usual.toLowerCase()),
      [],
    )
  }
})
