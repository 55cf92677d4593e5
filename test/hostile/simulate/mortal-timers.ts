import type { Timers } from '../../../main/service/world.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Timers of a machine that may fall. For the fallen no time passes: what they wait for while they are cleared away comes at once. */
export const mortalTimers = ({ after }: Pick<VirtualTime, 'after'>, alive: () => boolean): Timers => ({
  after: (milliseconds, run) => (alive() ? after(milliseconds, () => alive() && run()) : atOnce(run)),
})

function atOnce(run: () => void): () => void {
  let cancelled = false
  queueMicrotask(() => {
    if (!cancelled) run()
  })
  return () => void (cancelled = true)
}
