import assert from 'node:assert/strict'
import { test } from 'node:test'

import { checkCard } from '../../../domain/card/check-card.ts'
import { cardOf, coreCard, facts, otherSeed, world } from './fixture.ts'

const card = cardOf()

test('a card that HIMS signed is valid until the end of its last day', () => {
  assert.deepEqual(checkCard(card, world), { kind: 'valid', card: facts })
  assert.equal(checkCard(card, { ...world, today: '2031-11-21' }).kind, 'valid')
  assert.equal(checkCard(card, { ...world, today: '2031-11-22' }).kind, 'expired')
})

test('a revoked card says why, even when it has expired', () => {
  const asked: number[] = []
  const revoked = {
    ...world,
    today: '2040-01-01',
    statusOf: (index: number) => (asked.push(index), { revoked: 'lost' }),
  }
  assert.deepEqual(checkCard(card, revoked), { kind: 'revoked', card: facts, reason: 'lost' })
  assert.deepEqual(asked, [facts.statusIndex])
})

test('a foreign key is refused under its own name and under ours', () => {
  assert.equal(checkCard(cardOf({ kid: 'beef' }, otherSeed), world).kind, 'unknown-issuer')
  assert.equal(checkCard(cardOf({}, otherSeed), world).kind, 'altered')
})

test('a key signs only cards of its own period', () => {
  assert.equal(checkCard(cardOf({ issued: '2025-12-31' }), world).kind, 'unknown-issuer')
  assert.equal(checkCard(cardOf({ issued: '2028-01-01' }), world).kind, 'unknown-issuer')
  assert.equal(checkCard(cardOf({ issued: '2026-01-01' }), world).kind, 'valid')
  assert.equal(checkCard(cardOf({ issued: '2027-12-31' }), world).kind, 'valid')
})

test('a key whose period is over still proves the cards it signed', () => {
  assert.equal(checkCard(card, { ...world, today: '2030-06-01' }).kind, 'valid')
})

test('no bit of a card can change', () => {
  const accepted: string[] = []
  for (let at = 0; at < card.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const letter = String.fromCharCode(card.charCodeAt(at) ^ (1 << bit))
      const changed = card.slice(0, at) + letter + card.slice(at + 1)
      const { kind } = checkCard(changed, world)
      if (kind === 'valid' || kind === 'expired' || kind === 'revoked') accepted.push(changed)
    }
  }
  assert.deepEqual(accepted, [])
})

test('no part of a card is a card', () => {
  for (let length = 0; length < card.length; length++) {
    const kinds = [card.slice(0, length), card.slice(card.length - length)].map((part) => checkCard(part, world).kind)
    for (const kind of kinds) assert.ok(kind === 'altered' || kind === 'not-a-card', `${length}: ${kind}`)
  }
})

test('two letters exchanged are noticed', () => {
  for (let at = 5; at + 1 < card.length; at++) {
    const swapped = card.slice(0, at) + card.charAt(at + 1) + card.charAt(at) + card.slice(at + 2)
    if (swapped !== card) assert.equal(checkCard(swapped, world).kind, 'altered')
  }
})

test('a key that may sign for some hospitals signs for no other', () => {
  const scoped = (facilities: readonly string[] | null) => {
    const key = world.keyFor(facts.kid)
    assert.ok(key !== null)
    return { ...world, keyFor: () => ({ ...key, facilities: facilities === null ? null : [...facilities] }) }
  }
  const named = coreCard()
  const unnamed = coreCard({ facility: null })
  assert.ok(named.ok && unnamed.ok)
  assert.equal(checkCard(named.value, scoped(null)).kind, 'valid')
  assert.equal(checkCard(named.value, scoped(['0710000999', '0710000123'])).kind, 'valid')
  assert.equal(checkCard(named.value, scoped(['0710000999'])).kind, 'unknown-issuer')
  assert.equal(checkCard(named.value, scoped([])).kind, 'unknown-issuer')
  // A card that names no hospital could be anybody's: only a key for all hospitals may sign it.
  assert.equal(checkCard(unnamed.value, scoped(null)).kind, 'valid')
  assert.equal(checkCard(unnamed.value, scoped(['0710000123'])).kind, 'unknown-issuer')
  assert.equal(checkCard(card, scoped(['0710000123'])).kind, 'unknown-issuer')
})
