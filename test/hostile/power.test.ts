import assert from 'node:assert/strict'
import { test } from 'node:test'

import { power } from './power.ts'

test('a power cut takes nothing that was acknowledged', async (t) => {
  const kept = await power.run({ scale: 100, progress: () => undefined })
  for (const { promise, tried, broken } of kept) {
    t.diagnostic(`${promise}: ${broken} broken of ${tried}`)
    assert.ok(tried > 0, `${promise}: never tried`)
    assert.equal(broken, 0, promise)
  }
})
