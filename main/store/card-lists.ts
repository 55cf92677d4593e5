import { bytesOf, sameBytes } from '../../domain/card/bytes.ts'
import type { IssuerKey } from '../../domain/card/card-record.ts'
import type { CardStatus } from '../../domain/card/card-status.ts'
import { readDelta, readSnapshot, statusOfCode } from '../../domain/card/status-list.ts'
import type { StatusHead } from '../../domain/card/status-list.ts'
import { compare, provingKey, takeTrustList } from '../../domain/card/trust-list.ts'
import type { HeldTrust, ListProblem, TrustedKey } from '../../domain/card/trust-list.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { RulesProblem } from '../../domain/scheme/signed-rules.ts'
import { provenBundleKey } from '../../domain/wire/bundle-proof.ts'
import type { BundleProof } from '../../domain/wire/bundle-proof.ts'
import type { CardListsReply, CardListsRequest } from '../../domain/wire/card-lists.ts'
import { ed25519Verify } from '../crypto/ed25519.ts'
import type { HeldStatus } from './card-list-table.ts'
import { schemeRules } from './scheme-rules.ts'
import type { RulesHere } from './scheme-rules.ts'
import { statusSegments, unpacking } from './status-segments.ts'
import type { Store } from './store.ts'

/** What this terminal knows of keys and statuses, with or without a network. */
export interface CardLists {
  /** The key as cards are judged by it: up to the day before it was withdrawn. */
  keyFor(kid: string): IssuerKey | null
  keys(): readonly TrustedKey[]
  /** Null for a card that is good, or that the list has not heard of. */
  statusOf(index: number): CardStatus | null
  /** How old the status list is; it never stops care. */
  age(): { readonly asOf: string | null; readonly seq: number }
  held(): CardListsRequest
  /** The rules of schemes, signed or those that came with the program. */
  rules(): RulesHere
  /** The key for what travels by hand that a root of this start vouches for; null for anything else. */
  provenBundleKey(proof: BundleProof): string | null
  /** Takes what is newer and true; call it inside a transaction. */
  take(reply: Pick<CardListsReply, 'trust' | 'status' | 'emergency' | 'rules'>, world: TakeWorld): TakenLists
}

export interface TakeWorld {
  readonly at: string
  readonly today: string
}

/** `ask-again`: what changed does not fit what is here, so the whole list is needed. */
export type TakenLists = 'taken' | 'refused' | 'ask-again'

type StatusProblem = RulesProblem | 'does-not-fit'

/** The part of a store that lists are kept in. */
export type Shelf = Pick<Store, 'lists' | 'database' | 'audit'>

