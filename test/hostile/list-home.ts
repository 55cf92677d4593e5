import Database from 'better-sqlite3'

import type { ListSigner } from '../../domain/card/signed-list.ts'
import { signTrustList } from '../../domain/card/trust-list.ts'
import type { TrustedKey } from '../../domain/card/trust-list.ts'
import { audit } from '../../main/store/audit.ts'
import { cardListTable } from '../../main/store/card-list-table.ts'
import { cardLists } from '../../main/store/card-lists.ts'
import type { CardLists } from '../../main/store/card-lists.ts'
import { migrate } from '../../main/store/migrate.ts'
import {
  base64,
  certificateBy,
  deltaOf,
  listKey,
  root,
  signerOf,
  snapshotOf,
  stubRoot,
} from '../fake/card-lists-stub.ts'
import type { Lists } from '../fake/card-lists-stub.ts'

/** What HIMS signed at one number. */
export interface Issue {
  readonly seq: number
  readonly trust: Uint8Array
  readonly snapshot: Uint8Array
  /** From the number before. */
  readonly delta: Uint8Array
}

/** A terminal that holds the lists of number `HELD`, and everything that HIMS ever sent over the wire. */
export interface ListHome {
  readonly certificate: Uint8Array
  readonly issues: readonly Issue[]
  readonly take: (reply: Partial<Lists>) => ReturnType<CardLists['take']>
  /** Whether everything by which the terminal judges cards is as it was after the last reset. */
  readonly isAsBefore: () => boolean
  /** Whether both lists are of this number. */
  readonly isAt: (seq: number) => boolean
  /** Puts it back to where it was: a genuine newer list was tried. */
  readonly reset: () => void
}

export const HELD = 5
export const FIRST = 1
export const LAST = 9

/** A key of the attacker's, and one that signs cards but no lists. */
export const stranger: ListSigner = signerOf(0x0b)
export const issuer: ListSigner = signerOf(0x0c)

export const momentAt = (seq: number): string => `2026-11-22T05:0${seq}:00.000Z`

export const keysAt = (seq: number): TrustedKey[] =>
  Array.from({ length: 3 }, (_, at) => ({
    kid: `0a0${at}`,
    publicKey: `${at}`.repeat(64),
    notBefore: '2026-01-01',
    notAfter: '2027-12-31',
    facilities: at === 2 ? ['0710000123'] : null,
    kind: at === 2 ? ('delegated' as const) : ('hims' as const),
    withdrawn: at === 1 && seq >= HELD ? '2026-06-01' : null,
  }))

/** Card `n` is reported lost at number `n`, and a stolen lot was always revoked. */
export const codesAt = (seq: number): ReadonlyMap<number, number> =>
  new Map([
    ...Array.from({ length: seq }, (_, at) => [(at + 1) * 300_000, 1] as const),
    ...Array.from({ length: 40 }, (_, at) => [5_000_000 + at, 4] as const),
  ])

function issueAt(seq: number): Issue {
  const [issuedAt, codes] = [momentAt(seq), codesAt(seq)]
  return {
    seq,
    trust: signTrustList({ seq, issuedAt, keys: keysAt(seq) }, listKey),
    snapshot: snapshotOf(seq, issuedAt, codes),
    delta: deltaOf({ from: seq - 1, seq, issuedAt, changes: new Map([[seq * 300_000, 1]]), codes }),
  }
}

export const status = (snapshot: Uint8Array | null, delta: Uint8Array | null): Partial<Lists> => ({
  status: {
    snapshot: snapshot === null ? null : base64(snapshot),
    delta: delta === null ? null : base64(delta),
  },
})

export const trust = (certificate: Uint8Array, list: Uint8Array): Partial<Lists> => ({
  trust: { certificate: base64(certificate), list: base64(list) },
})

export function makeListHome(): ListHome {
  const database = new Database(':memory:')
  migrate(database)
  const shelf = { database, lists: cardListTable(database), audit: audit(database) }
  const certificate = certificateBy(root)
  const issues = Array.from({ length: LAST }, (_, at) => issueAt(at + FIRST))
  let lists = cardLists(shelf, [stubRoot])
  const world = { at: momentAt(HELD), today: '2026-11-22' }
  const take = (reply: Partial<Lists>) => {
    const whole = { trust: null, status: null, emergency: [], ...reply }
    return database.transaction(() => lists.take(whole, world))()
  }
  const held = issues[HELD - FIRST]
  if (held === undefined) throw new Error('There is no list to hold')
  const reset = () => {
    database.exec('DELETE FROM trust_list; DELETE FROM status_list; DELETE FROM card_status_segment; DELETE FROM audit')
    lists = cardLists(shelf, [stubRoot])
    const taken = take({ ...trust(certificate, held.trust), ...status(held.snapshot, null) })
    if (taken !== 'taken') throw new Error('A genuine first list was refused')
  }
  reset()
  const asked = [...codesAt(LAST).keys()]
  const knows = () =>
    JSON.stringify([lists.keys(), lists.age(), lists.held().trust, asked.map((index) => lists.statusOf(index))])
  const start = knows()
  return {
    certificate,
    issues,
    take,
    reset,
    isAsBefore: () => knows() === start,
    isAt: (seq) => lists.age().seq === seq && lists.held().trust === seq,
  }
}
