import assert from 'node:assert/strict'
import { test } from 'node:test'

import { spellings } from '../../build/demo/seed/spelling.ts'
import { searchRun } from './search.ts'
import { scripts } from './search/search-case.ts'
import { writings } from './search/spelt-otherwise.ts'

test('a desk finds people by exact keys always, by misspelt names in four scripts, and before they are written down again', async (t) => {
  const { keys, names, again, others } = await searchRun(360, 'npm test', () => {})
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
  const unseen = again.filter(({ ok }) => !ok).map(({ draft, person }) => `${draft.name.latin} is ${person.name.latin}`)
  assert.ok(unseen.length <= again.length * 0.03, unseen.join('\n'))
  assert.ok(others.filter(({ shown }) => shown > 0).length <= others.length * 0.04)
  t.diagnostic(`${again.length} people written down again, ${unseen.length} of them not shown before`)
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
