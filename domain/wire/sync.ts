import { z } from 'zod'

import { CardFlag } from '../card/card-flag.ts'
import { CardBlank, CardRecord } from '../card/card-record.ts'
import { CardStatus } from '../card/card-status.ts'
import { DirectoryChange } from '../hospital/directory-change.ts'
import { DayStatement } from '../hospital/day-statement.ts'
import { Department, Facility } from '../hospital/facility.ts'
import { Operator } from '../hospital/operator.ts'
import { Room } from '../hospital/room.ts'
import { Roster } from '../hospital/roster.ts'
import { TokenBlock, Visit } from '../hospital/token.ts'
import { VisitEvent } from '../hospital/visit-event.ts'
import { CardId, MutationId, OperatorId, PersonId, RightId, TerminalId, VisitId } from '../id.ts'
import { Allergy } from '../person/allergy.ts'
import { FamilyLink } from '../person/family-link.ts'
import { PersonChange } from '../person/person-change.ts'
import { PersonEdit } from '../person/person-edit.ts'
import { PersonLink } from '../person/person-link.ts'
import { Person } from '../person/person.ts'
import { Review } from '../person/review.ts'
import { EmergencySupply } from '../pharmacy/emergency-supply.ts'
import { Lot, Medicine, StockEvent } from '../pharmacy/medicine.ts'
import { OrderEvent } from '../pharmacy/order-event.ts'
import { Dispense, Prescription, Right } from '../pharmacy/prescription.ts'
import { RightWish } from '../pharmacy/right-wish.ts'
import { BundleProof } from './bundle-proof.ts'
import { Coverage } from '../scheme/coverage.ts'
import { SchemeFact } from '../scheme/scheme-fact.ts'
import { ColdReading, LotMark, ReorderLevel, StockPaper, SupplyRequest } from '../pharmacy/stock-paper.ts'

/** The schema that both ends of `/sync/v1` speak; a side that meets a higher one keeps what it can't read. */
export const SCHEMA = 3
/** The lowest schema that is still spoken with: N and N−2 talk. */
export const OLDEST_SCHEMA = SCHEMA - 2

export const TerminalRole = z.enum(['desk', 'pharmacy', 'kiosk', 'doctor', 'display', 'admin'])
export type TerminalRole = z.infer<typeof TerminalRole>

/** Whom HIMS takes work from: terminals, and the server of a hospital that speaks for its terminals. */
export const HimsRole = z.enum([...TerminalRole.options, 'hub'])
export type HimsRole = z.infer<typeof HimsRole>

