import assert from 'node:assert/strict'
import { deflateRawSync } from 'node:zlib'
import { test } from 'node:test'

import { cardStatuses } from '../../../domain/card/card-status.ts'
import { signList } from '../../../domain/card/signed-list.ts'
import {
  MOST_CHANGES,
  PART_CARDS,
  SEGMENT_BYTES,
  SEGMENT_CARDS,
  codeAt,
  codeOfStatus,
  readDelta,
  readSnapshot,
  setCode,
  statusOfCode,
  unpackPart,
} from '../../../domain/card/status-list.ts'
import { readCertificate } from '../../../domain/card/trust-list.ts'
import { ed25519Verify } from '../../../main/crypto/ed25519.ts'
import { unpacking } from '../../../main/store/status-segments.ts'
import {
  certificateBy,
  deltaOf,
  digestOfCards,
  listKey,
  root,
  signerOf,
  snapshotOf,
  stubRoot,
} from '../../fake/card-lists-stub.ts'

const issuedAt = '2026-11-22T05:00:00.000Z'
const read = readCertificate(certificateBy(root), [stubRoot], ed25519Verify)
assert.ok(read !== null)
const { certificate } = read

const snapshot = (bytes: Uint8Array) => readSnapshot(bytes, certificate, listKey.publicKey, ed25519Verify)
const delta = (bytes: Uint8Array) => readDelta(bytes, certificate, listKey.publicKey, unpacking)

/** What a snapshot says of every card that is not good. */
function codesIn(bytes: Uint8Array): ReadonlyMap<number, number> {
  const codes = new Map<number, number>()
  for (const part of snapshot(bytes)?.parts ?? assert.fail('no snapshot')) {
    const segments = unpackPart(part, unpacking) ?? assert.fail('no part')
    for (const [number, segment] of segments) {
      for (let at = 0; at < SEGMENT_CARDS; at++) {
        if (codeAt(segment, at) > 0) codes.set(number * SEGMENT_CARDS + at, codeAt(segment, at))
      }
    }
  }
  return codes
}

