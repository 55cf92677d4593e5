import { createPrivateKey, createPublicKey, sign } from 'node:crypto'

import { nameWords } from '../../build/demo/seed/name-table.ts'
import type { Random } from '../../build/demo/seed/random.ts'
import { decodeBase45 } from '../../domain/card/base45.ts'
import { bytesOf, hexOf } from '../../domain/card/bytes.ts'
import type { CardFacts } from '../../domain/card/card-answer.ts'
import { encodeCard } from '../../domain/card/card-code.ts'
import type { CardCore, Emergency, EmergencyBlock } from '../../domain/card/card-core.ts'
import { dayOfCard } from '../../domain/card/card-day.ts'
import type { IssuerKey } from '../../domain/card/card-record.ts'
import type { CardWorld } from '../../domain/card/check-card.ts'
import { decodeCbor, decodeSign1 } from '../../domain/card/cose.ts'
import type { Sign1 } from '../../domain/card/cose.ts'
import { CardId } from '../../domain/id.ts'
import { ownScripts } from '../../domain/language.ts'
import { bloodGroups, Sex } from '../../domain/person/person.ts'
import { keyRing } from '../../main/crypto/aes-gcm.ts'
import { ed25519Verify } from '../../main/crypto/ed25519.ts'

export interface Signer {
  readonly kid: string
  readonly publicKey: string
  readonly sign: (message: Uint8Array) => Uint8Array
}

export interface Genuine {
  readonly text: string
  readonly facts: CardFacts
  /** The same text taken apart, as any attacker can. */
  readonly bytes: Uint8Array
  readonly sign1: Sign1
  readonly elements: readonly unknown[]
}

/** What an attacker may have: everything a stranger sees, and, to be fair, an issuer's slips too. */
export interface Home {
  readonly world: CardWorld
  /** May sign for every hospital. */
  readonly issuer: Signer
  /** May sign for hospital `SCOPE` alone. */
  readonly scoped: Signer
  /** May sign for hospital `NEIGHBOUR` alone. */
  readonly neighbour: Signer
  /** A key of the attacker's, which no list has. */
  readonly stranger: Signer
  readonly cards: readonly Genuine[]
  readonly genuine: ReadonlyMap<string, CardFacts>
}

export const SCOPE = '0710000123'
const NEIGHBOUR = '0710000124'
export const FIRST_DAY = 2192
export const LAST_DAY = 2922
/** Every fifth status index is revoked, for a reason by turns. */
export const reasons = ['lost', 'superseded', 'suspended', 'revoked'] as const
export const isRevoked = (index: number): boolean => index % 5 === 0
export const reasonOf = (index: number): string => reasons[(index / 5) % reasons.length] ?? ''

export const dayAt = (count: number): string => dayOfCard(count) ?? ''

function signerFrom(random: Random, kid: string): Signer {
  const head = Buffer.from('302e020100300506032b657004220420', 'hex')
  const key = createPrivateKey({ key: Buffer.concat([head, random.bytes(32)]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return { kid, publicKey: hexOf(spki.subarray(-32)), sign: (message) => Uint8Array.from(sign(null, message, key)) }
}

/** Two keys, a ring and some cards of every kind, all of them good on the day. */
export function makeHome(random: Random, count: number): Home {
  const issuer = signerFrom(random, '0a01')
  const scoped = signerFrom(random, '0a02')
  const neighbour = signerFrom(random, '0a03')
  const stranger = signerFrom(random, '0bad')
  const ring = keyRing(new Map([[1, random.bytes(32)]]))
  const trusted = (signer: Signer, facilities: string[] | null): IssuerKey => ({
    kid: signer.kid,
    publicKey: signer.publicKey,
    notBefore: dayAt(FIRST_DAY),
    notAfter: dayAt(LAST_DAY),
    facilities,
  })
  const keys = new Map([
    [issuer.kid, trusted(issuer, null)],
    [scoped.kid, trusted(scoped, [SCOPE])],
    [neighbour.kid, trusted(neighbour, [NEIGHBOUR])],
  ])
  const world: CardWorld = {
    today: dayAt(2517),
    keyFor: (kid) => keys.get(kid) ?? null,
    verify: ed25519Verify,
    statusOf: (index) => (isRevoked(index) ? { revoked: reasonOf(index) } : 'good'),
    openEmergency: ring.open,
  }
  const cards = Array.from({ length: count }, (_, at): Genuine => {
    const facts = plainFacts(random)
    if (at % 3 === 0) {
      const plain = { ...facts, kid: issuer.kid }
      return takenApart(encodeCard(plain, issuer.sign), { ...plain, core: null, emergency: { kind: 'none' } })
    }
    const core = someCore(random)
    const signer = at % 4 === 3 && core.facility === SCOPE ? scoped : issuer
    const plain = { ...facts, kid: signer.kid }
    const block = at % 3 === 1 ? null : someBlock(random)
    const emergency = block === null ? null : { block, keyId: 1, seal: ring.seal }
    const card = encodeCard({ ...plain, profile: 'P-CORE', core, emergency }, signer.sign)
    if (!card.ok) throw new Error(`A name of the tables is ${card.problem}`)
    const read: Emergency = block === null ? { kind: 'none' } : { kind: 'open', block }
    return takenApart(card.value, { ...plain, core, emergency: read })
  })
  return {
    world,
    issuer,
    scoped,
    neighbour,
    stranger,
    cards,
    genuine: new Map(cards.map(({ text, facts }) => [text, facts])),
  }
}

function takenApart(text: string, facts: CardFacts): Genuine {
  const bytes = decodeBase45(text.slice(5))
  const sign1 = bytes === null ? null : decodeSign1(bytes)
  const elements: unknown = sign1 === null ? null : decodeCbor(sign1.payload)?.value
  if (bytes === null || sign1 === null || !Array.isArray(elements)) throw new Error('A genuine card cannot be read')
  return { text, facts, bytes, sign1, elements }
}

export function plainFacts(random: Random) {
  const index = random.between(1, 800_000_000) * 5 + random.between(1, 4)
  return {
    cardId: CardId.parse(hexOf(random.bytes(8))),
    statusIndex: index,
    issued: dayAt(random.between(FIRST_DAY, 2517)),
    expires: dayAt(random.between(2518, 65_535)),
  }
}

export function someCore(random: Random): CardCore {
  const words = [random.pick(nameWords), random.pick(nameWords)]
  const script = random.pick([null, ...ownScripts])
  return {
    abha: random.chance(0.6) ? `91${String(random.between(0, 999_999_999_999)).padStart(12, '0')}` : null,
    name: {
      latin: words.map(({ latin }) => latin).join(' '),
      own: script === null ? null : { script, text: words.map((word) => word[script].normalize('NFC')).join(' ') },
    },
    sex: random.pick(Sex.options),
    birthYear: random.chance(0.9) ? random.between(1920, 2026) : null,
    bloodGroup: random.chance(0.5) ? random.pick(bloodGroups) : null,
    facility: random.chance(0.9) ? SCOPE : null,
  }
}

export function someBlock(random: Random): EmergencyBlock {
  const codes = () => Array.from({ length: random.between(0, 3) }, () => random.between(1, 999_999_999))
  return {
    allergies: codes(),
    conditions: codes(),
    medicines: codes(),
    contact: random.chance(0.7) ? `9${String(random.between(0, 999_999_999)).padStart(9, '0')}` : null,
  }
}

export const kidBytes = ({ kid }: Signer): Uint8Array => bytesOf(kid)
