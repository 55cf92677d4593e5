import type { Random } from '../../build/demo/seed/random.ts'
import { encodeCard } from '../../domain/card/card-code.ts'
import { encodeCbor, protectedHeader } from '../../domain/card/cose.ts'
import { aCard, is, signedBy, textOfBytes } from './card-attack.ts'
import type { Attack } from './card-attack.ts'
import { signatureOfAnything, smallKey } from './card-curve.ts'
import { dayAt, kidBytes, plainFacts, SCOPE } from './card-home.ts'
import type { Genuine, Home, Signer } from './card-home.ts'

type Header = ReadonlyMap<number | string, unknown>

const mapOf = (...pairs: readonly (readonly [number | string, unknown])[]): Header => new Map(pairs)

/** Headers that name another algorithm or key, or more than a card's; the last are empty. */
function otherHeader(random: Random, kid: Uint8Array): Header {
  return random.pick([
    // ES256, ES384, EdDSA under its other number (RFC 9864), HMAC with the public key for a secret, none at all.
    () => mapOf([1, random.pick([-7, -35, -19, 5, 0, -1, 'EdDSA', null])], [4, kid]),
    () => mapOf([1, -8]),
    () => mapOf([4, kid]),
    () => mapOf([1, -8], [4, kid.slice(0, random.between(0, 1))]),
    () => mapOf([1, -8], [4, Uint8Array.of(...kid, ...random.bytes(random.between(1, 6)))]),
    () => mapOf([1, -8], [4, String.fromCharCode(...kid)]),
    () => mapOf([1, -8], [2, [4]], [4, kid]),
    () => mapOf([1, -8], [4, kid], [16, 'application/vnd.dlh.trust-list+cbor']),
    () => mapOf([1, -8], [3, 0], [4, kid]),
    () => mapOf(),
  ])()
}

/** A message that a library which believes any header would check and find right. */
function underHeader(random: Random, signer: Signer, payload: Uint8Array): string {
  const kid = kidBytes(signer)
  const header = otherHeader(random, kid)
  const bytes = random.chance(0.1) && header.size === 0 ? new Uint8Array() : encodeCbor(header)
  const open = random.pick([mapOf(), mapOf([1, -8]), mapOf([4, kid]), mapOf([1, -8], [4, kid])])
  const signature = signer.sign(encodeCbor(['Signature1', bytes, new Uint8Array(), payload]))
  return textOfBytes(encodeCbor([bytes, open, payload, signature]))
}

/** The issuer's signature over something else than this message: another context of RFC 9052, or the bare payload. */
function underContext(random: Random, signer: Signer, payload: Uint8Array): string {
  const header = protectedHeader(kidBytes(signer))
  const none = new Uint8Array()
  const message = random.pick([
    () => encodeCbor(['Signature', header, header, none, payload]),
    () => encodeCbor(['CounterSignature', header, header, none, payload]),
    () => encodeCbor(['MAC0', header, none, payload]),
    () => encodeCbor(['Signature1', header, random.bytes(random.between(1, 16)), payload]),
    () => encodeCbor(['Signature1', header, payload]),
    () => payload,
    () => none,
  ])()
  return textOfBytes(encodeCbor([header, mapOf(), payload, signer.sign(message)]))
}

/** One element that no issuer writes; what spoofs a good status index above all. */
function outOfRange(random: Random, { elements }: Genuine): readonly unknown[] {
  const [id, index, issued, expires, ...rest] = elements
  const wrongIndex = random.pick([
    2 ** 32,
    2 ** 32 + Number(index),
    2 ** 53 - 1,
    -1,
    -1 - Number(index),
    2n ** 64n - 1n,
    String(index),
    [index],
    null,
    true,
    Uint8Array.of(1),
  ])
  const wrongDay = random.pick([65_536, -1, null, '2517', dayAt(2517), 2517n + 2n ** 40n])
  return random.pick([
    () => [id, wrongIndex, issued, expires, ...rest],
    () => [id, index, wrongDay, expires, ...rest],
    () => [id, index, issued, wrongDay, ...rest],
    () => [id, index, 2518, 2517, ...rest],
    () => [random.bytes(random.pick([0, 7, 9, 16])), index, issued, expires, ...rest],
    () => [String(id), index, issued, expires, ...rest],
    () => [id, index, issued],
    () => [[id, index, issued, expires, ...rest]],
    () => [],
  ])()
}