/** Numbers that look random and are the same every time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

test('a status is its code, and one nobody knows counts as revoked', () => {
  assert.deepEqual(
    cardStatuses.map((status) => statusOfCode(codeOfStatus(status))),
    [...cardStatuses],
  )
  assert.equal(codeOfStatus('active'), 0)
  assert.equal(statusOfCode(codeOfStatus('frozen-by-court')), 'revoked')
  assert.equal(statusOfCode(9), 'revoked')
})

test('half a byte is changed without its neighbour', () => {
  const segment = new Uint8Array(SEGMENT_BYTES).fill(0x21)
  setCode(segment, 6, 4)
  setCode(segment, 9, 0)
  assert.deepEqual(
    [5, 6, 7, 8, 9, 10].map((at) => codeAt(segment, at)),
    [2, 4, 2, 1, 0, 1],
  )
})

test('a snapshot says of every card exactly what is so, at every edge of its parts', () => {
  const edges = [0, 1, 127, 128, SEGMENT_CARDS - 1, SEGMENT_CARDS, PART_CARDS - 1, PART_CARDS, 2 ** 32 - 1]
  const codes = new Map(edges.map((index, at) => [index, 1 + (at % 4)]))
  assert.deepEqual(codesIn(snapshotOf(5, issuedAt, codes)), codes)
  assert.deepEqual(codesIn(snapshotOf(5, issuedAt, new Map())), new Map())
  const next = numbers(7)
  for (const share of [0.9, 0.3, 0.01, 0.0002]) {
    const some = new Map<number, number>()
    for (let index = 3; index < 200_000; index++) if (next() < share) some.set(index, 1 + Math.floor(next() * 15))
    assert.deepEqual(codesIn(snapshotOf(5, issuedAt, some)), some)
  }
})

test('a delta says what changed, and none says how fresh the state is', () => {
  const codes = new Map([
    [3, 1],
    [20_000_000, 4],
  ])
  const changes = new Map([...codes, [17, 0]])
  const said = delta(deltaOf({ from: 4, seq: 7, issuedAt, changes, codes }))
  assert.deepEqual(said?.changes, [
    { index: 3, code: 1 },
    { index: 17, code: 0 },
    { index: 20_000_000, code: 4 },
  ])
  assert.deepEqual([said?.from, said?.seq, said?.issuedAt], [4, 7, issuedAt])
  assert.deepEqual(Buffer.from(said?.digest ?? []), Buffer.from(digestOfCards(codes)))
  assert.deepEqual(delta(deltaOf({ from: 7, seq: 7, issuedAt, changes: new Map(), codes }))?.changes, [])
  assert.equal(delta(deltaOf({ from: 7, seq: 7, issuedAt, changes, codes })), null)
  assert.equal(delta(deltaOf({ from: 8, seq: 7, issuedAt, changes: new Map(), codes })), null)
})

test('no bit of a status list can change, no other key can write one, and no other day', () => {
  const codes = new Map([[4711, 1]])
  const lists = [snapshotOf(2, issuedAt, codes), deltaOf({ from: 1, seq: 2, issuedAt, changes: codes, codes })]
  for (const bytes of lists) {
    for (let at = 0; at < bytes.length; at++) {
      const changed = Uint8Array.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      assert.equal(snapshot(changed) ?? delta(changed), null)
      assert.equal(snapshot(bytes.slice(0, at)) ?? delta(bytes.slice(0, at)), null)
    }
  }
  assert.equal(snapshot(snapshotOf(2, issuedAt, codes, signerOf(1))), null)
  assert.equal(snapshot(snapshotOf(2, '2025-06-01T00:00:00.000Z', codes)), null)
  assert.equal(snapshot(lists[1] ?? new Uint8Array()), null)
  assert.equal(delta(lists[0] ?? new Uint8Array()), null)
})

const deflate = (bytes: Uint8Array) => Uint8Array.from(deflateRawSync(bytes))
const part = (gaps: Uint8Array, reasons: Uint8Array, number = 0) =>
  unpackPart({ number, gaps: deflate(gaps), reasons: deflate(reasons) }, unpacking)

test('a part that nobody would write is refused even where its signature holds', () => {
  assert.notEqual(part(Uint8Array.of(1, 2), Uint8Array.of(0x21)), null)
  const wrong: readonly (readonly [string, Uint8Array, Uint8Array])[] = [
    ['a card named twice', Uint8Array.of(1, 0), Uint8Array.of(0x21)],
    ['a longer number than needed', Uint8Array.of(0x81, 0), Uint8Array.of(1)],
    ['a number that does not end', Uint8Array.of(0x81), Uint8Array.of(1)],
    ['a card beyond the part', Uint8Array.of(0x81, 0x80, 0x40), Uint8Array.of(1)],
    ['too few reasons', Uint8Array.of(1, 1, 1), Uint8Array.of(0x11)],
    ['too many reasons', Uint8Array.of(1), Uint8Array.of(1, 1)],
    ['half a reason left over', Uint8Array.of(1), Uint8Array.of(0x11)],
    ['a card that is good', Uint8Array.of(1), Uint8Array.of(0)],
    ['nothing at all', new Uint8Array(), new Uint8Array()],
  ]
  for (const [name, gaps, reasons] of wrong) assert.equal(part(gaps, reasons), null, name)
})

test('a bomb is refused before it is unpacked', () => {
  const bomb = deflate(new Uint8Array(64 * 1024 * 1024).fill(1))
  assert.ok(bomb.length < 100_000)
  const before = process.memoryUsage().rss
  assert.equal(unpackPart({ number: 0, gaps: bomb, reasons: deflate(new Uint8Array(4)) }, unpacking), null)
  assert.equal(unpackPart({ number: 0, gaps: deflate(Uint8Array.of(1)), reasons: bomb }, unpacking), null)
  const head = [1, 2, Math.floor(Date.parse(issuedAt) / 1000), new Uint8Array(32)]
  assert.equal(delta(signList('status-delta', [...head, bomb, bomb], listKey)), null)
  assert.ok(process.memoryUsage().rss - before < 32 * 1024 * 1024)
  assert.equal(unpackPart({ number: 0, gaps: Uint8Array.of(9, 9, 9), reasons: bomb }, unpacking), null)
})

test('parts come in order, each once, and none beyond the last card', () => {
  const codes = new Map([
    [1, 1],
    [PART_CARDS + 1, 1],
  ])
  const parts = snapshot(snapshotOf(1, issuedAt, codes))?.parts ?? []
  const signed = (entries: readonly unknown[]) =>
    snapshot(signList('status', [1, Math.floor(Date.parse(issuedAt) / 1000), new Uint8Array(32), entries], listKey))
  const entry = (number: number) => [number, parts[0]?.gaps, parts[0]?.reasons]
  assert.equal(signed([entry(0), entry(1)])?.parts.length, 2)
  for (const order of [[1, 0], [1, 1], [4096], [-1]]) assert.equal(signed(order.map(entry)), null)
})

test('20 million cards of which one in a hundred is not good fit in 300 kB, and a busy day in 10 kB', () => {
  const next = numbers(99)
  const codes = new Map<number, number>()
  for (let index = 0; index < 20_000_000; index++) if (next() < 0.01) codes.set(index, 1 + Math.floor(next() * 4))
  const bytes = snapshotOf(1, issuedAt, codes)
  assert.ok(bytes.length < 300_000, `${bytes.length}`)
  const changes = new Map(Array.from({ length: 2000 }, () => [Math.floor(next() * 20_000_000), 2]))
  const day = deltaOf({ from: 1, seq: 2001, issuedAt, changes, codes: new Map() })
  assert.ok(day.length < 10_000, `${day.length}`)
  assert.ok(MOST_CHANGES > 2000)
})
