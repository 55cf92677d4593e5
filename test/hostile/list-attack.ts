import type { Random } from '../../build/demo/seed/random.ts'
import { bytesOf, hexOf } from '../../domain/card/bytes.ts'
import { signList } from '../../domain/card/signed-list.ts'
import type { ListSigner } from '../../domain/card/signed-list.ts'
import { signTrustList } from '../../domain/card/trust-list.ts'
import type { TrustedKey } from '../../domain/card/trust-list.ts'
import { certificateBy, deltaOf, listKey, root, signerOf, snapshotOf } from '../fake/card-lists-stub.ts'
import type { Lists } from '../fake/card-lists-stub.ts'
import type { Attack } from './card-attack.ts'
import { signatureOfAnything, smallKey } from './card-curve.ts'
import {
  FIRST,
  HELD,
  LAST,
  codesAt,
  issuer,
  keysAt,
  makeListHome,
  momentAt,
  status,
  stranger,
  trust,
} from './list-home.ts'
import type { Issue, ListHome } from './list-home.ts'

let home: ListHome | null = null
const theHome = (): ListHome => (home ??= makeListHome())

/** Whatever it was, the terminal must not take it, and must know the same afterwards as before. */
function refuses(reply: Partial<Lists>): { readonly kept: boolean } {
  const { take, isAsBefore, reset } = theHome()
  try {
    const kept = take(reply) !== 'taken' && isAsBefore()
    if (!kept) reset()
    return { kept }
  } catch {
    reset()
    return { kept: false }
  }
}

/** What HIMS signed at a number, from `FIRST` to `LAST`. */
function issueAt(seq: number): Issue {
  const issue = theHome().issues[seq - FIRST]
  if (issue === undefined) throw new RangeError(`Nothing was signed at ${seq}`)
  return issue
}

const older = (random: Random): Issue => issueAt(random.between(FIRST, HELD - 1))
const newer = (random: Random): Issue => issueAt(random.between(HELD + 1, LAST))
const next = (): Issue => issueAt(HELD + 1)

/** A reply with one genuine list that would be taken, and another in place of its bytes. */
function withBytes(random: Random, change: (bytes: Uint8Array) => Uint8Array): Partial<Lists> {
  const { certificate } = theHome()
  const { trust: list, snapshot } = newer(random)
  switch (random.between(0, 3)) {
    case 0:
      return trust(change(certificate), list)
    case 1:
      return trust(certificate, change(list))
    case 2:
      return status(change(snapshot), null)
    default:
      return status(null, change(next().delta))
  }
}

function turned(random: Random, bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice()
  const places = new Set(Array.from({ length: random.between(1, 3) }, () => random.between(0, bytes.length * 8 - 1)))
  for (const place of places) changed[place >> 3] = (changed[place >> 3] ?? 0) ^ (1 << (place & 7))
  return changed
}

function cutOrGrown(random: Random, bytes: Uint8Array): Uint8Array {
  if (random.chance(0.3)) return Uint8Array.of(...bytes, ...random.bytes(random.between(1, 80)))
  return random.chance(0.5)
    ? bytes.slice(0, random.between(0, bytes.length - 1))
    : bytes.slice(random.between(1, bytes.length - 1))
}

/** The head of one genuine list with the tail of another, cut where both can be cut. */
function spliced(random: Random): Partial<Lists> {
  const [one, other] = [older(random), newer(random)]
  const pieces = [one.trust, other.trust, one.snapshot, other.snapshot, one.delta, next().delta, theHome().certificate]
  const [head, tail] = [random.pick(pieces), random.pick(pieces)]
  const cut = random.pick([64, 66, random.between(1, Math.min(head.length, tail.length) - 1)])
  const joined = Uint8Array.of(...head.slice(0, head.length - cut), ...tail.slice(tail.length - cut))
  if (pieces.some((piece) => Buffer.from(piece).equals(joined))) return status(null, one.delta)
  return random.pick([
    () => trust(theHome().certificate, joined),
    () => trust(joined, other.trust),
    () => status(joined, null),
    () => status(null, joined),
    () => status(other.snapshot, joined),
  ])()
}

function rolledBack(random: Random): Partial<Lists> {
  const { certificate } = theHome()
  const before = older(random)
  const twin = signTrustList({ seq: HELD, issuedAt: momentAt(HELD), keys: keysAt(1) }, listKey)
  const codes = codesAt(random.between(1, HELD - 1))
  // One step, unless it leads to what is held.
  const step = before.seq + 1 < HELD ? issueAt(before.seq + 1).delta : null
  return random.pick([
    () => trust(certificate, before.trust),
    () => status(before.snapshot, null),
    () => status(null, before.delta),
    () => status(before.snapshot, step),
    () => ({ ...trust(certificate, before.trust), ...status(newer(random).snapshot, null) }),
    // Another list under the number that is held, signed by the very key.
    () => trust(certificate, twin),
    () => status(snapshotOf(HELD, momentAt(HELD), codes), null),
    () => status(null, deltaOf({ from: HELD, seq: HELD, issuedAt: momentAt(9), changes: new Map(), codes })),
    () => trust(certificateBy(root, 0), newer(random).trust),
  ])()
}

