import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'

import type { Kept, Proof } from './promise.ts'

/** Says how often each promise was tried, for the report of `npm test`, and fails where one was broken or hardly tried. */
export function holds(t: TestContext, kept: readonly Kept[], atLeast = 1): void {
  for (const { promise, tried, broken } of kept) {
    t.diagnostic(`${promise}: ${broken} broken of ${tried.toLocaleString('en')}`)
    assert.ok(tried >= atLeast, `${promise}: tried ${tried} times`)
    assert.equal(broken, 0, promise)
  }
}

/** Runs a proof small. */
export async function holdsUp(t: TestContext, proof: Proof, scale: number, atLeast = 1): Promise<void> {
  holds(t, await proof.run({ scale, progress: () => undefined }), atLeast)
}
