import { CardId } from '../id.ts'
import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { decodeBase45, encodeBase45 } from './base45.ts'
import { bytesOf, hexOf } from './bytes.ts'
import type { CardFacts } from './card-answer.ts'
import { cardDayOf, dayOfCard } from './card-day.ts'
import { decodeCbor, decodeSign1, encodeCbor, encodeSign1, toBeSigned } from './cose.ts'

/** Longest text of this format; a version 6 symbol at level M holds 154. */
export const LONGEST_CARD = 400
const LARGEST_INDEX = 0xffff_ffff
const VERSION = 1
const PREFIX = `DLH${VERSION}:`

export interface SignedCard {
  readonly facts: CardFacts
  readonly toBeSigned: Uint8Array
  readonly signature: Uint8Array
}

export type UnreadableCard = 'not-a-card' | 'altered' | 'newer-format'

/** What a card without personal data says. */
export type PlainFacts = Omit<CardFacts, 'core' | 'emergency'>

/** The text of a card's QR symbol (docs/card-format.md); `sign` gives the 64 bytes of an Ed25519 signature. */
export function encodeCard(facts: PlainFacts, sign: (toBeSigned: Uint8Array) => Uint8Array): string {
  const [issued, expires] = [cardDayOf(facts.issued), cardDayOf(facts.expires)]
  if (issued === null || expires === null || expires < issued) throw new RangeError('A card cannot name these days')
  if (!isIndex(facts.statusIndex)) throw new RangeError('A status index is a 32-bit number')
  const kid = bytesOf(facts.kid)
  const payload = encodeCbor([bytesOf(facts.cardId), facts.statusIndex, issued, expires])
  return PREFIX + encodeBase45(encodeSign1({ kid, payload, signature: sign(toBeSigned(kid, payload)) }))
}

/** Takes a scanned text apart. It proves nothing yet: only the signature does. */
export function readCard(text: string): Result<SignedCard, UnreadableCard> {
  const card = asPrinted(text)
  const version = /^DLH([1-9][0-9]{0,2}):/.exec(card)?.[1]
  if (version === undefined) return fail('not-a-card')
  if (Number(version) > VERSION) return fail('newer-format')
  const bytes = card.length > LONGEST_CARD ? null : decodeBase45(card.slice(PREFIX.length))
  const sign1 = bytes === null ? null : decodeSign1(bytes)
  const facts = sign1 === null ? null : factsOf(sign1.kid, sign1.payload)
  if (sign1 === null || facts === null) return fail('altered')
  return ok({ facts, toBeSigned: toBeSigned(sign1.kid, sign1.payload), signature: sign1.signature })
}

/** Undoes what a keyboard scanner does to a text: it ends the line, and Caps Lock turns every letter around. */
function asPrinted(text: string): string {
  const line = text.trimEnd()
  return /[A-Z]/.test(line) ? line : line.toUpperCase()
}

/** Elements after the fourth belong to later profiles: the signature covers them, this version does not read them. */
function factsOf(kid: Uint8Array, payload: Uint8Array): CardFacts | null {
  const elements = decodeCbor(payload)?.value
  if (!Array.isArray(elements)) return null
  const [cardId, statusIndex, first, last]: unknown[] = elements
  const [issued, expires] = [dayOfCard(first), dayOfCard(last)]
  if (!(cardId instanceof Uint8Array) || cardId.length !== 8 || !isIndex(statusIndex)) return null
  if (issued === null || expires === null || expires < issued) return null
  const plain = { cardId: CardId.parse(hexOf(cardId)), statusIndex, issued, expires, kid: hexOf(kid) }
  return { ...plain, core: null, emergency: { kind: 'none' } }
}

const isIndex = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_INDEX
