import type { Store } from './schema.ts'

/** What a database can fail at without anyone having made a mistake; the work it refused can be sent again. */
export type StorageFault = 'full' | 'busy'

/** A database that keeps what it has acknowledged through a power cut. */
export interface Engine {
  readonly kind: 'sqlite' | 'postgres'
  readonly store: Store
  /**
   * One durable transaction that owns the right to write from its first statement on. When it fails with a fault, it may
   * have been kept all the same: a connection can break after the commit and before the word of it.
   */
  readonly transact: <Value>(work: (store: Store) => Promise<Value>) => Promise<Value>
  readonly faultOf: (error: unknown) => StorageFault | null
  /** How much room the database takes. */
  readonly bytes: () => Promise<number>
  /** How much more it could take; null where that isn't known from here. */
  readonly room: () => Promise<number | null>
  readonly close: () => Promise<void>
}
