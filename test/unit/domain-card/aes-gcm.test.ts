import assert from 'node:assert/strict'
import { test } from 'node:test'

import { bytesOf, hexOf } from '../../../domain/card/bytes.ts'
import { aesGcmOpen, aesGcmSeal, keyRing } from '../../../main/crypto/aes-gcm.ts'
import { ringKey } from './fixture.ts'

const nonce = bytesOf('cafebabefacedbaddecaf888')
const aad = bytesOf('feedfacedeadbeeffeedfacedeadbeefabaddad2')
const plain = bytesOf(
  'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
)
const sealed =
  '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
  '76fc6ece0f4e1768cddf8853bb2d551b'

test('McGrew and Viega, test case 16', () => {
  assert.equal(hexOf(aesGcmSeal(ringKey, nonce, aad, plain)), sealed)
  assert.deepEqual(aesGcmOpen(ringKey, nonce, aad, bytesOf(sealed)), plain)
})

test('nothing opens that was changed, cut short or sealed for another card', () => {
  const bytes = bytesOf(sealed)
  for (let at = 0; at < bytes.length; at++) {
    assert.equal(aesGcmOpen(ringKey, nonce, aad, bytes.with(at, (bytes[at] ?? 0) ^ 1)), null)
    assert.equal(aesGcmOpen(ringKey, nonce, aad, bytes.slice(0, at)), null)
  }
  assert.equal(aesGcmOpen(ringKey, nonce, aad.with(0, 0), bytes), null)
  assert.equal(aesGcmOpen(ringKey, nonce.with(0, 0), aad, bytes), null)
})

test('a ring opens only under the key that is named', () => {
  const ring = keyRing(new Map([[7, ringKey]]))
  assert.equal(hexOf(ring.seal(7, nonce, aad, plain)), sealed)
  assert.deepEqual(ring.open(7, nonce, aad, bytesOf(sealed)), plain)
  assert.equal(ring.open(8, nonce, aad, bytesOf(sealed)), null)
  assert.throws(() => ring.seal(8, nonce, aad, plain), RangeError)
})
