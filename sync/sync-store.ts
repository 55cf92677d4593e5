import type { MutationId } from '../domain/id.ts'
import type { CardListsReply, CardListsRequest, DelegateReply } from '../domain/wire/card-lists.ts'
import type { BundleProof } from '../domain/wire/bundle-proof.ts'
import type { DepositRequest } from '../domain/wire/recovery.ts'
import type { RightReply, ToldRight } from '../domain/wire/right.ts'
import type { RowSum } from '../domain/wire/row-sum.ts'
import type { Change, EnrolReply, LeaseReply, LeaseRequest, LookupReply, MutationResult } from '../domain/wire/sync.ts'
import type { Identity } from './identity.ts'

export interface Position {
  readonly epoch: number
  /** The number the next mutation will get. */
  readonly nextN: number
  /** The highest number that this store has ever sent. */
  readonly sentN: number
  readonly cursor: number
  /** The database of HIMS that the cursor belongs to. */
  readonly incarnation: string | null
  /** This store knows by itself that it may be an old copy; a person decides before it speaks again. */
  readonly isFenced?: boolean
}

export interface Outgoing {
  readonly n: number
  readonly id: MutationId
  readonly at: string
  readonly body: unknown
}

export interface Page {
  readonly changes: readonly Change[]
  readonly next: number
  readonly more: boolean
  readonly at: string
}

export type Kept = 'kept' | 'disk-full'

/** Who answered a greeting. */
export interface MetServer {
  readonly incarnation: string
  readonly address: string
  /** This terminal's last number that it has. */
  readonly lastN: number
  /** HIMS itself, a hospital's own server that stands for it, or a FHIR server in its place. */
  readonly kind: 'hims' | 'hub' | 'fhir'
  /** What bundles for it are sealed with; null when it takes none. */
  readonly bundleKey: string | null
  /** How many people there are to hold; null when it did not say. */
  readonly people: number | null
}

/** Rows of a table whose ids come after one and not after another. */
export interface Span {
  readonly table: string
  readonly after: string
  readonly upTo: string
}

/** How a comparison with HIMS ended. */
export interface Compared {
  readonly at: string
  readonly buckets: number
  /** Buckets in which something differed. */
  readonly differed: number
  /** Rows that came again. */
  readonly mended: number
  /** Buckets that differ still: HIMS lacks something that is here. */
  readonly unresolved: number
}

/** What the client needs of a terminal's store; each of these is one durable transaction. */
export interface SyncStore {
  /** Null before enrolment. */
  identity(): Identity | null
  /** The public key that a new enrolment would register, in hexadecimal. */
  publicKey(): string
  /** Whether this one-time code made this terminal what it is. */
  usedCode(code: string): boolean
  /** Gives up an identity that HIMS no longer takes; work that is still waiting is kept. */
  forgetIdentity(): void
  enrolled(reply: EnrolReply, code: string): Kept
  position(): Position
  /** HIMS is at another epoch, or knows numbers that were never sent from here. */
  fenced(epoch: number): void
  /** What HIMS last heard of the audit log; when it says something else there, HIMS is told so with the next push. */
  auditKnown(head: { readonly seq: number; readonly hash: string }): void
  /** The last entry of the audit log: it goes with every push. */
  auditHead(): { readonly seq: number; readonly hash: string }
  /** The key that HIMS should keep for the day it is lost; null when it has it. */
  keyToDeposit(): {
    readonly keyHash: string
    readonly sealedTo: (publicKey: string) => Promise<DepositRequest>
  } | null
  keyDeposited(keyHash: string): void
  /** The highest number that any server has acknowledged and that is still kept. */
  ackedN(): number
  /**
   * Another database answers, or one that has lost something. A database that was met before goes on from its own cursor,
   * one that was not is read from its beginning; what it lacks of this terminal's work is sent again from `lastN` on.
   */
  met(server: MetServer): Kept
  /** The same database as before; writes only what is new about it. */
  metAgain(server: MetServer): Kept
  outgoing(limit: number): readonly Outgoing[]
  /** Noted before anything up to this number goes out. */
  sending(n: number): Kept
  settle(results: readonly MutationResult[]): Kept
  /** Sends again from `n` on; false when that is no longer kept. */
  rewind(n: number): boolean
  /** What should be leased now, the same until it is answered; null when enough is here. */
  leaseNeeded(): LeaseRequest | null
  leaseRefused(): void
  leased(request: LeaseRequest, reply: LeaseReply): Kept
  /** Rows and cursor together, or neither; of many it may take the first ones only, which the cursor then tells. */
  apply(page: Page): Kept
  /** The rows to leave out of a comparison that is due now; null when none is. */
  comparisonDue(): readonly (readonly [string, string])[] | null
  sumOf(span: Span): RowSum
  /** The code of the hospital that this terminal is of; null before it is of one. */
  hospital(): string | null
  /**
   * Rows as HIMS has them now, whatever is here; those with work on its way stay as they are. Of a span that is `whole` the
   * server's other rows go: they are another hospital's.
   */
  mend(changes: readonly Change[], whole: Span | null): Kept
  /** Visits up to `visitsAfter` HIMS counts no more: they need not stay. */
  compared(result: Compared, visitsAfter: string): Kept
  /** What bundles are sealed for, in hexadecimal; null when no HIMS has said so yet. */
  bundleKey(): string | null
  /** The bundle key that HIMS's signature under a pinned root vouches for, in hexadecimal; null for anything else. */
  provenBundleKey(proof: BundleProof): string | null
  /** A small step of making what was applied quicker to search; false when there is none left. */
  tidy(): boolean
  found(reply: LookupReply): Kept
  /** What this pharmacy holds and held, for a HIMS that came back from a copy. */
  rightsToTell(): readonly ToldRight[]
  /** What HIMS said of rights that were asked for, and the names of the pharmacies. */
  rightsCame(reply: RightReply): Kept
  /** The numbers of the card lists that are here; null when they were asked for just now. */
  cardListsWanted(): CardListsRequest | null
  cardListsCame(reply: CardListsReply): Kept | 'ask-again'
  /** A public key of this desk's own that HIMS should let cards be signed with, in hexadecimal. */
  keyToDelegate(): string | null
  delegated(publicKey: string, reply: DelegateReply): Kept
}
