import assert from 'node:assert/strict'
import { test } from 'node:test'

import { restore } from './restore.ts'

test('who comes back from a copy is told so, spends nothing twice and loses nothing', async () => {
  const kept = await restore.run({ scale: 7, progress: () => undefined })
  for (const { promise, tried, broken } of kept) {
    assert.ok(tried >= 7, `${promise}: tried too little`)
    assert.equal(broken, 0, promise)
  }
  console.log(`restore: 0 broken of ${kept.reduce((sum, { tried }) => sum + tried, 0)}`)
})
