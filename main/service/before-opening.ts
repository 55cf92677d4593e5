import { beginNewEpoch } from '../store/new-epoch.ts'
import { finishRekey } from '../store/rekey.ts'
import { restoreBackup } from '../store/restore.ts'
import { openStore } from '../store/store.ts'
import { takeUnsent } from '../store/unsent-copy.ts'
import type { TerminalWorld } from './world.ts'

/** What an administrator asked for at this start: the end of a rotation, a copy put back. Gives the key that opens the records. */
export function beforeOpening(world: TerminalWorld): Uint8Array | null {
  const { folder, key, nextKey = null, restore = null } = world.setting
  if (key === null) return null
  const opening = nextKey === null ? key : finishRekey({ folder, key, next: nextKey })
  if (restore !== null) putBack(world, opening, restore)
  return opening
}

/** A restored terminal has forgotten: rights of the old epoch are dropped before anybody can use them. */
function putBack({ setting, now, random, report }: TerminalWorld, key: Uint8Array, from: string): void {
  const { folder, role, backup } = setting
  const done = restoreBackup({ folder, from, key, now: now() })
  if (!done.ok) return report(new Error(`Not restored: ${done.problem}`), 'restore')
  const opened = openStore({ folder, key, role, seed: random(32) })
  if (!opened.ok) return
  const store = opened.value
  store.database.transaction(() => {
    takeUnsent(store, backup?.unsent ?? '')
    beginNewEpoch(store, now().toISOString())
  })()
  store.close()
}
