import type { z } from 'zod'

import type { StoreRoom } from '../../contract/shell.ts'
import { freeBytes, hasReserve, keepReserve, spendReserve } from './reserve.ts'

export type Room = z.infer<typeof StoreRoom>

/** Watches over the room on the disk and remembers what the last write came to. */
export interface DiskGuard {
  room(): Room
  /** True when there was a reserve to give up. */
  spend(): boolean
  /** Sets the reserve aside, in steps that hold nobody up, as long as `goesOn` says so. */
  keep(goesOn?: () => boolean): Promise<void>
  worked(): void
  failed(how: 'full' | 'unwritable'): void
}

/** A hospital's million people take some 500 MB, and a snapshot or a backup as much again: at this it is time to act. */
const LOW = 2 * 1024 ** 3
/** A day of one desk takes some 10 MB, its write-ahead log at most 40: what is open can surely be finished in this. */
const FINISH = 200 * 1024 ** 2

export function diskGuard(folder: string): DiskGuard {
  let spent = false
  let last: 'worked' | 'full' | 'unwritable' = 'worked'
  return {
    room() {
      if (last !== 'worked') return last
      const free = freeOr(folder)
      if (free < FINISH || (spent && !hasReserve(folder))) return 'finish'
      return free < LOW ? 'low' : 'ample'
    },
    spend() {
      spent = true
      return spendReserve(folder)
    },
    async keep(goesOn = () => true) {
      await keepReserve(folder, goesOn)
      if (goesOn()) spent = !hasReserve(folder)
    },
    worked: () => void (last = 'worked'),
    failed: (how) => void (last = how),
  }
}

function freeOr(folder: string): number {
  try {
    return freeBytes(folder)
  } catch {
    return 0
  }
}
