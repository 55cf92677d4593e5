import { z } from 'zod'

import { CardAnswer } from '../domain/card/card-answer.ts'
import { ForeignAnswer } from '../domain/foreign-code/foreign-answer.ts'
import { Facility } from '../domain/hospital/facility.ts'
import { JobId, OperatorId } from '../domain/id.ts'
import { Language } from '../domain/language.ts'
import { Person } from '../domain/person/person.ts'
import { PackSeen } from '../domain/pharmacy/pack.ts'
import { PrinterKind } from '../domain/print/document.ts'
import { DeviceHealth, NotSentReason } from '../domain/print/outcome.ts'
import { LONGEST_SCAN } from '../domain/scan/scan-event.ts'
import { TerminalRole } from '../domain/wire/sync.ts'
import { TableName } from '../domain/wire/table.ts'
import { channel } from './channel.ts'
import { scannerChannels, scannerEvents } from './scanner.ts'
import { syncChannels } from './sync.ts'

/** How the link to HIMS stands. */
export const Link = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connecting') }),
  z.strictObject({ kind: z.literal('online'), lastAnswer: z.iso.datetime() }),
  z.strictObject({
    kind: z.literal('offline'),
    since: z.iso.datetime(),
    nextTry: z.iso.datetime(),
    /** `not-hims`: something answered that isn't HIMS, such as a captive portal's HTML. */
    cause: z.enum(['unreachable', 'not-hims', 'busy']),
    /** For `not-hims`, how it showed, for whoever looks after the network: docs/sync-protocol.md. */
    reason: z.string().max(32).optional(),
  }),
  z.strictObject({ kind: z.literal('not-enrolled'), cause: z.enum(['no-code', 'unknown-code', 'unreachable']) }),
  /** HIMS refuses this terminal's version or identity; a person has to act, the desk works on. */
  z.discriminatedUnion('cause', [
    z.strictObject({ kind: z.literal('refused'), cause: z.enum(['update-needed', 'fenced', 'not-enrolled']) }),
    /** A FHIR server that cannot do what a terminal needs: docs/fhir-transport.md. */
    z.strictObject({
      kind: z.literal('refused'),
      cause: z.literal('unfit'),
      /** In English, for whoever looks after the server. */
      lacks: z.array(z.string().max(200)).max(100).readonly(),
    }),
  ]),
])
export type Link = z.infer<typeof Link>

/** How much more the disk takes: `finish` is what is kept for ending open work, `unwritable` a read-only or failing disk. */
export const StoreRoom = z.enum(['ample', 'low', 'finish', 'full', 'unwritable'])

/** What was carried over when damaged records were set aside. */
export const StoreRescue = z.strictObject({
  at: z.iso.datetime(),
  /** Records for HIMS that were saved from the damaged file. */
  carried: z.int().min(0),
  /** Numbers of records for HIMS that could not be read any more. */
  lost: z.array(z.int()),
  /** True when the newest records may be missing without leaving a number behind. */
  tail: z.boolean(),
})
export type StoreRescue = z.infer<typeof StoreRescue>

/** Whether this computer's own data can be used. */
export const StoreState = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    room: StoreRoom,
    /** Null after a day, or when nothing ever had to be saved. */
    rescue: StoreRescue.nullable(),
  }),
  z.strictObject({ kind: z.literal('opening') }),
  z.strictObject({
    kind: z.literal('closed'),
    cause: z.enum(['wrong-key', 'no-key', 'disk-full', 'unwritable', 'newer-schema', 'damaged', 'in-use']),
  }),
])
export type StoreState = z.infer<typeof StoreState>

