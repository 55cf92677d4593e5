import type { Store } from './schema.ts'

/** What a database can fail at without anyone having made a mistake; the work it refused can be sent again. */
export type StorageFault = 'full' | 'busy'

/** A database that keeps what it has acknowledged through a power cut. */
export interface Engine {
  readonly store: Store
  /** One durable transaction that owns the right to write from its first statement on. */
  readonly transact: <Value>(work: (store: Store) => Promise<Value>) => Promise<Value>
  readonly faultOf: (error: unknown) => StorageFault | null
  readonly close: () => Promise<void>
}
