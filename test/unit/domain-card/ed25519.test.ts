import assert from 'node:assert/strict'
import { test } from 'node:test'

import { bytesOf, hexOf } from '../../../domain/card/bytes.ts'
import { ed25519PublicKey, ed25519Sign, ed25519Verify } from '../../../main/crypto/ed25519.ts'
import { otherSeed, seed } from './fixture.ts'

/** RFC 8032 §7.1, tests 1 and 2. */
for (const { key, publicKey, message, signature } of [
  {
    key: seed,
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    key: otherSeed,
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
]) {
  test(`RFC 8032: ${publicKey.slice(0, 8)}`, () => {
    assert.equal(hexOf(ed25519PublicKey(key)), publicKey)
    assert.equal(hexOf(ed25519Sign(key, bytesOf(message))), signature)
    assert.equal(ed25519Verify(bytesOf(publicKey), bytesOf(message), bytesOf(signature)), true)
    assert.equal(ed25519Verify(bytesOf(publicKey), bytesOf(`${message}00`), bytesOf(signature)), false)
  })
}

test('a key or signature of the wrong length proves nothing', () => {
  const message = bytesOf('72')
  const signature = ed25519Sign(seed, message)
  assert.equal(ed25519Verify(ed25519PublicKey(seed).slice(1), message, signature), false)
  assert.equal(ed25519Verify(ed25519PublicKey(seed), message, signature.slice(1)), false)
})

test('a second signature for the same message, S + L, is refused', () => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const signature = ed25519Sign(seed, bytesOf('72'))
  const s = BigInt(`0x${hexOf(signature.slice(32).toReversed())}`) + order
  const forged = Uint8Array.of(...signature.slice(0, 32), ...bytesOf(s.toString(16).padStart(64, '0')).toReversed())
  assert.equal(ed25519Verify(ed25519PublicKey(seed), bytesOf('72'), forged), false)
})
