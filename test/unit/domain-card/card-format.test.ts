import assert from 'node:assert/strict'
import { createDecipheriv, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { decode, encode } from 'cborg'
import { z } from 'zod'

import { decodeBase45 } from '../../../domain/card/base45.ts'
import { bytesOf, hexOf } from '../../../domain/card/bytes.ts'
import { CardCore, Emergency } from '../../../domain/card/card-core.ts'
import { checkCard } from '../../../domain/card/check-card.ts'
import type { CardWorld } from '../../../domain/card/check-card.ts'
import { ed25519PublicKey } from '../../../main/crypto/ed25519.ts'
import { facts, ringKey, scopedSeed, seed, world } from './fixture.ts'

const page = readFileSync(new URL('../../../docs/card-format.md', import.meta.url), 'utf8')
const blocks = Array.from(page.matchAll(/```(text|json)\n([^`]*)```/g), ([, , block = '']) => block)
const [bytes = '', plainLines = '', coreBytes = '', sealing = '', contentLines = '', coreLines = ''] = blocks
const linesOf = (block: string) => block.trimEnd().split('\n')
const vectors = linesOf(plainLines + coreLines).map((line) => /^(\S+) \| (.*?) \| (.*)$/.exec(line)?.slice(1) ?? [])
const Content = z.object({ why: z.string(), text: z.string(), core: CardCore, emergency: Emergency })
const contents = linesOf(contentLines).map((line) => Content.parse(JSON.parse(line)))

const judge: CardWorld = {
  ...world,
  keyFor(kid) {
    const key = world.keyFor(facts.kid)
    const publicKey = hexOf(ed25519PublicKey(scopedSeed))
    if (kid !== 'd15b' || key === null) return world.keyFor(kid)
    return { ...key, kid, publicKey, facilities: ['0710000123'] }
  },
  statusOf: (index) => (index === 4712 ? { revoked: 'lost' } : 'good'),
}

for (const [kind, why, text = ''] of vectors) {
  test(`docs/card-format.md: ${why} is ${kind}`, () => assert.equal(checkCard(text, judge).kind, kind))
}

for (const { why, text, core, emergency } of contents) {
  test(`docs/card-format.md: ${why}`, () => {
    const answer = checkCard(text, judge)
    const told = answer.kind === 'valid' ? answer.card : answer
    assert.deepEqual(told, { ...facts, core, emergency, cardId: 'cardId' in told ? told.cardId : '' })
  })
}

test('the page shows every answer, and the bytes of its first card', () => {
  assert.deepEqual(
    new Set(vectors.map(([kind]) => kind)),
    new Set(['valid', 'expired', 'revoked', 'unknown-issuer', 'altered', 'newer-format', 'not-a-card']),
  )
  const first = decodeBase45((vectors[0]?.[2] ?? '').slice(5)) ?? new Uint8Array()
  assert.equal(hexOf(first), bytes.replaceAll(/\s/g, ''))
  assert.ok(vectors.length > 40 && contents.length > 8, `${vectors.length}, ${contents.length}`)
})

/** RFC 9285 once more, by its own words, so that nothing of `domain/card` reads the next test's cards. */
function base45(text: string): Uint8Array {
  const values = Array.from(text, (letter) => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'.indexOf(letter))
  const triples = Array.from({ length: Math.ceil(values.length / 3) }, (_, at) => values.slice(at * 3, at * 3 + 3))
  return Uint8Array.from(
    triples.flatMap(([a = 0, b = 0, c]) => {
      const value = a + b * 45 + (c ?? 0) * 2025
      return c === undefined ? [value] : [value >> 8, value & 0xff]
    }),
  )
}

test('the page is enough for a reader made of cborg and node:crypto', () => {
  const text = contents[4]?.text ?? ''
  const [header, , payload, signature] = z
    .tuple([z.instanceof(Uint8Array), z.unknown(), z.instanceof(Uint8Array), z.instanceof(Uint8Array)])
    .parse(decode(base45(text.slice(5)), { useMaps: true }))
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), ed25519PublicKey(seed)])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  assert.ok(verify(null, encode(['Signature1', header, new Uint8Array(), payload]), key, signature))

  const Elements = z.array(z.unknown()).length(6)
  const elements = Elements.parse(decode(payload))
  const Core = z.tuple([z.bigint(), z.number(), z.instanceof(Uint8Array), z.instanceof(Uint8Array)])
  const [holder, facility, latin, own] = Core.parse(elements[4])
  assert.deepEqual([holder / 10_000n, facility], [91123456789012n, 710000123])
  const traits = Number(holder % 10_000n)
  assert.deepEqual([traits % 4, Math.floor(traits / 4) % 9, Math.floor(traits / 36) + 1899], [1, 7, 1968])
  assert.equal(Buffer.from(latin).toString('latin1'), 'Ramesh Kumar')
  assert.equal(own[0], 0x14)
  assert.equal(
    Array.from(own.slice(1), (byte) => String.fromCharCode(byte < 0x80 ? byte : byte + 0x880)).join(''),
    'रमेश कुमार',
  )

  const block = z.instanceof(Uint8Array).parse(elements[5])
  const aad = encode(['DLH1 emergency', header, block[0], elements.slice(0, 5)])
  const [plain, ...rest] = linesOf(sealing).map((line) => line.replaceAll(' ', ''))
  assert.equal(hexOf(aad), rest.join(''))
  const opening = createDecipheriv('aes-256-gcm', ringKey, bytesOf('c0ffee012345678900001267'))
  opening.setAAD(aad).setAuthTag(block.slice(-16))
  const opened = Buffer.concat([opening.update(block.slice(1, -16)), opening.final()])
  assert.equal(opened.toString('hex'), plain)
  assert.deepEqual(decode(opened), [[91936005], [44054006], [67866001], 9810043217 - 6_000_000_000])
})

test('the page shows the bytes of its card in Devanagari', () => {
  assert.equal(hexOf(base45((contents[1]?.text ?? '').slice(5))), coreBytes.replaceAll(/\s/g, ''))
})
