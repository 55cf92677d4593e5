import type { Commit } from '../database/group-commit.ts'
import { newestCursor } from '../database/counter.ts'
import type { Store } from '../database/schema.ts'
import { moment } from '../world.ts'
import { retryParked } from './parked.ts'

/** Tries what is parked again once something new is here, however it came. */
export interface ParkedKeeper {
  /** Something was committed. */
  readonly look: () => void
  readonly stop: () => void
}

interface World {
  readonly store: Store
  readonly commit: Commit
  readonly now: () => number
  readonly after: (milliseconds: number, run: () => void) => () => void
}

/** A burst of commits is looked at once. */
const SOON = 200

export function parkedKeeper({ store, commit, now, after }: World): ParkedKeeper {
  let cancel: (() => void) | null = null
  let stopped = false
  let seen = -1

  async function retry(): Promise<void> {
    const cursor = await newestCursor(store)
    if (cursor === seen || stopped) return
    const waiting = await store.selectFrom('parked').select('mutation').limit(1).executeTakeFirst()
    if (waiting !== undefined) await commit(1, (write) => retryParked(write, moment(now())))
    seen = cursor
  }
  return {
    look() {
      if (stopped) return
      cancel ??= after(SOON, () => {
        cancel = null
        // The next commit tries again; a database that cannot be read now says so to everybody who asks.
        retry().catch(() => undefined)
      })
    },
    stop() {
      stopped = true
      cancel?.()
    },
  }
}
