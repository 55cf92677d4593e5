import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from 'fast-check'
import { create } from 'qrcode'

import { decodeBase45, encodeBase45 } from '../../../domain/card/base45.ts'
import { bytesOf, hexOf } from '../../../domain/card/bytes.ts'
import { encodeCard, readCard } from '../../../domain/card/card-code.ts'
import { dayOfCard } from '../../../domain/card/card-day.ts'
import { CardId } from '../../../domain/id.ts'
import { cardOf, facts } from './fixture.ts'

const signature = new Uint8Array(64).fill(0x5a)
const written = encodeCard(facts, () => signature)

/** The example of docs/card-format.md, written out by hand from RFC 9052 and RFC 8949. */
const handMade = [
  '84', // COSE_Sign1: an array of four
  '47 a2 01 27 04 42 d15a', // protected: {1: -8 (EdDSA), 4: h'd15a'}
  'a0', // unprotected: {}
  '53 84 48 c0ffee0123456789 19 1267 19 09d5 19 10f6', // payload
  `58 40 ${'5a'.repeat(64)}`, // signature
].join('')

test('the bytes are those written by hand from RFC 9052', () => {
  assert.equal(hexOf(decodeBase45(written.slice(5)) ?? new Uint8Array()), handMade.replaceAll(' ', ''))
})

test('what is signed is the Sig_structure of RFC 9052 §4.4', () => {
  const byHand = `84 6a ${Buffer.from('Signature1').toString('hex')} 47 a2 01 27 04 42 d15a 40
    53 84 48 c0ffee0123456789 19 1267 19 09d5 19 10f6`
  const seen: string[] = []
  encodeCard(facts, (message) => (seen.push(hexOf(message)), signature))
  assert.deepEqual(seen, [byHand.replaceAll(/\s/g, '')])
})

test('facts that come with a profile of their own, as records do, still make a plain card', () => {
  const { cardId, statusIndex, issued, expires, kid } = facts
  for (const profile of ['P-ID', 'P-CORE'] as const) {
    const record = { cardId, statusIndex, issued, expires, kid, profile, status: 'active' }
    assert.equal(
      encodeCard(record, () => signature),
      written,
    )
  }
})

test('what was written is read', () => {
  const read = readCard(written)
  assert.deepEqual(read.ok && read.value.facts, facts)
  assert.deepEqual(read.ok && read.value.signature, signature)
})

const anyFacts = fc.record(
  {
    cardId: fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => CardId.parse(hexOf(bytes))),
    statusIndex: fc.integer({ min: 0, max: 0xffff_ffff }),
    issued: fc.integer({ min: 0, max: 30_000 }).map((day) => dayOfCard(day) ?? ''),
    expires: fc.integer({ min: 30_000, max: 65_535 }).map((day) => dayOfCard(day) ?? ''),
    kid: fc.uint8Array({ minLength: 2, maxLength: 2 }).map(hexOf),
    core: fc.constant(null),
    emergency: fc.constant({ kind: 'none' } as const),
  },
  { noNullPrototype: true },
)
const anySignature = fc.uint8Array({ minLength: 64, maxLength: 64 })

test('every card fits a version 6 symbol at level M and comes back', () => {
  fc.assert(
    fc.property(anyFacts, anySignature, (card, signed) => {
      const text = encodeCard(card, () => signed)
      assert.ok(text.length <= 154, `${text.length} letters`)
      const read = readCard(text)
      assert.deepEqual(read.ok && read.value.facts, card)
    }),
  )
})

test('the largest card makes a version 6 symbol', () => {
  const text = cardOf({ statusIndex: 0xffff_ffff, expires: '2199-06-06' })
  assert.equal(text.length, 152)
  assert.equal(create(text, { errorCorrectionLevel: 'M' }).version, 6)
})

test('the last letter is never a space, so that trimming takes nothing from a card', () => {
  fc.assert(fc.property(anyFacts, anySignature, (card, signed) => /[0-9A-W]$/.test(encodeCard(card, () => signed))))
})

