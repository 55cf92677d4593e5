import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foreign } from './foreign.ts'

test('no changed or forged code of another system is believed', async () => {
  const kept = await foreign.run({ scale: 5_000, progress: () => undefined })
  for (const { promise, tried, broken } of kept) {
    assert.ok(tried > 0, `${promise}: never tried`)
    assert.equal(broken, 0, promise)
  }
  console.log(`foreign: 0 broken of ${kept.reduce((sum, { tried }) => sum + tried, 0).toLocaleString('en')}`)
})
