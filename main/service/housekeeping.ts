import { badPages } from '../store/page-check.ts'
import type { Store } from '../store/store.ts'
import type { TerminalWorld } from './world.ts'

/** The first moments belong to whoever waits for the page. */
const SETTLED = 3000
/** Between two steps of work that nobody waits for, in milliseconds. */
const BREATH = 10

export interface HouseWorld extends Pick<TerminalWorld, 'timers' | 'report' | 'setting'> {
  /** A page of the file is no longer what was written. */
  readonly damaged: (pages: readonly number[]) => void
}

/** What a terminal does for its own store in the background; the returned function ends it. */
export function housekeeping({ timers, report, setting, damaged }: HouseWorld, store: Store): () => void {
  let ended = false
  let stop = () => {}
  const pause = (): Promise<boolean> =>
    new Promise((resolve) => {
      const cancel = timers.after(BREATH, () => resolve(!ended))
      stop = () => {
        cancel()
        resolve(false)
      }
    })
  const work = async (): Promise<void> => {
    await store.guard.keep()
    const bad = ended || setting.key === null ? [] : await badPages(store, setting.key, pause)
    if (!ended && bad.length > 0) damaged(bad)
  }
  stop = timers.after(SETTLED, () => {
    work().catch((fault: unknown) => report(fault, 'housekeeping'))
  })
  return () => {
    ended = true
    stop()
  }
}
