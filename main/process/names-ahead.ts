import { learnAhead } from '../../domain/name/learnt.ts'
import type { Timers } from '../service/world.ts'

/** The first moments belong to whoever waits for the page. */
const SETTLED = 2000
/** Between two parts, so that whoever asks meanwhile waits for one of them only. */
const BREATH = 100

/** Learns to spell names before the first clerk types one: it holds everything else up for a second in all. */
export function namesAhead({ after }: Timers): void {
  const parts = learnAhead.values()
  const next = (): void => {
    const { value: part, done } = parts.next()
    if (done === true) return
    part()
    after(BREATH, next)
  }
  after(SETTLED, next)
}
