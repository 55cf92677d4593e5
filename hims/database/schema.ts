import type { AuditAlarmTable, AuditHeadTable } from './part/audit-head.ts'
import type { SchemeRulesTable } from './part/scheme.ts'
import type { SoundKeysTable } from './part/sound-keys.ts'
import type { BundleKeyTable } from './part/bundle-key.ts'
import type { ClientScopeTable } from './part/client-scope.ts'
import type { GrantHoldTable } from './part/grant-hold.ts'
import type {
  ForwardTable,
  HubAnswerTable,
  HubDeferredTable,
  HubSeenTable,
  HubSelfTable,
  HubStockTable,
} from './part/hub.ts'
import type { Kysely } from 'kysely'

import type { MutationResult, HimsRole } from '../../domain/wire/sync.ts'
import type {
  AccessTable,
  OriginTable,
  ResourceHistoryTable,
  ResourceTable,
  ResourceTermTable,
} from './part/clinical.ts'
import type { DepositTable, RecoveryCodeTable, RecoveryKeyTable } from './part/recovery.ts'
import type { WriterTable } from './part/writer.ts'

/** One row of any table that terminals share, as it now is; `cursor` says when it last changed. */
export interface RecordTable {
  readonly cursor: number
  readonly name: string
  readonly id: string
  readonly version: number
  readonly changed_at: string
  /** JSON, exactly as it came: fields this version does not know included. */
  readonly row: string
  /** Whose record it is: a person's id, `@` and a hospital's code, or null for what belongs to nobody. */
  readonly person: string | null
}

/** A record as it was before a change; `cursor` is what it had then. */
export type RecordHistoryTable = Omit<RecordTable, 'person'>

/** Whose people a hospital holds: their records go to its terminals. */
export interface MemberTable {
  readonly facility: string
  readonly person: string
}

/** What a record can be found by. */
export interface TermTable {
  readonly name: string
  readonly field: string
  readonly value: string
  readonly id: string
}

export interface TerminalTable {
  readonly id: string
  readonly number: number
  readonly role: HimsRole
  readonly label: string
  readonly public_key: string
  readonly facility: string
  readonly epoch: number
  readonly last_n: number
  readonly enrolled_at: string
  readonly retired_at: string | null
}

/** A one-time code; once used, it belongs to the terminal and public key that used it. */
export interface EnrolmentTable {
  readonly code_hash: string
  /** The hospital it will belong to; null for the first that there is. */
  readonly facility: string | null
  readonly role: HimsRole
  readonly label: string
  readonly expires_at: string
  readonly terminal: string | null
}

/** What HIMS says beside "applied". */
export type Note = NonNullable<Extract<MutationResult, { readonly kind: 'applied' }>['note']>

/** What a terminal said, kept whole even when it was refused. */
export interface MutationTable {
  readonly id: string
  readonly terminal: string
  readonly received_at: string
  readonly said: string
  readonly kind: 'applied' | 'refused'
  readonly reason: string | null
  readonly note: Note | null
}

/** Which mutation a terminal's number stands for, and what it was told. */
export interface PushedTable {
  readonly terminal: string
  readonly epoch: number
  readonly n: number
  readonly mutation: string
  readonly kind: 'applied' | 'refused'
  readonly reason: string | null
  readonly note: Note | null
}

export interface LeaseTable {
  readonly id: string
  readonly terminal: string
  readonly leased_at: string
  readonly reply: string
}

export interface TokenBlockTable {
  readonly department: string
  readonly day: string
  readonly prefix: string
  readonly low: number
  readonly high: number
  readonly terminal: string
}

export interface TakenTokenTable {
  readonly department: string
  readonly day: string
  readonly prefix: string
  readonly number: number
  readonly visit: string
}

export interface CardBlankTable {
  readonly card_id: string
  readonly status_index: number
  readonly issued: string
  readonly expires: string
  readonly terminal: string
}

/** Every key that cards were ever signed with; none is ever removed, so that no kid is given twice. */
export interface TrustedKeyTable {
  readonly kid: string
  readonly public_key: string
  readonly not_before: string
  readonly not_after: string
  /** The day from which its cards are refused. */
  readonly withdrawn: string | null
  readonly kind: 'hims' | 'delegated'
  /** JSON array, or null for all. */
  readonly facilities: string | null
  /** The desk that holds a delegated key. */
  readonly terminal: string | null
  /** Wrapped by the key file; null for a key that is held elsewhere. */
  readonly seed: string | null
  readonly made_at: string
}

/** Keys that sign lists; the newest with a certificate is in use, one without waits for the root. */
export interface ListKeyTable {
  readonly public_key: string
  readonly seed: string
  readonly serial: number
  readonly made_at: string
  readonly certificate: Uint8Array | null
  /** Which root certified it. */
  readonly root: string | null
}

/** The newest trust list, and the newest snapshot of the status list, as they were signed. */
export interface SignedListTable {
  readonly kind: 'trust' | 'status'
  readonly seq: number
  readonly list: Uint8Array
  readonly certificate: Uint8Array
  readonly made_at: string
}

/** Half a byte for each of 16,384 cards; where all are good there is no row. */
export interface CardStatusSegmentTable {
  readonly segment: number
  readonly body: Uint8Array
  readonly hash: Uint8Array
}

export interface CardStatusChangeTable {
  readonly seq: number
  readonly status_index: number
  readonly code: number
}

