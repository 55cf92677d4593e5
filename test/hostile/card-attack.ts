import type { Random } from '../../build/demo/seed/random.ts'
import { encodeBase45 } from '../../domain/card/base45.ts'
import { hexOf } from '../../domain/card/bytes.ts'
import type { CardAnswer } from '../../domain/card/card-answer.ts'
import { encodeCard } from '../../domain/card/card-code.ts'
import type { CardWorld } from '../../domain/card/check-card.ts'
import { encodeCbor, encodeSign1, protectedHeader, toBeSigned } from '../../domain/card/cose.ts'
import type { Sign1 } from '../../domain/card/cose.ts'
import { otherSignature } from './card-curve.ts'
import { dayAt, FIRST_DAY, isRevoked, kidBytes, LAST_DAY, plainFacts, reasonOf, someCore } from './card-home.ts'
import type { Genuine, Home, Signer } from './card-home.ts'
import { looseCbor, looseScsu } from './card-loose.ts'

/** One text shown to a terminal, and whether its answer keeps the promise. */
export interface TextStrike {
  readonly text: string
  /** The terminal's knowledge, when it is not the usual one. */
  readonly world?: CardWorld
  /** An issuer signed this very text, so that it may be valid; what then matters is what else the answer says. */
  readonly signed?: true
  readonly holds: (answer: CardAnswer) => boolean
}

/** Something else than a text was tried, a list for one, and whether the promise was kept is known already. */
export interface Settled {
  readonly kept: boolean
}

export type Strike = TextStrike | Settled

/** One way to try. Whatever an attack allows, a text that is not exactly a genuine one may never be called valid. */
export interface Attack {
  readonly promise: string
  /** Its share of the tries, beside the others'. */
  readonly weight: number
  readonly strike: (random: Random, home: Home) => Strike
}

export const is =
  (...kinds: readonly CardAnswer['kind'][]) =>
  ({ kind }: CardAnswer): boolean =>
    kinds.includes(kind)
const anything = (): boolean => true

export const textOfBytes = (bytes: Uint8Array): string => `DLH1:${encodeBase45(bytes)}`

export const textOf = (sign1: Sign1): string => textOfBytes(encodeSign1(sign1))

export function signedBy(signer: Signer, payload: Uint8Array, kid = kidBytes(signer)): string {
  return textOf({ kid, payload, signature: signer.sign(toBeSigned(kid, payload)) })
}

export const aCard = (random: Random, { cards }: Home): Genuine => random.pick(cards)

