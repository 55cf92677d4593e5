import { bytesOf } from './bytes.ts'
import type { CardAnswer, CardFacts } from './card-answer.ts'
import { readCard } from './card-code.ts'
import type { Emergency } from './card-core.ts'
import type { IssuerKey } from './card-record.ts'
import { readEmergency } from './emergency-code.ts'
import type { OpenEmergency, SealedBlock } from './emergency-code.ts'
import { isSoundKey } from './sound-key.ts'

/** What a terminal knows when a card is shown to it, all of it without a network. */
export interface CardWorld {
  /** Local date, `YYYY-MM-DD`. */
  readonly today: string
  readonly keyFor: (kid: string) => IssuerKey | null
  /** Ed25519 (RFC 8032) over a raw 32-byte public key. */
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
  readonly statusOf: (statusIndex: number) => 'good' | { readonly revoked: string }
  /** Opens the block for emergencies with the ring of terminals' keys. */
  readonly openEmergency: OpenEmergency
}

/** Judges any scanned text. A revoked card that has also expired is called revoked. */
export function checkCard(text: string, world: CardWorld): CardAnswer {
  const read = readCard(text)
  if (!read.ok) return { kind: read.problem }
  const { facts, sealed, toBeSigned, signature } = read.value
  const key = world.keyFor(facts.kid)
  if (key === null || !isSoundKey(key.publicKey)) return { kind: 'unknown-issuer' }
  if (!world.verify(bytesOf(key.publicKey), toBeSigned, signature)) return { kind: 'altered' }
  if (!maySign(key, facts)) return { kind: 'unknown-issuer' }
  const card = sealed === null ? facts : { ...facts, emergency: open(sealed, world.openEmergency) }
  const status = world.statusOf(facts.statusIndex)
  if (status !== 'good') return { kind: 'revoked', card, reason: status.revoked }
  return { kind: world.today > facts.expires ? 'expired' : 'valid', card }
}

/**
 * A key whose period is over must not gain new cards, so what counts is the day of issue, not today. A key that is bound
 * to hospitals, as a desk's own is, signs only cards that name one of them: were it stolen, it would be good for no other.
 */
function maySign({ notBefore, notAfter, facilities }: IssuerKey, { issued, core }: CardFacts): boolean {
  const facility = core?.facility ?? null
  const inScope = facilities === null || (facility !== null && facilities.includes(facility))
  return inScope && issued >= notBefore && issued <= notAfter
}

/** A block that nobody here can open leaves the card as good as it is. */
function open({ keyId, nonce, aad, sealed }: SealedBlock, openWith: OpenEmergency): Emergency {
  const plain = openWith(keyId, nonce, aad, sealed)
  const block = plain === null ? null : readEmergency(plain)
  return block === null ? { kind: 'sealed' } : { kind: 'open', block }
}
