import { backupsIn } from '../store/backup.ts'
import { badPages } from '../store/page-check.ts'
import { withReserve } from '../store/reserve-work.ts'
import type { Store } from '../store/store.ts'
import { unsentCopy } from '../store/unsent-copy.ts'
import { copyKeeper } from './copy-keeper.ts'
import type { CopyKeeper } from './copy-keeper.ts'
import type { TerminalWorld } from './world.ts'

/** The first moments belong to whoever waits for the page. */
const SETTLED = 3000
/** Between two steps of work that nobody waits for, in milliseconds. */
const BREATH = 2
const HOUR = 3_600_000
/** What was saved is on the second medium so soon after. */
const COPIED = 1000

export interface HouseWorld extends Pick<TerminalWorld, 'timers' | 'report' | 'setting' | 'now' | 'random'> {
  /** A page of the file is no longer what was written. */
  readonly damaged: (pages: readonly number[]) => void
}

export interface Housekeeping {
  /** Something waits for HIMS. */
  readonly saved: () => void
  readonly copies: CopyKeeper
  readonly close: () => void
}

/** What a terminal does for its own store in the background: reserve, page and audit check, nightly copy. */
export function housekeeping(world: HouseWorld, store: Store): Housekeeping {
  const { timers, report, setting, now } = world
  const { folder: into = null, unsent = null } = setting.backup ?? {}
  const copy = unsent === null ? null : unsentCopy(store, unsent, world.random)
  const waiting = new Map<string, () => void>()
  let pauses = 0
  let ended = false

  const later = (name: string, milliseconds: number, work: () => Promise<void>): void => {
    if (ended || waiting.has(name)) return
    const cancel = timers.after(milliseconds, () => {
      waiting.delete(name)
      work().catch((fault: unknown) => {
        // A store that closes breaks off whatever was under way; only what happens before that is a fault.
        if (!ended) report(fault, name)
      })
    })
    waiting.set(name, cancel)
  }
  const pause = (): Promise<boolean> =>
    new Promise((resolve) => {
      if (ended) return resolve(false)
      // A check and a copy may both take their breath.
      const name = `pause ${(pauses += 1)}`
      const cancel = timers.after(BREATH, () => {
        waiting.delete(name)
        resolve(!ended)
      })
      waiting.set(name, () => {
        cancel()
        resolve(false)
      })
    })
  const note = (deed: string, subject: string): void => {
    if (ended) return
    withReserve(store, () => store.audit.note({ at: now().toISOString(), operator: null, deed, subject }))
  }
  const copies = copyKeeper(store, { into, now, pause, note })

  const check = async (): Promise<void> => {
    await store.guard.keep(() => !ended)
    const bad = ended || store.key === null ? [] : await badPages(store, store.key, pause)
    if (!ended && bad.length > 0) return world.damaged(bad)
    const broken = ended ? null : await store.audit.check(pause)
    if (!ended && broken !== null) report(new Error(`The audit log does not follow at entry ${broken}`), 'audit')
    await nightly()
  }
  const nightly = async (): Promise<void> => {
    if (ended || into === null || store.key === null) return
    const today = now().toISOString().slice(0, 10).replaceAll('-', '')
    const [last] = backupsIn(into)
    if (last === undefined || dayOf(last) !== today) await copies.make()
    later('backup', HOUR, nightly)
  }
  later('housekeeping', SETTLED, check)
  return {
    copies,
    saved() {
      if (copy !== null) later('unsent', COPIED, async () => void copy.update())
    },
    close() {
      ended = true
      for (const cancel of waiting.values()) cancel()
      waiting.clear()
      copy?.update()
    },
  }
}

/** `20261122` of `…/terminal-20261122T050000000Z`. */
const dayOf = (folder: string): string => folder.slice(folder.lastIndexOf('terminal-') + 9).slice(0, 8)
