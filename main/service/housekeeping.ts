import type { Store } from '../store/store.ts'
import type { TerminalWorld } from './world.ts'

/** The first moments belong to whoever waits for the page. */
const SETTLED = 3000

/** What a terminal does for its own store in the background; the returned function ends it. */
export function housekeeping({ timers, report }: Pick<TerminalWorld, 'timers' | 'report'>, store: Store): () => void {
  return timers.after(SETTLED, () => {
    store.guard.keep().catch((fault: unknown) => report(fault, 'reserve'))
  })
}
