import assert from 'node:assert/strict'
import { test } from 'node:test'

import { hid } from './hid.ts'

test('faulty USB scanners never make a wrong scan', async (t) => {
  const kept = await hid.run({ scale: 5000, progress: () => undefined })
  for (const { promise, tried, broken } of kept) {
    t.diagnostic(`${promise}: ${broken} broken of ${tried}`)
    assert.ok(tried > 0, `${promise}: never tried`)
    assert.equal(broken, 0, promise)
  }
})
