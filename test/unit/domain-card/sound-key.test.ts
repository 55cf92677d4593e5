import assert from 'node:assert/strict'
import { test } from 'node:test'

import { bytesOf, hexOf } from '../../../domain/card/bytes.ts'
import { encodeCard } from '../../../domain/card/card-code.ts'
import { checkCard } from '../../../domain/card/check-card.ts'
import { isSoundKey } from '../../../domain/card/sound-key.ts'
import { readCertificate, signCertificate } from '../../../domain/card/trust-list.ts'
import { ed25519PublicKey } from '../../../main/crypto/ed25519.ts'
import { root } from '../../fake/card-lists-stub.ts'
import { facts, otherSeed, scopedSeed, seed, world } from './fixture.ts'

/** The neutral point: with it for R and s = 0 a signature fits every message, and no private key is needed. */
const neutral = `01${'00'.repeat(31)}`
/** OpenSSL refuses it, other libraries do not, and RFC 8032 leaves it to them. */
const willing = () => true

test('the keys of RFC 8032 are sound', () => {
  for (const each of [seed, otherSeed, scopedSeed]) assert.ok(isSoundKey(hexOf(ed25519PublicKey(each))))
})

test('a point of small order, or one written in a second way, is no sound key', () => {
  const last = (hex: string) => hex.slice(0, 62) + (Number.parseInt(hex.slice(62), 16) | 0x80).toString(16)
  const eighth = '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'
  const beyond = ['ed', 'ee', 'f3', 'ff'].map((first) => `${first}${'ff'.repeat(30)}7f`)
  for (const key of [neutral, '00'.repeat(32), `ec${'ff'.repeat(30)}7f`, eighth, ...beyond]) {
    assert.ok(!isSoundKey(key) && !isSoundKey(last(key)), key)
  }
  for (const key of ['', 'x'.repeat(64), neutral.toUpperCase().slice(0, 60)]) assert.ok(!isSoundKey(key))
  assert.ok(isSoundKey(`eb${'ff'.repeat(30)}7f`))
})

test('a key that fits every signature proves no card, were it even in the list', () => {
  const key = { kid: facts.kid, notBefore: '2026-01-01', notAfter: '2027-12-31', facilities: null }
  const keyFor = () => ({ ...key, publicKey: neutral })
  const text = encodeCard(facts, () => bytesOf(neutral + '00'.repeat(32)))
  assert.equal(checkCard(text, { ...world, keyFor, verify: willing }).kind, 'unknown-issuer')
})

test('no root makes such a key one that signs lists', () => {
  const certificate = (publicKey: string) =>
    signCertificate({ serial: 1, publicKey, notBefore: '2026-01-01', notAfter: '2027-12-31' }, root)
  const roots = [hexOf(root.publicKey)]
  assert.notEqual(readCertificate(certificate('34'.repeat(32)), roots, willing), null)
  assert.equal(readCertificate(certificate(neutral), roots, willing), null)
})
