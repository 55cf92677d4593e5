import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'

import { hexOf } from '../../../domain/card/bytes.ts'
import { SealedKey } from '../../../domain/wire/recovery.ts'
import { publicKeyOf } from '../../../domain/wire/seal.ts'
import { openSealed, sealKey } from '../../../domain/wire/sealed-key.ts'

/** What a terminal deposited before this code was shared; it must open for as long as HIMS keeps it. */
const before = SealedKey.parse({
  from: '86ccb8ae6b0e0389cc35ec683c0554ee2734ecd68e2587bafe275f479839e84f',
  nonce: 'ed13395f85abd1f71d43698f',
  sealed: '1c2e0c421e5e15a4f77d9a7bdf41a6c72ca5b1b8f06dda398662bdc5ac66157d',
  tag: 'de93bff4105e0e8d1a402d1804f5d313',
})

test('a key opens for its receiver alone, and not when a bit of it changed', async () => {
  const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))
  const [own, other, key] = [random(32), random(32), random(32)]
  const sealed = await sealKey(key, hexOf(await publicKeyOf(own)), random)
  assert.deepEqual(SealedKey.parse(sealed), sealed)
  assert.deepEqual(await openSealed(sealed, own), key)
  assert.equal(await openSealed(sealed, other), null)
  for (const name of ['from', 'nonce', 'sealed', 'tag'] as const) {
    const bent = (sealed[name].startsWith('0') ? '1' : '0') + sealed[name].slice(1)
    assert.equal(await openSealed({ ...sealed, [name]: bent }, own), null, name)
  }
  assert.equal(await openSealed({ ...sealed, from: '0'.repeat(64) }, own), null, 'a key of small order')
})

test('what was sealed by an earlier version still opens', async () => {
  const key = await openSealed(before, new Uint8Array(32).fill(7))
  assert.equal(key === null ? null : hexOf(key), '2a'.repeat(32))
})
