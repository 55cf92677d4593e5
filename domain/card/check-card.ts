import { bytesOf } from './bytes.ts'
import type { CardAnswer } from './card-answer.ts'
import { readCard } from './card-code.ts'
import type { IssuerKey } from './card-record.ts'

/** What a terminal knows when a card is shown to it, all of it without a network. */
export interface CardWorld {
  /** Local date, `YYYY-MM-DD`. */
  readonly today: string
  readonly keyFor: (kid: string) => IssuerKey | null
  /** Ed25519 (RFC 8032) over a raw 32-byte public key. */
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
  readonly statusOf: (statusIndex: number) => 'good' | { readonly revoked: string }
}

/** Judges any scanned text. A revoked card that has also expired is called revoked. */
export function checkCard(text: string, world: CardWorld): CardAnswer {
  const read = readCard(text)
  if (!read.ok) return { kind: read.problem }
  const { facts, toBeSigned, signature } = read.value
  const key = world.keyFor(facts.kid)
  if (key === null) return { kind: 'unknown-issuer' }
  if (!world.verify(bytesOf(key.publicKey), toBeSigned, signature)) return { kind: 'altered' }
  // A key whose period is over must not gain new cards, so what counts is the day of issue, not today.
  if (facts.issued < key.notBefore || facts.issued > key.notAfter) return { kind: 'unknown-issuer' }
  const status = world.statusOf(facts.statusIndex)
  if (status !== 'good') return { kind: 'revoked', card: facts, reason: status.revoked }
  return { kind: world.today > facts.expires ? 'expired' : 'valid', card: facts }
}
