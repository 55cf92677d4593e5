import assert from 'node:assert/strict'
import { test } from 'node:test'

import { kill } from './kill.ts'

test('processes that are killed lose and double nothing', async () => {
  const kept = await kill.run({ scale: 24, progress: () => undefined })
  for (const { promise, tried, broken } of kept) {
    assert.ok(tried >= 1, `${promise}: tried too little`)
    assert.equal(broken, 0, promise)
  }
  console.log(`kill: 0 broken of ${kept[0]?.tried}`)
})
