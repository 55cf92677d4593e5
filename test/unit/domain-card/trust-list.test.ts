import assert from 'node:assert/strict'
import { test } from 'node:test'

import { encodeCard } from '../../../domain/card/card-code.ts'
import { checkCard } from '../../../domain/card/check-card.ts'
import { decodeSign1 } from '../../../domain/card/cose.ts'
import { openList, signList } from '../../../domain/card/signed-list.ts'
import type { ListKind } from '../../../domain/card/signed-list.ts'
import { provingKey, signTrustList, takeTrustList } from '../../../domain/card/trust-list.ts'
import type { HeldTrust, TrustedKey } from '../../../domain/card/trust-list.ts'
import { ed25519Verify } from '../../../main/crypto/ed25519.ts'
import { certificateBy, listKey, root, signerOf, stubRoot } from '../../fake/card-lists-stub.ts'
import { facts, signWith, seed, world } from './fixture.ts'

const issuedAt = '2026-11-22T05:00:00.000Z'

const key = (changed: Partial<TrustedKey> = {}): TrustedKey => ({
  kid: 'd15a',
  publicKey: world.keyFor('d15a')?.publicKey ?? '',
  notBefore: '2026-01-01',
  notAfter: '2027-12-31',
  facilities: null,
  kind: 'hims',
  withdrawn: null,
  ...changed,
})

const listOf = (seq: number, keys = [key()], signer = listKey, at = issuedAt): Uint8Array =>
  signTrustList({ seq, issuedAt: at, keys }, signer)

const trustWorld = { roots: [stubRoot], verify: ed25519Verify, today: '2026-11-22' }
const take = (list: Uint8Array, held: HeldTrust | null = null, certificate = certificateBy(root)) =>
  takeTrustList(held, { certificate, list }, trustWorld)
const problem = (list: Uint8Array, held: HeldTrust | null = null, certificate = certificateBy(root)) => {
  const taken = take(list, held, certificate)
  return taken.ok ? 'taken' : taken.problem
}
function heldAt(seq: number): HeldTrust {
  const taken = take(listOf(seq))
  assert.ok(taken.ok)
  return taken.value
}

test('a list says again what went into it', () => {
  const keys = [
    key(),
    key({ kid: '0001', publicKey: '11'.repeat(32), kind: 'delegated', facilities: ['0710000123'] }),
    key({ kid: 'ffff', publicKey: '22'.repeat(32), withdrawn: '2026-06-01', facilities: [] }),
  ]
  const taken = take(listOf(7, keys))
  assert.ok(taken.ok)
  assert.deepEqual(taken.value.list, { seq: 7, issuedAt, keys })
  assert.equal(taken.value.root, stubRoot)
})

test('only a chain that begins at a pinned root is believed', () => {
  const stranger = signerOf(0x11)
  assert.equal(problem(listOf(1), null, certificateBy(stranger)), 'forged')
  assert.equal(problem(listOf(1, [key()], stranger)), 'forged')
  assert.equal(problem(listOf(1, [key()], root)), 'forged')
  // A key that the root certified for lists certifies nobody in its turn.
  assert.equal(problem(listOf(1, [key()], stranger), null, certificateBy(listKey, 2, stranger)), 'forged')
  const both = { ...trustWorld, roots: ['00'.repeat(32), stubRoot] }
  assert.ok(takeTrustList(null, { certificate: certificateBy(root), list: listOf(1) }, both).ok)
  assert.ok(!takeTrustList(null, { certificate: certificateBy(root), list: listOf(1) }, { ...both, roots: [] }).ok)
})

test('an older list is refused, and so is another under the same number', () => {
  assert.equal(problem(listOf(4), heldAt(5)), 'older')
  assert.equal(problem(listOf(5), heldAt(5)), 'taken')
  assert.equal(problem(listOf(5, [key({ withdrawn: '2026-11-01' })]), heldAt(5)), 'differs')
  assert.equal(problem(listOf(6), heldAt(5)), 'taken')
})

test('a new certificate outranks whatever numbers a stolen list key has reached', () => {
  const next = signerOf(0x22)
  const after = take(listOf(1, [key()], next), heldAt(1_000_000), certificateBy(root, 2, next))
  assert.ok(after.ok)
  assert.equal(problem(listOf(2_000_000), after.value), 'older')
})

test('a list counts only within the days its key was certified for', () => {
  assert.equal(problem(listOf(1, [key()], listKey, '2025-12-31T12:00:00.000Z')), 'certificate-over')
  // 31 December, 19:00 in Greenwich, is New Year's Day in Delhi.
  assert.equal(problem(listOf(1, [key()], listKey, '2025-12-31T19:00:00.000Z')), 'taken')
  const late = { ...trustWorld, today: '2100-01-01' }
  const offered = { certificate: certificateBy(root), list: listOf(1) }
  assert.deepEqual(takeTrustList(null, offered, late), { ok: false, problem: 'certificate-over' })
  assert.ok(takeTrustList(null, offered, { ...late, today: null }).ok)
})

test('a list in which two keys share a name is no list', () => {
  assert.equal(problem(listOf(1, [key(), key({ publicKey: '33'.repeat(32) })])), 'forged')
})

test('no bit of a list or its certificate can change, and no part of one is one', () => {
  const [list, certificate] = [listOf(3), certificateBy(root)]
  for (const bytes of [list, certificate]) {
    const offer = (changed: Uint8Array) => (bytes === list ? problem(changed) : problem(list, null, changed))
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit += 3) {
        const changed = Uint8Array.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        assert.equal(offer(changed), 'forged', `byte ${at}`)
      }
      assert.equal(offer(bytes.slice(0, at)), 'forged')
    }
    assert.equal(offer(Uint8Array.of(...bytes, 0)), 'forged')
  }
})

test('what is signed as one kind is never taken for another', () => {
  const kinds: readonly ListKind[] = ['request', 'certificate', 'trust', 'status', 'status-delta']
  const elements = [1, new Uint8Array(32), 2]
  for (const signed of kinds) {
    const bytes = signList(signed, elements, listKey)
    for (const read of kinds) {
      const opened = openList(read, bytes, listKey.publicKey, ed25519Verify)
      assert.deepEqual(opened, signed === read ? elements : null)
    }
    assert.equal(decodeSign1(bytes), null, 'and for a card')
  }
})

test('a card that a list key signed is nobody’s', () => {
  const text = encodeCard(facts, listKey.sign)
  const lists = new Map([['d15a', provingKey(key())]])
  assert.equal(checkCard(text, { ...world, keyFor: (kid) => lists.get(kid) ?? null }).kind, 'altered')
})

test('a withdrawn key proves the cards of the days before, and no other', () => {
  const judged = (withdrawn: string, issued: string) => {
    const known = provingKey(key({ withdrawn }))
    const text = encodeCard({ ...facts, issued }, signWith(seed))
    return checkCard(text, { ...world, keyFor: () => known }).kind
  }
  assert.equal(judged('2026-11-23', '2026-11-22'), 'valid')
  assert.equal(judged('2026-11-22', '2026-11-22'), 'unknown-issuer')
  assert.equal(judged('2026-11-22', '2026-11-21'), 'valid')
  assert.equal(judged('2025-01-01', '2026-01-01'), 'unknown-issuer')
  assert.equal(judged('2030-01-01', '2028-01-01'), 'unknown-issuer')
})