const withBlock = ({ elements }: Genuine): boolean => elements.length === 6

/** Another card's block, or its own turned or cut, on a card that an issuer signs so: the card stands, the block does not. */
function withForeignBlock(random: Random, { cards }: Home): readonly unknown[] {
  const from = random.pick(cards.filter(withBlock))
  const to = random.pick(cards.filter((card) => card !== from && card.elements.length > 4))
  const block = from.elements[5]
  if (!(block instanceof Uint8Array)) throw new Error('A card with a block has none')
  const turned = block.slice()
  const at = random.between(0, block.length - 1)
  turned[at] = (turned[at] ?? 0) ^ (1 << random.between(0, 7))
  const cut = block.slice(0, random.between(22, block.length - 1))
  const [card, put] = random.pick([
    [to, block],
    [from, turned],
    [from, cut],
  ] as const)
  return [...card.elements.slice(0, 5), put]
}

/** Ways to try with what stands around a card's facts, and with keys that are none. */
export const envelopeAttacks: readonly Attack[] = [
  {
    promise: 'a card under another header or algorithm is never valid, even signed so',
    weight: 1,
    strike: (random, home) => ({
      text: underHeader(random, home.issuer, aCard(random, home).sign1.payload),
      holds: is('altered'),
    }),
  },
  {
    promise: "an issuer's signature over anything else makes no card valid",
    weight: 1,
    strike: (random, home) => ({
      text: underContext(random, home.issuer, aCard(random, home).sign1.payload),
      holds: is('altered'),
    }),
  },
  {
    promise: 'a card with an index, day or id out of its range is never valid, even signed',
    weight: 1,
    strike: (random, home) => ({
      text: signedBy(home.issuer, encodeCbor(outOfRange(random, aCard(random, home)))),
      holds: is('altered'),
    }),
  },
  {
    promise: 'a block for emergencies opens on no other card than its own',
    weight: 1,
    strike: (random, home) => ({
      text: signedBy(home.issuer, encodeCbor(withForeignBlock(random, home))),
      signed: true,
      holds: (answer) => answer.kind === 'altered' || ('card' in answer && answer.card.emergency.kind === 'sealed'),
    }),
  },
  {
    promise: 'a key that fits every signature proves no card, even in the list',
    weight: 1,
    strike(random, home) {
      const publicKey = smallKey(random)
      const key = { kid: '0e0e', publicKey, notBefore: dayAt(0), notAfter: dayAt(65_535), facilities: null }
      const keyFor = (kid: string) => (kid === key.kid ? key : home.world.keyFor(kid))
      const text = encodeCard({ ...plainFacts(random), kid: key.kid }, () => signatureOfAnything(random))
      return { text, world: { ...home.world, keyFor }, holds: is('unknown-issuer') }
    },
  },
  {
    promise: "a hospital's key never proves a card in the name of another hospital's",
    weight: 1,
    strike(random, home) {
      const { scoped, neighbour } = home
      const plan = { ...plainFacts(random), profile: 'P-CORE', emergency: null } as const
      const core = { abha: null, name: { latin: 'Asha Rani', own: null }, sex: 'female', birthYear: 1990 } as const
      const here = { ...core, bloodGroup: null, facility: SCOPE }
      const [kid, wrong] = random.pick([
        [scoped.kid, 'altered'],
        [neighbour.kid, 'unknown-issuer'],
      ] as const)
      const card = encodeCard({ ...plan, kid, core: here }, neighbour.sign)
      return { text: card.ok ? card.value : '', holds: is(wrong) }
    },
  },
]
