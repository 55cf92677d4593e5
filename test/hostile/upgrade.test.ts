import assert from 'node:assert/strict'
import { test } from 'node:test'

import { upgrade } from './upgrade.ts'

test('versions that are two schemas apart lose nothing between them', async () => {
  const kept = await upgrade.run({ scale: 40, progress: () => undefined })
  for (const { promise, tried, broken } of kept) {
    assert.ok(tried >= 8, `${promise}: tried too little`)
    assert.equal(broken, 0, promise)
  }
  console.log(`upgrade: 0 broken of ${kept.reduce((sum, { tried }) => sum + tried, 0)}`)
})
