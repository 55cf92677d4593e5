import assert from 'node:assert/strict'
import { test } from 'node:test'

import { readCard } from '../../../domain/card/card-code.ts'
import type { EmergencyBlock } from '../../../domain/card/card-core.ts'
import { checkCard } from '../../../domain/card/check-card.ts'
import { bytesOf, hexOf } from '../../../domain/card/bytes.ts'
import { encodeCbor } from '../../../domain/card/cose.ts'
import { readEmergency } from '../../../domain/card/emergency-code.ts'
import { CardId } from '../../../domain/id.ts'
import { keyRing } from '../../../main/crypto/aes-gcm.ts'
import { block, core, coreCard, elementsOf, facts, ring, ringKey, signedText, world } from './fixture.ts'

const textOf = (told: EmergencyBlock = block, more = {}): string => {
  const card = coreCard({}, { ...more, block: told })
  assert.ok(card.ok)
  return card.value
}
const text = textOf()
const openedBy = (openEmergency: typeof world.openEmergency, card = text) => {
  const answer = checkCard(card, { ...world, openEmergency })
  return answer.kind === 'valid' ? answer.card.emergency : answer.kind
}

test('a terminal opens what the issuer sealed', () => {
  assert.deepEqual(checkCard(text, world), {
    kind: 'valid',
    card: { ...facts, core, emergency: { kind: 'open', block } },
  })
})

test('a terminal without the key takes the card for what it is', () => {
  assert.deepEqual(
    openedBy(() => null),
    { kind: 'sealed' },
  )
  assert.deepEqual(openedBy(keyRing(new Map([[2, ringKey]])).open), { kind: 'sealed' })
  assert.deepEqual(openedBy(keyRing(new Map([[1, ringKey.toReversed()]])).open), { kind: 'sealed' })
})

test('nothing in the block is on the card to be read', () => {
  const bytes = hexOf(
    Uint8Array.from(
      elementsOf(text)
        .filter((part) => part instanceof Uint8Array)
        .flatMap((part) => [...part]),
    ),
  )
  assert.ok(!bytes.includes(hexOf(encodeCbor(block.allergies[0]))))
})

test('the nonce is the card id and the status index, the data bound to it all that stands before', () => {
  const seen: string[][] = []
  const seal = (keyId: number, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array) => {
    seen.push([String(keyId), hexOf(nonce), hexOf(aad), hexOf(plain)])
    return ring.seal(keyId, nonce, aad, plain)
  }
  const read = readCard(text)
  const sealed = read.ok ? read.value.sealed : null
  assert.ok(sealed !== null)
  const plain = ring.open(1, sealed.nonce, sealed.aad, sealed.sealed)
  seal(sealed.keyId, sealed.nonce, sealed.aad, plain ?? new Uint8Array())
  const head = `84 6e ${Buffer.from('DLH1 emergency').toString('hex')} 47 a2 01 27 04 42 d15a 01
    85 48 c0ffee0123456789 19 1267 19 09d5 19 10f6 84`
  assert.equal(seen[0]?.[1], 'c0ffee012345678900001267')
  assert.ok(seen[0]?.[2]?.startsWith(head.replaceAll(/\s/g, '')))
  // [[91936005], [44054006], [67866001], 9810043217 - 6000000000]
  assert.equal(seen[0]?.[3], '84811a057ad505811a02a035f6811a040b8d911ae318a551')
})

const [cardId, statusIndex, issued, expires, array, sealed] = elementsOf(text)
const withBlock = (element: unknown) => signedText([cardId, statusIndex, issued, expires, array, element])
const bytes = sealed instanceof Uint8Array ? sealed : new Uint8Array()

test('a damaged block that the issuer signed stays sealed', () => {
  assert.deepEqual(openedBy(ring.open, withBlock(bytes)), { kind: 'open', block })
  for (let at = 1; at < bytes.length; at++) {
    const damaged = bytes.with(at, (bytes[at] ?? 0) ^ 1)
    assert.deepEqual(openedBy(ring.open, withBlock(damaged)), { kind: 'sealed' })
  }
})

test('a block does not open on another card, nor beside another core', () => {
  const other = coreCard({}, { cardId: CardId.parse('c0ffee0123456780'), block })
  assert.ok(other.ok)
  const [otherId, ...rest] = elementsOf(other.value)
  assert.deepEqual(openedBy(ring.open, signedText([otherId, ...rest.slice(0, 4), bytes])), { kind: 'sealed' })
  const named = Array.isArray(array) ? [array[0], null, ...array.slice(2)] : []
  const moved = signedText([cardId, statusIndex, issued, expires, named, bytes])
  assert.deepEqual(openedBy(ring.open, moved), { kind: 'sealed' })
})

for (const [what, element] of [
  ['too short to hold a tag', new Uint8Array(21)],
  ['of text', 'sealed'],
  ['that is null', null],
  ['that is an array', [bytes]],
] as const) {
  test(`a block ${what} is refused`, () => {
    assert.deepEqual(readCard(withBlock(element)), { ok: false, problem: 'altered' })
  })
}

for (const [what, hex] of [
  ['an ordinary block', '84811a057ad505811a02a035f6811a040b8d911ae318a551'],
  ['an empty one', '84808080f6'],
] as const) {
  test(`${what} is read`, () => assert.notEqual(readEmergency(bytesOf(hex)), null))
}

for (const [what, hex] of [
  ['three elements', '83808080'],
  ['a longer number than needed', '848118018080f6'],
  ['a code of nought', '8481008080f6'],
  ['nine allergies', '8489010101010101010101 8080f6'.replace(' ', '')],
  ['a contact that is no mobile number', '848080801aee6b2800'],
  ['a contact in text', '848080806a39383130303433323137'],
  ['nothing', ''],
] as const) {
  test(`${what} is no block`, () => assert.equal(readEmergency(bytesOf(hex)), null))
}

test('the fullest block that no symbol holds is not cut short', () => {
  const many = Array.from({ length: 8 }, (_, at) => 900_000_000_000_000 + at)
  const card = coreCard({}, { block: { allergies: many, conditions: many, medicines: many, contact: null } })
  assert.deepEqual(card, { ok: false, problem: 'too-long' })
})
