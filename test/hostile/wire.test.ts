import assert from 'node:assert/strict'
import { test } from 'node:test'

import { wireAttacks } from './wire-attack.ts'
import { wire } from './wire.ts'

test('nothing that is said in place of HIMS gets in, and nothing is lost over it', async () => {
  const kept = await wire.run({ scale: wireAttacks.length, progress: () => undefined })
  for (const { promise, tried, broken } of kept) {
    assert.ok(tried >= 30, `${promise}: tried too little`)
    assert.equal(broken, 0, promise)
  }
  console.log(`wire: 0 broken of ${kept.reduce((sum, { tried }) => sum + tried, 0).toLocaleString('en')}`)
})
