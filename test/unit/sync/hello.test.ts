import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Caller } from '../../../sync/call.ts'
import { hello } from '../../../sync/hello.ts'
import type { SyncStore } from '../../../sync/sync-store.ts'

const identity = { keyId: 'terminal-1', sign: () => new Uint8Array(64) }

/** A greeting that HIMS answers with a last number; `meanwhile` happens while the answer is on its way. */
const answering =
  (lastN: number, meanwhile = () => {}): Caller =>
  async ({ shape }) => {
    meanwhile()
    const accepts = { types: ['application/json'], encodings: [] }
    const limits = { mutations: 500, bytes: 1_000_000, rows: 5000 }
    const common = { incarnation: 'first', schema: 3, serverTime: '2026-11-22T05:00:00.000Z' }
    const raw = { ...common, epoch: 1, lastN, accepts, minSchema: 1, limits }
    return { ok: true, value: { value: shape.parse(raw), raw, body: '' } }
  }

/** A store that has sent numbers up to 26; only what a greeting touches. */
function storeAt26() {
  const seen = { sentN: 26, fenced: 0 }
  const part: Partial<SyncStore> = {
    position: () => ({ epoch: 1, nextN: 50, sentN: seen.sentN, cursor: 0, incarnation: 'first', isFenced: false }),
    fenced: () => void seen.fenced++,
    ackedN: () => 26,
    metAgain: () => 'kept',
    met: () => 'kept',
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { seen, store: part as SyncStore }
}

test('a number that was never sent from here fences this store off', async () => {
  const { seen, store } = storeAt26()
  const outcome = await hello(answering(38), store, identity, 'http://hims.invalid')
  assert.deepEqual(outcome, { kind: 'refused', cause: 'fenced' })
  assert.equal(seen.fenced, 1)
})

test('what a stick carries to HIMS while the greeting is on its way is this store’s own', async () => {
  const { seen, store } = storeAt26()
  const carried = answering(38, () => {
    seen.sentN = 38
  })
  assert.deepEqual(await hello(carried, store, identity, 'http://hims.invalid'), { kind: 'online' })
  assert.equal(seen.fenced, 0)
})