/** Judges lists under the roots of this start: what an unpinned root vouched for counts no more. */
export function cardLists(store: Shelf, roots: readonly string[]): CardLists {
  const { lists, database } = store
  const segments = statusSegments(lists)
  const rules = schemeRules(lists, roots)
  let trust = heldTrust(store, roots)
  let keys = byKid(trust)
  let damaged = false
  let lastRefusal = ''

  const status = (): HeldStatus | null => {
    const held = lists.status()
    return held === null || !roots.includes(held.root) ? null : held
  }
  const takeTrust = (offered: NonNullable<CardListsReply['trust']>, today: string): Result<null, ListProblem> => {
    const bytes = { certificate: fromBase64(offered.certificate), list: fromBase64(offered.list) }
    const taken = takeTrustList(trust, bytes, { roots, verify: ed25519Verify, today })
    if (!taken.ok) return taken
    lists.setTrust(bytes.certificate, bytes.list)
    trust = taken.value
    keys = byKid(trust)
    return ok(null)
  }
  const takeStatus = (offered: NonNullable<CardListsReply['status']>): Result<null, StatusProblem> => {
    if (trust === null) return fail('forged')
    const { certificate, root } = trust
    const key = bytesOf(certificate.publicKey)
    const before = status()
    const snapshot = offered.snapshot === null ? null : fromBase64(offered.snapshot)
    const delta = offered.delta === null ? null : fromBase64(offered.delta)
    const base = snapshot === null ? null : readSnapshot(snapshot, certificate, key, ed25519Verify)
    const change = delta === null ? null : readDelta(delta, certificate, key, unpacking)
    if ((snapshot !== null && base === null) || (delta !== null && change === null)) return fail('forged')
    const end = change ?? base
    if (end === null) return ok(null)
    const next = { ...placeOf(end), root, serial: certificate.serial }
    const order = before === null ? 1 : compare(next, before)
    if (before !== null && order < 0) return fail('older')
    if (before !== null && order === 0 && !sameBytes(next.digest, before.digest)) return fail('differs')
    if (change !== null && change.from !== (base ?? before)?.seq) return fail('does-not-fit')
    if (before !== null && order === 0 && !damaged) {
      if (next.asOf > before.asOf) lists.setStatus(next)
      return ok(null)
    }
    if (base !== null && !segments.replace(base)) return fail('does-not-fit')
    if (change !== null && !segments.change(change)) return fail('does-not-fit')
    lists.setStatus(next)
    return ok(null)
  }
  /** All of a status list or nothing of it. */
  const takeWhole = (offered: NonNullable<CardListsReply['status']>): Result<null, StatusProblem> => {
    database.exec('SAVEPOINT status_list')
    const taken = takeStatus(offered)
    if (!taken.ok) database.exec('ROLLBACK TO status_list')
    database.exec('RELEASE status_list')
    if (!taken.ok) segments.forget()
    return taken
  }
  const refused = (list: 'trust' | 'status' | 'rules', problem: StatusProblem, at: string): TakenLists => {
    const subject = `${list} ${problem}`
    // The same refusal again every minute says nothing new.
    if (subject !== lastRefusal) store.audit.note({ at, operator: null, deed: 'card-list.refused', subject })
    lastRefusal = subject
    return 'refused'
  }

  return {
    keys: () => trust?.list.keys ?? [],
    keyFor: (kid) => keys.get(kid) ?? null,
    statusOf(index) {
      const code = segments.codeOf(index)
      return code === 0 ? null : statusOfCode(code)
    },
    age() {
      const { asOf = null, seq = 0 } = status() ?? {}
      return { asOf, seq }
    },
    held: () => ({ trust: trust?.list.seq ?? 0, status: damaged ? 0 : (status()?.seq ?? 0), rules: rules.held() }),
    rules: () => rules.current(),
    provenBundleKey: (proof) => provenBundleKey(proof, roots, ed25519Verify),
    take(reply, { at, today }) {
      for (const key of reply.emergency) lists.setEmergencyKey(key)
      if (reply.trust !== null) {
        const taken = takeTrust(reply.trust, today)
        if (!taken.ok) return refused('trust', taken.problem, at)
      }
      if (reply.status !== null) {
        const taken = takeWhole(reply.status)
        if (!taken.ok) {
          const first = !damaged && taken.problem === 'does-not-fit'
          damaged ||= first
          return first ? 'ask-again' : refused('status', taken.problem, at)
        }
        damaged = false
      }
      if (reply.rules != null) {
        const taken = rules.take(reply.rules, today)
        if (!taken.ok) return refused('rules', taken.problem, at)
      }
      lastRefusal = ''
      return 'taken'
    },
  }
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))

const placeOf = ({ seq, issuedAt, digest }: StatusHead) => ({ seq, asOf: issuedAt, digest })

function heldTrust({ lists }: Shelf, roots: readonly string[]): HeldTrust | null {
  const kept = lists.trust()
  if (kept === null) return null
  const bytes = { certificate: Uint8Array.from(kept.certificate), list: Uint8Array.from(kept.list) }
  const taken = takeTrustList(null, bytes, { roots, verify: ed25519Verify, today: null })
  return taken.ok ? taken.value : null
}

const byKid = (trust: HeldTrust | null): ReadonlyMap<string, IssuerKey> =>
  new Map(trust?.list.keys.map((key) => [key.kid, provingKey(key)]))