/** Lists that say what the attacker wants, signed by every key he may have. */
function forged(random: Random): Partial<Lists> {
  const { certificate } = theHome()
  const by = random.pick([stranger, issuer, root, signerOf(random.between(0x20, 0x90))])
  const seq = random.between(HELD + 1, 1_000_000)
  const list = signTrustList({ seq, issuedAt: momentAt(9), keys: keysAt(1) }, by)
  const codes = new Map<number, number>()
  return random.pick([
    () => trust(certificate, list),
    () => trust(certificateBy(by === root ? stranger : by, 2, by), list),
    () => trust(certificateBy(listKey, 2, by), list),
    // A key whose signature fits everything, should the root ever be made to sign for it.
    () => {
      const anyone = anybody(random)
      return trust(certificateBy(root, 2, anyone), signTrustList({ ...newest(seq), keys: keysAt(1) }, anyone))
    },
    () => status(snapshotOf(seq, momentAt(9), codes, by), null),
    () => status(null, deltaOf({ from: HELD, seq, issuedAt: momentAt(9), changes: codesAt(HELD), codes }, by)),
  ])()
}

const newest = (seq: number) => ({ seq, issuedAt: momentAt(9) })

const anybody = (random: Random): ListSigner => ({
  publicKey: bytesOf(smallKey(random)),
  sign: () => signatureOfAnything(random),
})

/** Genuine signatures of one kind offered as another, and deltas on states that they do not belong to. */
function misplaced(random: Random): Partial<Lists> {
  const { certificate } = theHome()
  const { trust: list, snapshot } = newer(random)
  const elements = [HELD + 1, Math.floor(Date.parse(momentAt(9)) / 1000), new Uint8Array(32), []]
  const wrong = new Map([[random.between(0, 9_000_000), 1]])
  return random.pick([
    () => trust(list, certificate),
    () => trust(certificate, snapshot),
    () => trust(certificate, signList('status', elements, listKey)),
    () => trust(certificate, signList('certificate', elements, listKey)),
    () => status(list, null),
    () => status(next().delta, null),
    () => status(null, snapshot),
    () => status(snapshotOf(LAST, momentAt(9), codesAt(LAST)), next().delta),
    // Signed by the very key, but not what the digest says: an error at HIMS, or on the way into this store.
    () => status(null, deltaOf({ from: HELD, seq: LAST, issuedAt: momentAt(9), changes: wrong, codes: codesAt(LAST) })),
    () => status(null, issueAt(LAST).delta),
    // One name for two keys: whose card is it?
    () => trust(certificate, signTrustList({ ...newest(LAST), keys: twoOfOneName(random) }, listKey)),
    () =>
      trust(certificate, signTrustList({ seq: LAST, issuedAt: '2025-06-01T00:00:00.000Z', keys: keysAt(1) }, listKey)),
  ])()
}

function twoOfOneName(random: Random): readonly TrustedKey[] {
  const keys = keysAt(LAST)
  const { kid } = random.pick(keys)
  return [...keys, { ...random.pick(keys), kid, publicKey: hexOf(stranger.publicKey) }]
}

/** What must always work: each later list by its snapshot or by all the deltas up to it. */
function genuine(random: Random): { readonly kept: boolean } {
  const { take, isAsBefore, isAt, certificate, issues, reset } = theHome()
  const goal = newer(random)
  const steps = random.chance(0.5)
    ? [status(goal.snapshot, null)]
    : issues.filter(({ seq }) => seq > HELD && seq <= goal.seq).map(({ delta }) => status(null, delta))
  // What was refused before may have made the terminal doubt its own state; then it asks for a whole list.
  reset()
  const taken = [trust(certificate, goal.trust), ...steps].map(take)
  const kept = taken.every((word) => word === 'taken') && !isAsBefore() && isAt(goal.seq)
  reset()
  return { kept }
}

/** Ways to try with the signed lists that cards are judged by. */
export const listAttacks: readonly Attack[] = [
  { promise: 'a genuine later list is always taken', weight: 0.125, strike: genuine },
  {
    promise: 'a list with bits turned is never taken',
    weight: 2,
    strike: (random) => refuses(withBytes(random, (bytes) => turned(random, bytes))),
  },
  {
    promise: 'a list that was cut or grew is never taken',
    weight: 1,
    strike: (random) => refuses(withBytes(random, (bytes) => cutOrGrown(random, bytes))),
  },
  {
    promise: 'a list put together from genuine ones is never taken',
    weight: 1,
    strike: (random) => refuses(spliced(random)),
  },
  {
    promise: 'an earlier list, or another under the same number, is never taken',
    weight: 1,
    strike: (random) => refuses(rolledBack(random)),
  },
  {
    promise: 'a list that no certified key signed is never taken',
    weight: 1,
    strike: (random) => refuses(forged(random)),
  },
  {
    promise: 'a list of another kind, or for another state, is never taken',
    weight: 1,
    strike: (random) => refuses(misplaced(random)),
  },
]