export const PrintJob = z.strictObject({
  id: JobId,
  printer: PrinterKind,
  document: z.enum([
    'token-slip',
    'medicine-label',
    'owed-slip',
    'stock-slip',
    'scheme-list',
    'wristband',
    'card',
    'large-card',
    'sticker-sheet',
    'card-letter',
    'shift-report',
    'shift-page',
    'staff-badge',
  ]),
  /** What a person calls it: the token, the card's short code, the medicine. */
  title: z.string(),
  copy: z.int(),
  queuedAt: z.iso.datetime(),
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('queued') }),
    z.strictObject({ kind: z.literal('sending'), since: z.iso.datetime() }),
    z.strictObject({ kind: z.literal('printed'), at: z.iso.datetime() }),
    z.strictObject({ kind: z.literal('not-sent'), reason: NotSentReason, at: z.iso.datetime() }),
    z.strictObject({ kind: z.literal('uncertain'), at: z.iso.datetime() }),
    /** A person looked and said so. */
    z.strictObject({ kind: z.literal('settled'), came: z.boolean(), at: z.iso.datetime() }),
  ]),
})
export type PrintJob = z.infer<typeof PrintJob>

export const Runtime = z.strictObject({
  name: z.enum(['electron', 'host']),
  /** Versions by component: electron, chrome, node, app. */
  versions: z.record(z.string(), z.string()),
  /** What this runtime cannot do, by stable key; empty on Electron. */
  limits: z.array(z.string()),
})
export type Runtime = z.infer<typeof Runtime>

export const Session = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('locked') }),
  z.strictObject({
    kind: z.literal('unlocked'),
    operator: OperatorId,
    name: z.string(),
    /** A supervisor stood by and put their PIN to the next deed that only a supervisor does. */
    word: z.strictObject({ operator: OperatorId, name: z.string() }).optional(),
  }),
])
export type Session = z.infer<typeof Session>

export const TerminalStatus = z.strictObject({
  role: TerminalRole,
  /** `Counter 7`; empty before enrolment. */
  label: z.string(),
  facility: Facility.nullable(),
  language: Language,
  store: StoreState,
  link: Link,
  session: Session,
  /** Records that HIMS has not yet acknowledged. */
  waiting: z.int().min(0),
  /** Records that HIMS refused, kept here with the reason. */
  refused: z.int().min(0),
  /** When this terminal last took everything HIMS had. */
  dataAsOf: z.iso.datetime().nullable(),
  /** True while the first copy of the hospital's data is still coming. */
  filling: z.boolean(),
  people: z.int().min(0),
  /** How many there will be once it has come; null before HIMS has said. */
  peopleTotal: z.int().min(0).nullable(),
  devices: z.array(DeviceHealth),
  /** Today's work at this terminal. */
  served: z.int().min(0),
  /** Almost no room left on the disk: new work may be refused soon. */
  diskLow: z.boolean(),
  /** The list of cards that are no longer good: when HIMS last vouched for it; null before the first has come. */
  cardList: z.strictObject({ asOf: z.iso.datetime().nullable(), seq: z.int().min(0) }),
})
export type TerminalStatus = z.infer<typeof TerminalStatus>

/** What a scan means for a member of staff. */
export const ScanAnswer = z.strictObject({
  card: CardAnswer,
  /** The person the card points to; null when the card is genuine and the record is not here yet. */
  person: Person.nullable(),
  /** The QR of a token slip or a wristband points to a person too, without proving anything. */
  source: z.enum(['card', 'slip', 'band', 'other']),
  /** When the answer came from a device rather than from a page: the device's name. */
  device: z.string().nullable(),
  /** When the text was somebody else's code: an ABHA card, Aadhaar and the like. */
  identity: ForeignAnswer.nullable().default(null),
  /** At a pharmacy, when the text was the code of a pack of medicine. */
  pack: PackSeen.optional(),
  /** HIMS has found this card at two hospitals in less time than the way takes: one of the two is a copy. */
  seenFarApart: z.literal(true).optional(),
})
export type ScanAnswer = z.infer<typeof ScanAnswer>

/** Somebody of the staff, as they are chosen from a list. */
export const Colleague = z.strictObject({ id: OperatorId, name: z.string() })
export type Colleague = z.infer<typeof Colleague>

const Pin = z.string().regex(/^[0-9]{4,8}$/)

/** What came of a PIN; after a row of wrong ones nobody's is looked at until a moment. */
export const PinAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unlocked'), name: z.string() }),
  z.strictObject({ kind: z.literal('wrong'), triesLeft: z.int().min(0) }),
  z.strictObject({ kind: z.literal('wait'), until: z.iso.datetime() }),
])
export type PinAnswer = z.infer<typeof PinAnswer>