/** What a terminal did. The mutation's id is the idempotency key; `n` runs 1, 2, 3… without a gap in one epoch. */
export const MutationBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person.registered'), person: Person }),
  z.object({ kind: z.literal('card.issued'), card: CardRecord }),
  z.object({
    kind: z.literal('card.changed'),
    cardId: CardId,
    to: CardStatus,
    /** In the clerk's or supervisor's words; empty when the status says it all. */
    reason: z.string().max(200),
    at: z.iso.datetime(),
  }),
  /** Cards that were shown here: one card far apart in too little time is somebody's copy. */
  z.object({
    kind: z.literal('card.seen'),
    seen: z
      .array(z.object({ cardId: CardId, at: z.iso.datetime() }))
      .min(1)
      .max(500),
  }),
  z.object({ kind: z.literal('visit.opened'), visit: Visit }),
  z.object({ kind: z.literal('dispense.recorded'), dispense: Dispense }),
  z.object({
    kind: z.literal('person.changed'),
    change: PersonChange,
    /** Whose word it is; desks of before the history of corrections did not say. */
    by: OperatorId.optional(),
  }),
  z.object({ kind: z.literal('person.linked'), link: PersonLink }),
  z.object({
    kind: z.literal('person.unlinked'),
    linkId: z.uuid(),
    at: z.iso.datetime(),
    by: OperatorId,
    reason: z.string().max(200),
  }),
  z.object({
    kind: z.literal('review.decided'),
    reviewId: z.uuid(),
    at: z.iso.datetime(),
    by: OperatorId,
    choice: z.enum(['stands', 'proposed', 'same', 'different']),
  }),
  /** What a terminal may still give, given back: to whoever it talks to, or straight to another terminal. */
  z.object({
    kind: z.literal('right.returned'),
    rightId: RightId,
    left: z.int().min(0),
    to: TerminalId.nullable(),
    at: z.iso.datetime(),
  }),
  z.object({ kind: z.literal('supply.emergency'), supply: EmergencySupply }),
  /** What a hospital's own server recorded by itself while HIMS was away: orders that came to it, rights it gave. */
  z.object({
    kind: z.literal('hub.recorded'),
    rows: z
      .array(z.looseObject({ table: z.string().max(64) }))
      .min(1)
      .max(200),
  }),
  z.object({ kind: z.literal('visit.noted'), event: VisitEvent }),
  /** The number was given on somebody else's card: whose visit it was, and whose it is. */
  z.object({
    kind: z.literal('visit.repointed'),
    visitId: VisitId,
    from: PersonId,
    to: PersonId,
    at: z.iso.datetime(),
    by: OperatorId,
    reason: z.string().max(200),
  }),
  z.object({ kind: z.literal('family.linked'), link: FamilyLink }),
  z.object({
    kind: z.literal('family.ended'),
    linkId: z.uuid(),
    at: z.iso.datetime(),
    by: OperatorId,
    reason: z.string().max(200),
  }),
  /** What somebody answers for about their desk's day: signed, reopened, handed over. */
  z.object({ kind: z.literal('day.signed'), statement: DayStatement }),
  /**
   * A doctor's order that was written at a terminal, and the pharmacy that may give it first: named with the order, so that
   * a hub and HIMS, which hear of it at different times, make the same rights of it. Null leaves them to whoever claims them.
   */
  z.object({
    kind: z.literal('prescription.written'),
    prescription: Prescription,
    holder: TerminalId.nullable(),
    terminal: TerminalId,
  }),
  /** One paper about stock, the lots that are new with it, and what it does to the ledger. */
  z.object({
    kind: z.literal('stock.recorded'),
    paper: StockPaper,
    lots: z.array(Lot).max(200),
    events: z.array(StockEvent).max(400),
  }),
  z.object({ kind: z.literal('lot.marked'), mark: LotMark }),
  z.object({ kind: z.literal('cold.read'), reading: ColdReading }),
  /** What an administrator changed in the hospital's directory; `was` is the row it was made from, null for a new one. */
  z.object({
    kind: z.literal('directory.changed'),
    rows: z
      .array(z.looseObject({ table: z.string().max(64), was: z.looseObject({}).nullable() }))
      .min(1)
      .max(200),
    by: OperatorId.optional(),
  }),
  /** What a desk was told of a person, or saw on paper, for the schemes it asks about. */
  z.object({ kind: z.literal('facts.noted'), facts: z.array(SchemeFact).min(1).max(60) }),
  /** A scheme that a desk confirmed; the same cover again with another status takes it back. */
  z.object({ kind: z.literal('coverage.confirmed'), coverage: Coverage }),
  /** Something happened to a prescription after it was signed: a question, its answer, taken back, picked, given back. */
  z.object({ kind: z.literal('order.noted'), event: OrderEvent }),
  /** A badge was printed for somebody, of which this is the hash, or theirs was withdrawn; both by a supervisor. */
  z.object({
    kind: z.literal('badge.changed'),
    operator: OperatorId,
    badge: Operator.shape.badge.unwrap().nullable(),
    by: OperatorId,
    at: z.iso.datetime(),
  }),
  z.object({ kind: z.literal('help.called'), at: z.iso.datetime(), place: z.string().max(64) }),
])
export type MutationBody = z.infer<typeof MutationBody>

export const Mutation = z.object({
  n: z.int().min(1),
  id: MutationId,
  at: z.iso.datetime(),
  body: MutationBody,
})
export type Mutation = z.infer<typeof Mutation>

/** What HIMS durably made of one mutation. A refused one is set aside with its reason, and the queue goes on. */
export const MutationResult = z.discriminatedUnion('kind', [
  z.object({
    n: z.int(),
    kind: z.literal('applied'),
    /** `parked`: kept and sound, but what it speaks of has not reached HIMS yet; `review`: somebody will have to decide. */
    note: z.enum(['parked', 'merged', 'review']).optional(),
  }),
  z.object({ n: z.int(), kind: z.literal('refused'), reason: z.string().max(200) }),
])
export type MutationResult = z.infer<typeof MutationResult>

