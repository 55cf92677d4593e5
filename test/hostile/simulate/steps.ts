import { chancesOf } from './deck.ts'
import type { Run } from './run-state.ts'

/** One thing happens, and some time passes. */
export async function oneStep(run: Run): Promise<void> {
  await chancesOf(run.mood)(run.chance)(run)
  // Some deeds fall into the same moment, and now and then nobody does anything for a while.
  if (!run.chance.yes(0.5 * run.pace)) return
  await run.time.pass(run.chance.yes(0.02) ? run.chance.real() * 20_000 : run.chance.real() * 150)
}