export interface CardSightingTable {
  readonly card_id: string
  readonly at: string
  readonly facility: string
  readonly terminal: string
}

/** Keys for the sealed part of cards; `key` is wrapped by the key file. */
export interface EmergencyKeyTable {
  readonly id: number
  readonly key: string
  readonly until: string
}

/** An item that no pharmacy holds the right to yet. */
export interface UngivenRightTable {
  readonly item: string
  readonly prescription: string
  readonly units: number
}

/** What a claim for rights was answered, so that asking again takes nothing more. */
export interface RightClaimTable {
  readonly id: string
  readonly terminal: string
  readonly prescription: string
  readonly claimed_at: string
  readonly reply: string
}

/** Wishes for rights that somebody still waits for. */
export interface OpenWishTable {
  readonly id: string
  readonly prescription: string
  readonly until: string
}

/** Units of prescriptions that ended before they were given. */
export interface EndedRightTable {
  readonly item: string
  readonly prescription: string
  readonly units: number
}

/** What was done at a counter and speaks of something that is not here yet; in the order of `seq` it is tried again. */
export interface ParkedTable {
  readonly mutation: string
  readonly seq: number
  readonly terminal: string
  readonly epoch: number
  readonly parked_at: string
  readonly waits_for: 'right' | 'prescription' | 'person' | 'card' | 'visit' | 'earlier'
  readonly wanted: string
  readonly right_id: string
  /** The mutation's body as JSON. */
  readonly said: string
}

/** Something about medicines that an administrator should look at. */
export interface NoticeTable {
  readonly id: string
  readonly noted_at: string
  readonly kind: 'late' | 'contradicts' | 'supply' | 'released'
  readonly terminal: string | null
  /** The mutation or right that it is about. */
  readonly subject: string
  readonly detail: string
}

/** Which pharmacy gets the rights of a department's prescriptions. */
export interface DepartmentPharmacyTable {
  readonly department: string
  readonly terminal: string
}

/** What another system calls one of our resources; a group is what it calls a prescription. */
export interface IdentifierTable {
  readonly kind: 'Patient' | 'MedicationRequest' | 'AllergyIntolerance' | 'group'
  readonly system: string
  readonly value: string
  readonly id: string
}

export interface ClientTable {
  readonly id: string
  readonly name: string
  readonly token_hash: string
  readonly created_at: string
}

/** One version that somebody gave of a group of a person's details; `body` is JSON of that group alone. */
export interface PersonStampTable {
  readonly person: string
  readonly field_group: string
  /** The change's own stamp, which names it. */
  readonly said: string
  readonly outcome: 'before' | 'taken' | 'same' | 'older' | 'review' | 'decided'
  readonly source: 'verified' | 'clerk' | 'kiosk'
  readonly terminal: string | null
  readonly stamp_rank: 'verified' | 'clerk' | 'kiosk'
  readonly hlc: string
  readonly depth: number
  readonly own_hlc: string
  readonly body: string
  readonly kept_at: string
}

export interface Schema {
  readonly hub_self: HubSelfTable
  readonly forward: ForwardTable
  readonly hub_deferred: HubDeferredTable
  readonly hub_seen: HubSeenTable
  readonly hub_stock: HubStockTable
  readonly hub_answer: HubAnswerTable
  readonly hims: { readonly only: number; readonly incarnation: string; readonly salt: string }
  readonly counter: { readonly name: string; readonly value: number }
  readonly record: RecordTable
  readonly record_history: RecordHistoryTable
  readonly member: MemberTable
  readonly audit_head: AuditHeadTable
  readonly audit_alarm: AuditAlarmTable
  readonly term: TermTable
  readonly terminal: TerminalTable
  readonly enrolment: EnrolmentTable
  readonly mutation: MutationTable
  readonly pushed: PushedTable
  readonly lease: LeaseTable
  readonly token_block: TokenBlockTable
  readonly taken_token: TakenTokenTable
  readonly card_blank: CardBlankTable
  readonly trusted_key: TrustedKeyTable
  readonly list_key: ListKeyTable
  readonly signed_list: SignedListTable
  readonly scheme_rules: SchemeRulesTable
  readonly card_status_segment: CardStatusSegmentTable
  readonly card_status_change: CardStatusChangeTable
  readonly card_sighting: CardSightingTable
  readonly emergency_key: EmergencyKeyTable
  readonly ungiven_right: UngivenRightTable
  readonly right_claim: RightClaimTable
  readonly open_wish: OpenWishTable
  readonly ended_right: EndedRightTable
  readonly parked: ParkedTable
  readonly notice: NoticeTable
  readonly department_pharmacy: DepartmentPharmacyTable
  readonly identifier: IdentifierTable
  readonly client: ClientTable
  readonly resource: ResourceTable
  readonly resource_history: ResourceHistoryTable
  readonly resource_term: ResourceTermTable
  readonly access: AccessTable
  readonly origin: OriginTable
  readonly writer: WriterTable
  readonly person_stamp: PersonStampTable
  readonly recovery_key: RecoveryKeyTable
  readonly deposit: DepositTable
  readonly recovery_code: RecoveryCodeTable
  readonly bundle_key: BundleKeyTable
  readonly grant_hold: GrantHoldTable
  readonly client_scope: ClientScopeTable
  readonly sound_keys: SoundKeysTable
}

/** The database, or one transaction of it: every query is written against this. */
export type Store = Kysely<Schema>