/** One row as it now is at HIMS. `version` grows with every change of that row. */
export const ChangeRow = z.discriminatedUnion('table', [
  z.object({ table: z.literal('facility'), row: Facility }),
  z.object({ table: z.literal('department'), row: Department }),
  z.object({ table: z.literal('operator'), row: Operator }),
  z.object({ table: z.literal('person'), row: Person }),
  z.object({ table: z.literal('allergy'), row: Allergy }),
  z.object({ table: z.literal('card'), row: CardRecord }),
  z.object({ table: z.literal('card_flag'), row: CardFlag }),
  z.object({ table: z.literal('visit'), row: Visit }),
  z.object({ table: z.literal('medicine'), row: Medicine }),
  z.object({ table: z.literal('lot'), row: Lot }),
  z.object({ table: z.literal('stock_event'), row: StockEvent }),
  z.object({ table: z.literal('prescription'), row: Prescription }),
  z.object({ table: z.literal('right'), row: Right }),
  z.object({ table: z.literal('dispense'), row: Dispense }),
  z.object({ table: z.literal('person_link'), row: PersonLink }),
  z.object({ table: z.literal('review'), row: Review }),
  z.object({ table: z.literal('right_wish'), row: RightWish }),
  z.object({ table: z.literal('emergency_supply'), row: EmergencySupply }),
  z.object({ table: z.literal('room'), row: Room }),
  z.object({ table: z.literal('roster'), row: Roster }),
  z.object({ table: z.literal('visit_event'), row: VisitEvent }),
  z.object({ table: z.literal('stock_paper'), row: StockPaper }),
  z.object({ table: z.literal('lot_mark'), row: LotMark }),
  z.object({ table: z.literal('cold_reading'), row: ColdReading }),
  z.object({ table: z.literal('reorder_level'), row: ReorderLevel }),
  z.object({ table: z.literal('supply_request'), row: SupplyRequest }),
  z.object({ table: z.literal('day_statement'), row: DayStatement }),
  z.object({ table: z.literal('family_link'), row: FamilyLink }),
  z.object({ table: z.literal('person_edit'), row: PersonEdit }),
  z.object({ table: z.literal('scheme_fact'), row: SchemeFact }),
  z.object({ table: z.literal('coverage'), row: Coverage }),
  z.object({ table: z.literal('order_event'), row: OrderEvent }),
  z.object({ table: z.literal('directory_change'), row: DirectoryChange }),
])
export type ChangeRow = z.infer<typeof ChangeRow>

/** What a terminal receives is parsed row by row with `ChangeRow`; a row that doesn't parse is kept aside, never dropped. */
export const Change = z.object({
  cursor: z.int().min(1),
  table: z.string().max(64),
  id: z.string().max(120),
  version: z.int().min(1),
  row: z.unknown(),
})
export type Change = z.infer<typeof Change>

const common = {
  /** Identifies this database of HIMS; it changes when HIMS is restored from a copy. */
  incarnation: z.string().max(64),
  schema: z.int().min(1),
  serverTime: z.iso.datetime(),
}

/** POST /sync/v1/enrol, the only call that is not signed by a terminal key. */
export const EnrolRequest = z.object({
  /** The one-time code that an administrator gave, as typed. */
  code: z.string().min(6).max(64),
  /** 32 bytes of the terminal's Ed25519 public key, lower-case hexadecimal. */
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
})
export type EnrolRequest = z.infer<typeof EnrolRequest>
export const EnrolReply = z.object({
  ...common,
  terminal: TerminalId,
  epoch: z.int().min(1),
  role: TerminalRole,
  /** As it stands over the counter: `Counter 7`. */
  label: z.string().max(64),
  facility: Facility,
})
export type EnrolReply = z.infer<typeof EnrolReply>

/** What one side reads beside plain JSON: media types and packings (domain/wire/codec/encoding.ts), the best first. */
export const Accepts = z.object({
  types: z.array(z.string().max(64)).max(16),
  encodings: z.array(z.string().max(32)).max(16),
})
export type Accepts = z.infer<typeof Accepts>

