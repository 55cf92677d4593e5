import assert from 'node:assert/strict'
import { test } from 'node:test'

import { INSTALL_POSTGRES, debianPostgres } from '../fake/postgres/binary.ts'
import { failover } from './failover.ts'

const skip = debianPostgres() === null ? INSTALL_POSTGRES : false

test('a primary that is killed takes nothing with it', { timeout: 90_000, skip }, async (t) => {
  const kept = await failover.run({ scale: 1, progress: () => undefined })
  for (const { promise, tried, broken } of kept) {
    t.diagnostic(`${promise}: ${broken} broken of ${tried}`)
    assert.ok(tried > 0, `${promise}: never tried`)
    assert.equal(broken, 0, promise)
  }
})
