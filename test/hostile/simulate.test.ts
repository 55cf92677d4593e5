import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Proof } from './promise.ts'
import { clock, simulate } from './simulate.ts'

const proofs: readonly (readonly [string, Proof, number])[] = [
  ['a simulated hospital keeps what it told', simulate, 80],
  ['no clock refuses a write or wins', clock, 60],
]

for (const [name, proof, scale] of proofs) {
  test(name, async () => {
    for (const { promise, tried, broken } of await proof.run({ scale, progress: () => {} })) {
      console.log(`${promise}: ${broken} of ${tried.toLocaleString('en')}`)
      assert.equal(broken, 0, promise)
      assert.ok(tried > 0)
    }
  })
}
