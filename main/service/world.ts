import type { Transport } from '../../sync/transport.ts'
import type { Trust } from '../../sync/trust.ts'
import type { TableName } from '../../domain/wire/table.ts'
import type { FillPlace } from '../process/fill.ts'
import type { FillThread } from '../process/fill-thread.ts'
import type { Hands, StoreSetting } from '../process/message.ts'

export interface Timers {
  /** Runs once after some milliseconds, unless the returned function is called before. */
  readonly after: (milliseconds: number, run: () => void) => () => void
}

/** Everything outside the terminal's brain: a test can put its own in place of each. */
export interface TerminalWorld {
  readonly setting: StoreSetting
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly hands: Hands
  /** Tells the pages something, by a name of the role's event table. */
  readonly tell: (name: string, payload: unknown) => void
  readonly timers: Timers
  /** The way to HIMS at an address, and by what it is known to be HIMS. */
  readonly transport: (address: string, trust: Trust) => Transport
  /** Starts a thread that takes in what HIMS has; without one it is done between two questions. */
  readonly fill?: (place: FillPlace, kept: (tables: ReadonlySet<TableName>) => void) => FillThread
  readonly report: (fault: unknown, where: string) => void
  /** The key of the records came back: whoever has a keystore keeps it, wrapped. */
  readonly keyRecovered?: (key: Uint8Array) => void
}