/** POST /sync/v1/hello */
export const HelloRequest = z.object({
  schema: z.int().min(1),
  epoch: z.int().min(1),
  /** The number the next mutation will get. */
  nextN: z.int().min(1),
  cursor: z.int().min(0),
  accepts: Accepts.optional(),
})
export type HelloRequest = z.infer<typeof HelloRequest>
export const HelloReply = z.object({
  ...common,
  epoch: z.int().min(1),
  lastN: z.int().min(0),
  /** HIMS itself, or a hospital's own server that stands for it. */
  server: z.enum(['hims', 'hub']).default('hims'),
  /** These came with schema 3; a HIMS from before says nothing of them. */
  accepts: Accepts.optional(),
  minSchema: z.int().min(1).optional(),
  limits: z.object({ mutations: z.int().min(1), bytes: z.int().min(1), rows: z.int().min(1) }).optional(),
  /** 32 bytes of HIMS's X25519 public key for what travels by hand, in lower-case hexadecimal. */
  bundleKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Said to hubs, and by them: a terminal takes a bundle key from a hub only with it. */
  bundleProof: BundleProof.optional(),
  /** The pharmacies that are asked for their rights: this terminal itself, or those of a hub's hospital. */
  tellRights: z.array(z.string().max(64)).max(1000).optional(),
  /** How many people this terminal's hospital holds; said to one that lacks much. */
  people: z.int().min(0).optional(),
  /** The last audit entry of this epoch that HIMS heard of: a log that was rewritten since has another one there. */
  auditHead: z.object({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
})
export type HelloReply = z.infer<typeof HelloReply>

/** POST /sync/v1/push: strictly in order of `n`; numbers already taken return their stored result. */
export const PushRequest = z.object({
  epoch: z.int().min(1),
  /** Each entry is a Mutation; one that HIMS can't read is answered `refused`, the others are applied. */
  mutations: z
    .array(z.looseObject({ n: z.int().min(1), id: MutationId }))
    .min(1)
    .max(500),
  /** The last entry of the terminal's audit log: a log that is cut short later shows by it. */
  audit: z.object({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
})
export type PushRequest = z.infer<typeof PushRequest>
export const PushReply = z.object({ ...common, lastN: z.int().min(0), results: z.array(MutationResult) })
export type PushReply = z.infer<typeof PushReply>

/** POST /sync/v1/pull: changes after `cursor`, in commit order, without a gap. */
export const PullRequest = z.object({ cursor: z.int().min(0), limit: z.int().min(1).max(5000) })
export type PullRequest = z.infer<typeof PullRequest>
export const PullReply = z.object({
  ...common,
  /** The terminal's last mutation that HIMS has taken; absent from a HIMS before schema 3. */
  lastN: z.int().min(0).optional(),
  changes: z.array(Change),
  next: z.int().min(0),
  more: z.boolean(),
  /** SHA-256 over the changes as sent, lower-case hexadecimal: a page cut short is never applied. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type PullReply = z.infer<typeof PullReply>

/** GET /sync/v1/poke?cursor=N waits up to 25 s for something newer. It carries no data: a lost poke does no harm. */
export const PokeReply = z.object({ ...common, cursor: z.int().min(0) })
export type PokeReply = z.infer<typeof PokeReply>

/** POST /sync/v1/lease: numbers and signed cards that only this terminal may use. Asking again with one id repeats the answer. */
export const LeaseRequest = z.object({
  id: MutationId,
  cards: z.int().min(0).max(500),
  /** Cards for five years instead of one. */
  permanent: z.int().min(0).max(500).default(0),
  tokens: z
    .array(z.object({ department: z.string().max(32), day: z.iso.date(), count: z.int().min(1).max(200) }))
    .max(60),
})
export type LeaseRequest = z.infer<typeof LeaseRequest>
export const LeaseReply = z.object({ ...common, cards: z.array(CardBlank), tokens: z.array(TokenBlock) })
export type LeaseReply = z.infer<typeof LeaseReply>

/** GET /sync/v1/card/:cardId: a person outside what this terminal holds; null where HIMS has none. */
export const LookupReply = z.object({ ...common, person: Person.nullable(), card: CardRecord.nullable() })
export type LookupReply = z.infer<typeof LookupReply>

/** Every refusal of `/sync/v1`, with the HTTP status beside it. */
export const SyncProblem = z.object({
  problem: z.enum([
    'bad-request',
    'unknown-code',
    'not-enrolled',
    'bad-signature',
    'gap',
    'fenced',
    'schema-too-old',
    'busy',
    'internal',
  ]),
  /** For `gap`: the number HIMS waits for. */
  expected: z.int().optional(),
  detail: z.string().max(500).optional(),
})
export type SyncProblem = z.infer<typeof SyncProblem>
