import assert from 'node:assert/strict'
import { test } from 'node:test'

import { card } from './card.ts'

test('no forged, changed, foreign, expired or revoked card is believed, and every genuine one is', async () => {
  const kept = await card.run({ scale: 10_000, progress: () => undefined })
  for (const { promise, tried, broken } of kept) {
    assert.ok(tried > 0, `${promise}: never tried`)
    assert.equal(broken, 0, promise)
  }
  console.log(`card: 0 broken of ${kept.reduce((sum, { tried }) => sum + tried, 0).toLocaleString('en')}`)
})
