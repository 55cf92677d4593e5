import assert from 'node:assert/strict'
import { test } from 'node:test'

import { disk } from './disk.ts'

test('a disk that fails, fills or turns read-only loses nothing that was acknowledged', async (t) => {
  const kept = await disk.run({ scale: 300, progress: () => undefined })
  for (const { promise, tried, broken } of kept) {
    t.diagnostic(`${promise}: ${broken} broken of ${tried}`)
    assert.ok(tried > 0, `${promise}: never tried`)
    assert.equal(broken, 0, promise)
  }
})
