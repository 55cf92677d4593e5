import { isDiskFull } from '../store/cause.ts'
import { withReserve } from '../store/reserve-work.ts'
import { pruning } from '../store/working-set.ts'
import type { Store } from '../store/store.ts'
import type { TerminalWorld } from './world.ts'

/** The first moments belong to whoever waits for the page. */
const SETTLED = 1500
/** Between two steps, in milliseconds. */
const BREATH = 10
/** While so much waits to be sent nothing is removed at all. */
const MUCH_WAITS = 500

/** Removes what a terminal need not hold any more, step by step; the returned function ends it, because somebody works. */
export function pruneAtStart({ timers, now, report }: Pick<TerminalWorld, 'timers' | 'now' | 'report'>, store: Store) {
  const work = pruning(store.database, now())
  let stop = () => {}
  let ended = false
  const end = (): void => {
    if (ended) return
    ended = true
    stop()
    const { guests, visits, numbers, sent } = work.soFar()
    if (guests + visits + numbers + sent === 0) return
    const subject = `${guests} guests, ${visits} visits, ${numbers} numbers, ${sent} sent`
    const note = { at: now().toISOString(), operator: null, deed: 'store.pruned', subject }
    withReserve(store, () => store.database.transaction(() => store.audit.note(note))())
  }
  const step = (): void => {
    try {
      const { outbox } = store
      const tooMuch = outbox.count('waiting') + outbox.count('refused') > MUCH_WAITS
      if (!tooMuch && work.step()) stop = timers.after(BREATH, step)
      else end()
    } catch (fault) {
      ended = true
      // A full disk has no room even for less; the next start tries again.
      if (!isDiskFull(fault)) report(fault, 'prune')
    }
  }
  stop = timers.after(SETTLED, step)
  return end
}
