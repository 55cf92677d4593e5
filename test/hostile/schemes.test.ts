import assert from 'node:assert/strict'
import { test } from 'node:test'

import { schemes } from './schemes.ts'

test('schemes are answered as their words say', async (t) => {
  const kept = await schemes.run({ scale: 800, progress: () => undefined })
  for (const { promise, tried, broken } of kept) {
    assert.ok(tried > 0, `${promise}: never tried`)
    assert.equal(broken, 0, promise)
  }
  t.diagnostic(`0 broken of ${kept.reduce((sum, { tried }) => sum + tried, 0).toLocaleString('en')}`)
})
