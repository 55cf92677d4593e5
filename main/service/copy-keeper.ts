import type { CopyState } from '../../contract/sync.ts'
import { unreachable } from '../../domain/result.ts'
import { backUp } from '../store/backup.ts'
import type { BackupProblem } from '../store/backup.ts'
import type { Store } from '../store/store.ts'

export interface CopyWorld {
  /** Where copies are kept; null where nobody named a place. */
  readonly into: string | null
  readonly now: () => Date
  /** Lets others have their turn; false ends the copy. */
  readonly pause: () => Promise<boolean>
  readonly note: (deed: string, subject: string) => void
}

/** Copies a terminal's records, one copy at a time, by night and when a person asks. */
export interface CopyKeeper {
  readonly state: () => CopyState
  /** Ends when the copy does; at once when one is being made already. */
  readonly make: () => Promise<void>
}

export function copyKeeper(store: Store, { into, now, pause, note }: CopyWorld): CopyKeeper {
  let state: CopyState = { kind: 'idle' }
  return {
    state: () => state,
    async make() {
      if (state.kind === 'copying') return
      if (into === null || store.key === null) {
        state = { kind: 'failed', cause: 'no-folder' }
        return
      }
      const at = now()
      const progress = (done: number, of: number) => void (state = { kind: 'copying', done, of })
      progress(0, 0)
      try {
        const done = await backUp(store, { key: store.key, into, now: at, pause, progress })
        state = done.ok
          ? { kind: 'copied', at: at.toISOString(), folder: done.value.folder }
          : { kind: 'failed', cause: causeOf(done.problem) }
        note(done.ok ? 'store.backed-up' : 'store.not-backed-up', done.ok ? String(done.value.bytes) : done.problem)
      } catch (fault) {
        // What nobody foresaw goes to the log; the page must not wait for it for ever.
        state = { kind: 'failed', cause: 'unwritable' }
        throw fault
      }
    },
  }
}

function causeOf(problem: BackupProblem): Extract<CopyState, { readonly kind: 'failed' }>['cause'] {
  switch (problem) {
    case 'disk-full':
      return 'no-room'
    case 'unwritable':
    case 'stopped':
      return 'unwritable'
    case 'damaged':
      return 'damaged'
    default:
      return unreachable(problem)
  }
}
