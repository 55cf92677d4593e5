import type { AuditAlarms } from './audit/audit-alarms.ts'
import type { CardKeys } from './issuer/card-keys.ts'
import type { IssuerWorld } from './issuer/issuer-world.ts'
import type { StatusListFor } from './status/status-list.ts'
import type { Incarnation } from './incarnation.ts'
import type { Commit } from './database/group-commit.ts'
import type { Engine } from './database/engine.ts'
import type { Store } from './database/schema.ts'
import type { Enrolment, EnrolmentPlan } from './terminal/enrolment.ts'
import type { TerminalNote } from './terminal/retire.ts'
import type { Hub } from './hub/hub.ts'
import type { HimsWorld } from './world.ts'
import type { Meter } from './health/meter.ts'
import type { NewsRoom } from './sync/news.ts'

/** A row that could not be loaded; `at` counts from 0 in what was given. */
export interface RefusedRow {
  readonly at: number
  readonly reason: string
}

export interface LoadReport {
  readonly loaded: number
  readonly refused: readonly RefusedRow[]
}

/** One HIMS over one database: what an administrator may do, and what the server needs. */
export interface Hims {
  /** Keeps `{table, row}` entries of `ChangeRow`'s shape, a batch a commit. */
  readonly load: (rows: Iterable<unknown> | AsyncIterable<unknown>) => Promise<LoadReport>
  /** Makes a one-time code for a terminal that is to be set up. */
  readonly createEnrolment: (plan: EnrolmentPlan) => Promise<Enrolment>
  /** Makes a bearer token for a FHIR client; HIMS keeps only its hash. Without scopes it may do everything. */
  readonly createClient: (name: string, scopes?: string | null) => Promise<{ readonly token: string }>
  /** Says that this database came back from a copy: terminals then compare with it afresh. */
  readonly declareRestored: () => Promise<void>
  readonly terminals: () => Promise<readonly TerminalNote[]>
  /** Ends a terminal for good and hands over its dispensing rights; false when there is none of that id. */
  readonly retire: (terminal: string) => Promise<boolean>
  /** A one-time code with which a terminal that lost its keystore gets its key back; null when HIMS keeps none for it. */
  readonly createRecovery: (terminal: string) => Promise<string | null>
  /** The keys that cards and the lists about them are signed with. */
  readonly cardKeys: CardKeys
  readonly close: () => Promise<void>
  readonly inside: HimsInside
}

/** For `himsServer` only. */
export interface HimsInside {
  readonly incarnation: Incarnation
  readonly engine: Engine
  readonly store: Store
  readonly commit: Commit
  readonly salt: string
  readonly world: HimsWorld
  readonly issuer: IssuerWorld
  readonly statusFor: StatusListFor
  readonly news: NewsRoom
  /** Null for HIMS itself. */
  readonly hub: Hub | null
  readonly auditAlarms: AuditAlarms
  readonly meter: Meter
}
