import { CardId } from '../id.ts'
import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { decodeBase45, encodeBase45 } from './base45.ts'
import { bytesOf, hexOf } from './bytes.ts'
import type { CardFacts } from './card-answer.ts'
import type { CardCore, EmergencyBlock } from './card-core.ts'
import { cardDayOf, dayOfCard } from './card-day.ts'
import { readCore, writeCore } from './core-code.ts'
import type { NameProblem } from './core-name.ts'
import { decodeCbor, decodeSign1, encodeCbor, encodeSign1, toBeSigned } from './cose.ts'
import { readSealed, writeEmergency } from './emergency-code.ts'
import type { SealedBlock, SealEmergency } from './emergency-code.ts'

/** Longest text of this format: all that a version 13 symbol holds at level M. */
export const LONGEST_CARD = 483
const LARGEST_INDEX = 0xffff_ffff
const VERSION = 1
const PREFIX = `DLH${VERSION}:`
const PLAIN_ELEMENTS = 4

export interface SignedCard {
  readonly facts: CardFacts
  /** The emergency block as it stands on the card; `facts` cannot tell what is in it. */
  readonly sealed: SealedBlock | null
  readonly toBeSigned: Uint8Array
  readonly signature: Uint8Array
}

export type UnreadableCard = 'not-a-card' | 'altered' | 'newer-format'

/** What a card of profile P-ID says: nothing personal. */
export type PlainFacts = Omit<CardFacts, 'core' | 'emergency'>

/** A card of profile P-CORE, with or without a block for emergencies. */
export interface CorePlan extends PlainFacts {
  readonly profile: 'P-CORE'
  readonly core: CardCore
  readonly emergency: EmergencyPlan | null
}

export interface EmergencyPlan {
  readonly block: EmergencyBlock
  /** Which key of the terminals' ring, 0 to 255. */
  readonly keyId: number
  readonly seal: SealEmergency
}

/** Why a person's facts cannot stand on a card; the issuer then gives one of profile P-ID. Nothing is ever cut short. */
export type CoreProblem = NameProblem

type Sign = (toBeSigned: Uint8Array) => Uint8Array

/** The text of a card's QR symbol (docs/card-format.md); `sign` gives the 64 bytes of an Ed25519 signature. */
export function encodeCard(plan: CorePlan, sign: Sign): Result<string, CoreProblem>
export function encodeCard(plan: PlainFacts, sign: Sign): string
export function encodeCard(plan: PlainFacts | CorePlan, sign: Sign): string | Result<string, CoreProblem> {
  const plain = plainElements(plan)
  const kid = bytesOf(plan.kid)
  if (!namesHolder(plan)) return textOf(kid, plain, sign)
  const core = writeCore(plan.core)
  if (!core.ok) return core
  const elements = [...plain, core.value]
  const { cardId, statusIndex, emergency } = plan
  const bearer = { cardId, statusIndex, kid, elements }
  const block = emergency === null ? [] : [writeEmergency(emergency.block, emergency.keyId, bearer, emergency.seal)]
  const text = textOf(kid, [...elements, ...block], sign)
  return text.length > LONGEST_CARD ? fail('too-long') : ok(text)
}

/** Facts that come with more, as a record of a card does, still make a plain card. */
const namesHolder = (plan: PlainFacts | CorePlan): plan is CorePlan =>
  'profile' in plan && plan.profile === 'P-CORE' && 'core' in plan

function plainElements(facts: PlainFacts): readonly unknown[] {
  const [issued, expires] = [cardDayOf(facts.issued), cardDayOf(facts.expires)]
  if (issued === null || expires === null || expires < issued) throw new RangeError('A card cannot name these days')
  if (!isIndex(facts.statusIndex)) throw new RangeError('A status index is a 32-bit number')
  return [bytesOf(facts.cardId), facts.statusIndex, issued, expires]
}

function textOf(kid: Uint8Array, elements: readonly unknown[], sign: Sign): string {
  const payload = encodeCbor(elements)
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
  const told = sign1 === null ? null : readPayload(sign1.kid, sign1.payload)
  if (sign1 === null || told === null) return fail('altered')
  return ok({ ...told, toBeSigned: toBeSigned(sign1.kid, sign1.payload), signature: sign1.signature })
}

/**
 * Undoes what a keyboard scanner does to a text: it ends the line, and Caps Lock turns every letter around. Of ASCII
 * alone, since Unicode has other letters that become an S or I when they are made large.
 */
function asPrinted(text: string): string {
  let end = text.length
  while (isBlank(text.charCodeAt(end - 1))) end--
  const line = text.slice(0, end)
  return /[A-Z]|[^ -~]/.test(line) ? line : line.toUpperCase()
}

/** A space, or one of U+0009 to U+000D. */
const isBlank = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)

/** Elements after the sixth belong to later profiles: the signature covers them, this version does not read them. */
function readPayload(kid: Uint8Array, payload: Uint8Array): Pick<SignedCard, 'facts' | 'sealed'> | null {
  const elements: unknown = decodeCbor(payload)?.value
  if (!Array.isArray(elements)) return null
  const plain = readPlain(kid, elements)
  if (plain === null) return null
  if (elements.length === PLAIN_ELEMENTS) {
    return { facts: { ...plain, core: null, emergency: { kind: 'none' } }, sealed: null }
  }
  const [core, block]: unknown[] = elements.slice(PLAIN_ELEMENTS)
  const facts = readCore(core)
  if (facts === null) return null
  if (block === undefined) return { facts: { ...plain, core: facts, emergency: { kind: 'none' } }, sealed: null }
  const sealed = readSealed(block, { ...plain, kid, elements: elements.slice(0, PLAIN_ELEMENTS + 1) })
  return sealed === null ? null : { facts: { ...plain, core: facts, emergency: { kind: 'sealed' } }, sealed }
}

function readPlain(kid: Uint8Array, elements: readonly unknown[]): PlainFacts | null {
  const [cardId, statusIndex, first, last] = elements
  const [issued, expires] = [dayOfCard(first), dayOfCard(last)]
  if (!(cardId instanceof Uint8Array) || cardId.length !== 8 || !isIndex(statusIndex)) return null
  if (issued === null || expires === null || expires < issued) return null
  return { cardId: CardId.parse(hexOf(cardId)), statusIndex, issued, expires, kid: hexOf(kid) }
}

const isIndex = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_INDEX
