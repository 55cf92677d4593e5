import { hexOf } from '../domain/card/bytes.ts'
import { newestCursor, passNumber } from './database/counter.ts'
import type { Commit } from './database/group-commit.ts'
import type { Store } from './database/schema.ts'
import type { HimsWorld } from './world.ts'

/** Which life of the database this is: it begins anew when the file comes back from a copy. */
export interface Incarnation {
  readonly name: () => string
  /** Begins a new life whatever the cursors say: an administrator brought the copy back. */
  readonly declare: () => Promise<void>
  /**
   * A terminal has seen changes up to a cursor. One that HIMS hasn't given out yet proves that the file is an older copy;
   * numbering then goes on above it, so that no terminal takes a new change for one it has.
   */
  readonly seen: (cursor: number) => Promise<void>
  /** Looks whether another HIMS over the same database began a new life. */
  readonly look: (store: Store) => Promise<void>
}

/** A terminal that claims more than this is at fault itself. */
const FARTHEST = 1_000_000_000

/** `begun` does what else a new life needs, in the same commit. */
export function incarnationOf(
  first: string,
  commit: Commit,
  { random }: HimsWorld,
  begun: (store: Store) => Promise<void>,
): Incarnation {
  let name = first
  const begin = async (needed: (store: Store) => Promise<boolean>): Promise<void> => {
    const next = hexOf(random(16))
    const changed = await commit(1, async (store) => {
      if (!(await needed(store))) return false
      await store.updateTable('hims').set({ incarnation: next }).execute()
      await begun(store)
      return true
    })
    if (changed) name = next
  }
  return {
    name: () => name,
    look: async (store) => {
      const known = await store.selectFrom('hims').select('incarnation').executeTakeFirst()
      name = known?.incarnation ?? name
    },
    declare: () => begin(async () => true),
    seen: (cursor) =>
      begin(async (store) => {
        const newest = await newestCursor(store)
        if (cursor <= newest || cursor - newest > FARTHEST) return false
        await passNumber(store, 'cursor', cursor)
        return true
      }),
  }
}