function flipped(random: Random, bytes: Uint8Array, bits: number): Uint8Array {
  const changed = bytes.slice()
  for (let left = bits; left > 0; left--) {
    const at = random.between(0, bytes.length - 1)
    changed[at] = (changed[at] ?? 0) ^ (1 << random.between(0, 7))
  }
  return changed
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Three letters that stand for 65,536 more, which a careless reader of Base45 takes for the same bytes. */
function wrapped(random: Random, text: string): string {
  const at = 5 + 3 * random.between(0, Math.floor((text.length - 5) / 3) - 1)
  const [a = 0, b = 0, c = 0] = Array.from(text.slice(at, at + 3), (letter) => letters.indexOf(letter))
  const value = a + b * 45 + c * 2025 + 0x10000
  if (value >= 45 ** 3) return text
  const triple = [value % 45, Math.floor(value / 45) % 45, Math.floor(value / 2025)]
  return text.slice(0, at) + triple.map((digit) => letters.charAt(digit)).join('') + text.slice(at + 3)
}

/** White space of Unicode, of which only that of ASCII, and only at the end, is passed over. */
const blanks = ['\u00a0', '\ufeff', '\u2028', '\u3000', ' ', '\n', '\0']

/** Letters that become, or look like, those of a card: a careless reader folds them into one. */
const folded: ReadonlyMap<string, string> = new Map([
  ['S', '\u017f'],
  ['I', '\u0131'],
  ['K', '\u212a'],
  ['A', '\u0391'],
  ['0', '\u0966'],
  ['1', '\uff11'],
])

function lookalike(random: Random, text: string): string {
  const line = random.chance(0.5) ? text : text.toLowerCase()
  const fitting = [...folded].filter(([letter]) => line.toUpperCase().includes(letter))
  if (fitting.length === 0) return `${line}${random.pick(blanks.slice(0, 4))}`
  const [letter, other] = random.pick(fitting)
  return random.chance(0.2) ? `${line}${random.pick(blanks.slice(0, 4))}` : line.replace(new RegExp(letter, 'i'), other)
}

function mistyped(random: Random, text: string): string {
  const at = random.between(0, text.length - 1)
  const letter = letters.charAt(random.between(0, letters.length - 1))
  const [before, after] = [text.slice(0, at), text.slice(at + 1)]
  switch (random.between(0, 7)) {
    case 0:
      return before + letter + after
    case 6:
      return lookalike(random, text)
    case 7:
      return random.pick(blanks) + text
    case 1:
      return before + after
    case 2:
      return before + letter + text.slice(at)
    case 3:
      return wrapped(random, text)
    case 4:
      return before + after.charAt(0) + text.charAt(at) + after.slice(1)
    default:
      return before + String.fromCharCode(text.charCodeAt(at) ^ (1 << random.between(0, 15))) + after
  }
}

function spliced(random: Random, home: Home): string {
  const [one, other] = [aCard(random, home), aCard(random, home)]
  const [first, second] = [one.sign1, other.sign1]
  const cut = (length: number) => random.between(1, length - 1)
  switch (random.between(0, 4)) {
    case 0: {
      const at = cut(one.text.length)
      return one.text.slice(0, at) + other.text.slice(random.chance(0.7) ? at : cut(other.text.length))
    }
    case 1: {
      const [head, tail] = [one.bytes, other.bytes]
      const at = cut(head.length)
      return textOfBytes(Uint8Array.of(...head.slice(0, at), ...tail.slice(random.chance(0.7) ? at : cut(tail.length))))
    }
    case 2:
      return textOf({ ...first, signature: second.signature })
    case 3:
      return textOf({ ...first, kid: second.kid })
    default: {
      const [mine, theirs] = [one.elements, other.elements]
      const mixed = mine.map((element, at) => (random.chance(0.5) ? element : (theirs[at] ?? element)))
      const all = random.chance(0.3) ? [...mixed, ...theirs.slice(mixed.length)] : mixed
      return textOf({ ...first, payload: encodeCbor(all) })
    }
  }
}

/** Six elements, so that a reader takes whatever comes after them. */
function longElements(random: Random, home: Home): readonly unknown[] {
  const long = home.cards.filter(({ elements }) => elements.length === 6)
  return random.pick(long).elements
}

function oversized(random: Random, home: Home): string {
  const card = aCard(random, home)
  const more = random.between(200, 5000)
  switch (random.between(0, 3)) {
    case 0:
      return card.text + '0'.repeat(random.between(1, 60_000))
    case 1:
      return `DLH1:${letters.charAt(random.between(0, 44)).repeat(random.between(484, 60_000))}`
    case 2:
      return signedBy(home.issuer, encodeCbor([...longElements(random, home), new Uint8Array(more)]))
    default: {
      const core = [1, null, new Uint8Array(random.between(59, 150)).fill(0x61), null]
      return signedBy(home.issuer, encodeCbor([...card.elements.slice(0, 4), core]))
    }
  }
}

const dated = (home: Home, random: Random, days: { issued?: string; expires?: string }): string =>
  encodeCard({ ...plainFacts(random), ...days, kid: home.issuer.kid }, home.issuer.sign)

function named(random: Random, home: Home, facility: string | null): string {
  const { scoped } = home
  const plan = { ...plainFacts(random), kid: scoped.kid, profile: 'P-CORE', emergency: null } as const
  const card = encodeCard({ ...plan, core: { ...someCore(random), facility } }, scoped.sign)
  return card.ok ? card.value : ''
}

/** Ways to try with a card's text and what is written in it. */
export const textAttacks: readonly Attack[] = [
  {
    promise: 'a card with bits turned is never valid',
    weight: 5,
    strike(random, home) {
      const bytes = aCard(random, home).bytes
      return { text: textOfBytes(flipped(random, bytes, random.between(1, 3))), holds: is('altered', 'unknown-issuer') }
    },
  },
  {
    promise: 'a card with letters changed, lost, added or exchanged is never valid',
    weight: 5,
    strike: (random, home) => ({ text: mistyped(random, aCard(random, home).text), holds: anything }),
  },
  {
    promise: 'a card put together from two genuine ones is never valid',
    weight: 4,
    strike: (random, home) => ({ text: spliced(random, home), holds: anything }),
  },
  {
    promise: 'a card with other facts under an old signature is never valid',
    weight: 2,
    strike(random, home) {
      const card = aCard(random, home)
      const forged = encodeCard({ ...card.facts, ...plainFacts(random) }, () => card.sign1.signature)
      return { text: forged, holds: is('altered') }
    },
  },
  {
    promise: "a card that a stranger signed under an issuer's name is never valid",
    weight: 1,
    strike(random, home) {
      const { kid } = random.pick([home.issuer, home.scoped])
      const forged = encodeCard({ ...plainFacts(random), kid }, home.stranger.sign)
      return { text: forged, holds: is('altered') }
    },
  },
  {
    promise: 'a card of a key that is not in the list is never valid',
    weight: 1,
    strike(random, home) {
      const kid = random.chance(0.5) ? home.stranger.kid : `f${hexOf(random.bytes(2)).slice(1)}`
      const forged = encodeCard({ ...plainFacts(random), kid }, home.stranger.sign)
      return { text: forged, holds: is('unknown-issuer') }
    },
  },
  {
    promise: 'a genuine card with another signature for it is never valid',
    weight: 1,
    strike(random, home) {
      const sign1 = aCard(random, home).sign1
      return { text: textOf({ ...sign1, signature: otherSignature(random, sign1.signature) }), holds: is('altered') }
    },
  },
  {
    promise: 'a card whose last day is over is called expired',
    weight: 1,
    strike(random, home) {
      const last = random.between(FIRST_DAY, LAST_DAY)
      const text = dated(home, random, { issued: dayAt(random.between(FIRST_DAY, last)), expires: dayAt(last) })
      const today = dayAt(random.between(last + 1, 65_535))
      return { text, world: { ...home.world, today }, holds: is('expired') }
    },
  },
  {
    promise: 'a revoked card is called revoked, for its reason',
    weight: 1,
    strike(random, home) {
      const statusIndex = random.between(0, 800_000_000) * 5
      const text = encodeCard({ ...plainFacts(random), statusIndex, kid: home.issuer.kid }, home.issuer.sign)
      const holds = (answer: CardAnswer) =>
        isRevoked(statusIndex) && answer.kind === 'revoked' && answer.reason === reasonOf(statusIndex)
      return { text, holds }
    },
  },
  {
    promise: "a card issued outside its key's period is never valid",
    weight: 1,
    strike(random, home) {
      const early = random.chance(0.5)
      const issued = early ? random.between(0, FIRST_DAY - 1) : random.between(LAST_DAY + 1, 60_000)
      const text = dated(home, random, { issued: dayAt(issued), expires: dayAt(65_000) })
      return { text, holds: is('unknown-issuer') }
    },
  },
  {
    promise: 'a card of a hospital for which its key may not sign is never valid',
    weight: 1,
    strike(random, home) {
      const { scoped } = home
      const plain = encodeCard({ ...plainFacts(random), kid: scoped.kid }, scoped.sign)
      const other = `08${String(random.between(0, 99_999_999)).padStart(8, '0')}`
      const text = random.pick([plain, named(random, home, null), named(random, home, other)])
      return { text, holds: is('unknown-issuer') }
    },
  },
  {
    promise: 'a card of a newer format is called so, whatever is in it',
    weight: 1,
    strike(random, home) {
      const version = random.between(2, 999)
      const rest = random.chance(0.5) ? aCard(random, home).text.slice(5) : '?'.repeat(random.between(0, 600))
      return { text: `DLH${version}:${rest}`, holds: is('newer-format') }
    },
  },
  {
    promise: 'a text or a part that is too long is never valid, even signed',
    weight: 1,
    strike: (random, home) => ({ text: oversized(random, home), holds: is('altered') }),
  },
  {
    promise: 'a card written in another way than the one is never valid, even signed',
    weight: 3,
    strike(random, home) {
      const card = aCard(random, home)
      const { sign1, elements } = card
      const signer = random.chance(0.5) ? home.issuer : home.scoped
      switch (random.between(0, 2)) {
        case 0:
          return {
            text: textOfBytes(
              looseCbor(random, [protectedHeader(sign1.kid), new Map(), sign1.payload, sign1.signature]),
            ),
            holds: is('altered'),
          }
        case 1:
          return { text: signedBy(signer, looseCbor(random, elements)), holds: is('altered') }
        default: {
          const core = Array.isArray(elements[4]) ? elements[4] : [1, null, Uint8Array.of(0x41), null]
          const [holder, facility, latin, own]: unknown[] = core
          const loose = [holder, facility, looseScsu(random, latin), own]
          return { text: signedBy(signer, encodeCbor([...elements.slice(0, 4), loose])), holds: is('altered') }
        }
      }
    },
  },
  {
    promise: 'bytes of nobody are never a valid card',
    weight: 1,
    strike(random) {
      const bytes = random.bytes(random.between(0, 310))
      return { text: textOfBytes(bytes), holds: is('altered') }
    },
  },
]
