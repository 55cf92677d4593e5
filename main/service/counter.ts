import type { z } from 'zod'

import type { BadgeAnswer, TerminalStatus } from '../../contract/shell.ts'
import type { CardId } from '../../domain/id.ts'
import type { BadgeDesk } from './badge-desk.ts'
import type { Bench } from './bench.ts'
import type { BatchRunner } from './card-batch-run.ts'
import type { PersonFinder } from './person-elsewhere.ts'
import type { RightDesk } from './right-desk.ts'
import type { ScannerDesk } from './scanner-desk.ts'
import type { SessionKeeper } from './session.ts'
import type { Spool } from './spool.ts'
import type { SyncDesk } from './sync-desk.ts'

/** What the handlers of every role have at hand. */
export interface Counter {
  readonly bench: Bench
  readonly session: SessionKeeper
  readonly badges: BadgeDesk
  /** Tells the pages that a badge was shown. */
  readonly badgeShown: (answer: BadgeAnswer) => void
  readonly spool: Spool
  readonly scanners: ScannerDesk
  readonly sync: SyncDesk
  readonly status: () => z.infer<typeof TerminalStatus>
  readonly statusChanged: () => void
  /** Asks HIMS in the background for a card that is not known here. */
  readonly lookUp: (card: CardId) => void
  readonly find: PersonFinder
  readonly rights: RightDesk
  /** Works off what was ordered for many people. */
  readonly batches: BatchRunner
}