for (const [what, changed] of [
  ['ends with CR LF', `${written}\r\n`],
  ['is padded with spaces', `${written}   `],
  ['came through Caps Lock', written.toLowerCase()],
] as const) {
  test(`a text that ${what} is the same card`, () => assert.deepEqual(readCard(changed), readCard(written)))
}

const again = (change: (bytes: Uint8Array) => Uint8Array) =>
  `DLH1:${encodeBase45(change(decodeBase45(written.slice(5)) ?? new Uint8Array()))}`
const withHex = (from: string, to: string) =>
  again((bytes) => bytesOf(hexOf(bytes).replace(from.replaceAll(' ', ''), to.replaceAll(' ', ''))))

for (const [what, text, problem] of [
  ['nothing', '', 'not-a-card'],
  ['a web address', 'HTTPS://EXAMPLE.ORG/', 'not-a-card'],
  ['a European certificate', 'HC1:NCFOXN%TSMAHN-H', 'not-a-card'],
  ['version 0', `DLH0:${written.slice(5)}`, 'not-a-card'],
  ['a version with a leading zero', `DLH01:${written.slice(5)}`, 'not-a-card'],
  ['a letter that Unicode makes an S', cardOf().toLowerCase().replace('s', '\u017f'), 'not-a-card'],
  ['a blank that is not of ASCII at the end', `${written}\u00a0`, 'altered'],
  ['mixed case', `${written.slice(0, 5)}${written.slice(5).toLowerCase()}`, 'altered'],
  ['version 2', `DLH2:${written.slice(5)}`, 'newer-format'],
  ['version 2 in letters of its own', 'DLH2:?', 'newer-format'],
  ['the prefix alone', 'DLH1:', 'altered'],
  ['a letter too many', `${written}0`, 'altered'],
  ['a very long text', `DLH1:${'0'.repeat(100_000)}`, 'altered'],
  ['a COSE tag', again((bytes) => Uint8Array.of(0xd2, ...bytes)), 'altered'],
  ['bytes after the end', again((bytes) => Uint8Array.of(...bytes, 0)), 'altered'],
  ['another algorithm', withHex('a2 01 27', 'a2 01 26'), 'altered'],
  ['headers in another order', withHex('a2 01 27 04 42 d15a', 'a2 04 42 d15a 01 27'), 'altered'],
  ['an unprotected header', withHex('d15a a0', 'd15a a1 01 27'), 'altered'],
  ['a longer number than needed', withHex('53 84 48', '58 13 84 48'), 'altered'],
  [
    'an index of 2⁶³',
    withHex('53 84 48 c0ffee0123456789 19 1267', '59 84 48 c0ffee0123456789 1b 8000000000000000'),
    'altered',
  ],
  ['a negative index', withHex('19 1267', '39 1267'), 'altered'],
  ['a text for an id', withHex('84 48', '84 68'), 'altered'],
  ['days the wrong way round', withHex('19 09d5 19 10f6', '19 10f6 19 09d5'), 'altered'],
  [
    'three elements',
    withHex('53 84 48 c0ffee0123456789 19 1267 19 09d5 19 10f6', '50 83 48 c0ffee0123456789 19 1267 19 09d5'),
    'altered',
  ],
] as const) {
  test(`${what} is ${problem}`, () => assert.deepEqual(readCard(text), { ok: false, problem }))
}

test('a fifth element that is no core is refused', () => {
  const later = withHex(
    '53 84 48 c0ffee0123456789 19 1267 19 09d5 19 10f6',
    '55 85 48 c0ffee0123456789 19 1267 19 09d5 19 10f6 41 ff',
  )
  assert.deepEqual(readCard(later), { ok: false, problem: 'altered' })
})

test('facts that no card can name are a bug', () => {
  for (const wrong of [
    { issued: '2019-12-31' },
    { expires: '2199-06-07' },
    { expires: '2026-11-21' },
    { statusIndex: 2 ** 32 },
  ]) {
    assert.throws(() => cardOf(wrong), RangeError)
  }
})

test('no text makes the reader throw', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 500 }),
    fc.uint8Array({ maxLength: 250 }).map((bytes) => `DLH1:${encodeBase45(bytes)}`),
  )
  fc.assert(
    fc.property(texts, (text) => !readCard(text).ok),
    { numRuns: 5000 },
  )
})
