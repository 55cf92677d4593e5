import { decodeBase45, encodeBase45 } from '../../../domain/card/base45.ts'
import type { CardFacts } from '../../../domain/card/card-answer.ts'
import type { CardCore, EmergencyBlock } from '../../../domain/card/card-core.ts'
import { encodeCard } from '../../../domain/card/card-code.ts'
import type { PlainFacts } from '../../../domain/card/card-code.ts'
import { bytesOf, hexOf } from '../../../domain/card/bytes.ts'
import type { CardWorld } from '../../../domain/card/check-card.ts'
import { CardId } from '../../../domain/id.ts'
import { decodeCbor, decodeSign1, encodeCbor, encodeSign1, toBeSigned } from '../../../domain/card/cose.ts'
import { keyRing } from '../../../main/crypto/aes-gcm.ts'
import { ed25519PublicKey, ed25519Sign, ed25519Verify } from '../../../main/crypto/ed25519.ts'

/** RFC 8032 §7.1, tests 1 to 3: keys that everybody knows. */
export const seed = bytesOf('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')
export const otherSeed = bytesOf('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')
export const scopedSeed = bytesOf('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7')

export const facts: CardFacts = {
  cardId: CardId.parse('c0ffee0123456789'),
  statusIndex: 4711,
  issued: '2026-11-22',
  expires: '2031-11-21',
  kid: 'd15a',
  core: null,
  emergency: { kind: 'none' },
}

/** The key of NIST's AES-GCM test case 16, which everybody knows too: key 1 of the terminals' ring. */
export const ringKey = bytesOf('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308')
export const ring = keyRing(new Map([[1, ringKey]]))

export const core: CardCore = {
  abha: '91123456789012',
  name: { latin: 'Gurpreet Kaur', own: { script: 'Guru', text: 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ' } },
  sex: 'female',
  birthYear: 1991,
  bloodGroup: 'B+',
  facility: '0710000123',
}

/** Penicillin allergy, type 2 diabetes and insulin, by SNOMED CT. */
export const block: EmergencyBlock = {
  allergies: [91936005],
  conditions: [44054006],
  medicines: [67866001],
  contact: '9810043217',
}

export const coreCard = (
  changed: Partial<CardCore> = {},
  more: Partial<PlainFacts> & { readonly block?: EmergencyBlock } = {},
) => {
  const { block: told, ...plain } = more
  const { cardId, statusIndex, issued, expires, kid } = { ...facts, ...plain }
  const emergency = told === undefined ? null : { block: told, keyId: 1, seal: ring.seal }
  const plan = { profile: 'P-CORE', core: { ...core, ...changed }, emergency } as const
  return encodeCard({ ...plan, cardId, statusIndex, issued, expires, kid }, signWith(seed))
}

export const signWith = (key: Uint8Array) => (message: Uint8Array) => ed25519Sign(key, message)

export const cardOf = (changed: Partial<CardFacts> = {}, key = seed) =>
  encodeCard({ ...facts, ...changed }, signWith(key))

/** A text that the issuer signed whatever stands in it, so that only the reader's own rules can refuse it. */
export function signedText(elements: unknown): string {
  const payload = encodeCbor(elements)
  const kid = bytesOf(facts.kid)
  const signature = ed25519Sign(seed, toBeSigned(kid, payload))
  return `DLH1:${encodeBase45(encodeSign1({ kid, payload, signature }))}`
}

/** The elements of a card's payload, to be changed. */
export function elementsOf(text: string): readonly unknown[] {
  const sign1 = decodeSign1(decodeBase45(text.slice(5)) ?? new Uint8Array())
  const elements: unknown = sign1 === null ? null : decodeCbor(sign1.payload)?.value
  if (!Array.isArray(elements)) throw new Error('This is no card')
  return elements
}

export const world: CardWorld = {
  today: '2026-11-22',
  keyFor: (kid) =>
    kid === facts.kid
      ? {
          kid,
          publicKey: hexOf(ed25519PublicKey(seed)),
          notBefore: '2026-01-01',
          notAfter: '2027-12-31',
          facilities: null,
        }
      : null,
  verify: ed25519Verify,
  statusOf: () => 'good',
  openEmergency: ring.open,
}