const holder = { operator: OperatorId, name: z.string() }

/** What a staff badge does when it is shown. */
export const BadgeAnswer = z.discriminatedUnion('kind', [
  /** Whose it is; their PIN is asked. */
  z.strictObject({ kind: z.literal('named'), ...holder }),
  /** They stepped away a moment ago and are back. */
  z.strictObject({ kind: z.literal('unlocked'), ...holder }),
  /** It is the badge of whoever works here right now. */
  z.strictObject({ kind: z.literal('at-work'), ...holder }),
  /** Withdrawn, not of this terminal's staff, or not a badge of this hospital. */
  z.strictObject({ kind: z.literal('refused') }),
])
export type BadgeAnswer = z.infer<typeof BadgeAnswer>

const BadgeDeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('ask-supervisor') }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('not-saved'), cause: z.literal('disk-full') }),
])

const nothing = z.strictObject({})

/** Asked by every role's page, locked or not. */
export const shell = {
  'terminal.status': channel(nothing, TerminalStatus),
  'terminal.about': channel(nothing, Runtime),
  'terminal.language': channel(z.strictObject({ language: Language }), nothing),
  /** A supervisor's one-time code brings the key of this computer's records back from HIMS. */
  'terminal.recover': channel(
    z.strictObject({ code: z.string().min(6).max(64) }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('recovered') }),
      z.strictObject({ kind: z.literal('refused'), cause: z.enum(['unknown-code', 'unreachable', 'wrong-key']) }),
    ]),
  ),
} as const

/** Asked by pages that staff use. */
export const staffShell = {
  ...shell,
  ...scannerChannels,
  ...syncChannels,
  'session.operators': channel(nothing, z.array(Colleague)),
  'session.unlock': channel(z.strictObject({ operator: OperatorId, pin: Pin }), PinAnswer),
  /** A badge that a scanner typed into a page; one that a device read is told as `badge`. Null for any other code. */
  'session.badge': channel(z.strictObject({ text: z.string().max(4096) }), BadgeAnswer.nullable()),
  /** Who may open what wrong PINs have locked, and give their word for a deed. */
  'session.supervisors': channel(nothing, z.array(Colleague)),
  /** A supervisor's PIN takes somebody's wrong tries back. */
  'session.forgive': channel(z.strictObject({ operator: OperatorId, supervisor: OperatorId, pin: Pin }), PinAnswer),
  /** A supervisor's PIN stands for the next deed here that only a supervisor does. */
  'session.vouch': channel(z.strictObject({ supervisor: OperatorId, pin: Pin }), PinAnswer),
  /** Prints a new badge for somebody; the one they had opens nothing from then on. Supervisors and administrators only. */
  'badge.print': channel(z.strictObject({ operator: OperatorId }), BadgeDeed),
  'badge.withdraw': channel(z.strictObject({ operator: OperatorId }), BadgeDeed),
  'session.lock': channel(nothing, nothing),
  'print.recent': channel(nothing, z.array(PrintJob)),
  /** A person says whether an uncertain paper came out. `came: false` prints a copy marked DUPLICATE. */
  'print.settle': channel(z.strictObject({ job: JobId, came: z.boolean() }), nothing),
  /** Sends again what surely did not reach the paper. */
  'print.retry': channel(z.strictObject({ job: JobId }), nothing),
  /** The paper as it was drawn: a PNG, or null where there is none (cards). */
  'print.preview': channel(z.strictObject({ job: JobId }), z.instanceof(Uint8Array).nullable()),
  /** A code read by this page's camera or by a scanner that types. */
  'scan.text': channel(
    z.strictObject({ text: z.string().max(LONGEST_SCAN), source: z.enum(['camera', 'wedge']) }),
    ScanAnswer,
  ),
} as const

/** Told to every page. */
export const shellEvents = {
  status: TerminalStatus,
  /** Rows of these tables changed in the store: read again what you show. */
  changed: z.strictObject({ tables: z.array(TableName) }),
} as const

export const staffEvents = {
  ...shellEvents,
  ...scannerEvents,
  scanned: ScanAnswer,
  badge: BadgeAnswer,
  print: PrintJob,
} as const
