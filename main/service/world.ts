import type { Transport } from '../../sync/transport.ts'
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
  /** The way to HIMS at an address. */
  readonly transport: (hims: string) => Transport
  readonly report: (fault: unknown, where: string) => void
}
