import { isDeepStrictEqual } from 'node:util'

import type { Note, Store, TerminalTable } from '../database/schema.ts'
import type { Incoming } from '../record/record-store.ts'

/** Why HIMS sets a mutation aside; each is a sentence a supervisor can look up. */
export type Refusal =
  | 'not-yet'
  | 'role-may-not'
  | 'other-terminal'
  | 'already-exists'
  | 'unknown-person'
  | 'card-not-leased'
  | 'card-differs'
  | 'unknown-card'
  | 'card-may-not'
  | 'token-not-leased'
  | 'token-taken'
  | 'unknown-right'
  | 'right-not-held'
  | 'right-differs'
  | 'over-right'
  | 'wrong-medicine'
  | 'already-one'
  | 'already-linked'
  | 'unknown-link'
  | 'unknown-review'
  | 'already-decided'
  | 'wrong-choice'
  | 'not-of-a-hub'
  | 'wrong-sum'
  | 'changed-meanwhile'
  | 'not-of-a-directory'
  | 'other-hospital'
  | 'fact-misnamed'
  | 'contradicts'

export type Outcome =
  | { readonly kind: 'applied'; readonly note: Note | null }
  | { readonly kind: 'refused'; readonly reason: Refusal }

export const applied: Outcome = { kind: 'applied', note: null }
/** Applied, with a word to the terminal about what became of it. */
export const appliedAs = (note: Note): Outcome => ({ kind: 'applied', note })
/** What a deed speaks of has not reached HIMS; `earlier`: something about the same right waits before it. */
export interface Waits {
  readonly kind: 'waits'
  readonly for: 'right' | 'prescription' | 'person' | 'card' | 'visit' | 'earlier'
  /** Its id. */
  readonly wanted: string
}
export const waits = (table: Waits['for'], wanted: string): Waits => ({ kind: 'waits', for: table, wanted })

export const refused = (reason: Refusal): Outcome => ({ kind: 'refused', reason })

/** A mutation at work: in whose name, in which transaction, at what moment of HIMS's clock. */
export interface Applying {
  readonly store: Store
  readonly terminal: TerminalTable
  readonly at: string
}

/** The same, where all that counts of who did it is which rights they hold; those of no hospital here are none's terminal. */
export type ByBearer = Omit<Applying, 'terminal'> & {
  readonly terminal: Pick<TerminalTable, 'id' | 'epoch'> & { readonly facility?: string }
}

export type Keep<Known> = { readonly row: Known; readonly incoming: Incoming }

/** What is there already: the same again changes nothing, as when two servers hear of one deed; anything else is refused. */
export const alreadyKept = (before: object | undefined, row: object): Outcome =>
  isDeepStrictEqual(before, row) ? applied : refused('already-exists')
