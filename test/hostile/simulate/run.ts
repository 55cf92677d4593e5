import { chanceOf } from './chance.ts'
import { simHospital } from './hospital.ts'
import { heal, isHealed, judge } from './judge.ts'
import { emptyModel } from './model.ts'
import { oneStep } from './steps.ts'
import type { Run } from './steps.ts'
import { virtualTime } from './virtual-time.ts'

export interface RunReport {
  readonly seed: number
  readonly steps: number
  /** Simulated milliseconds from the last mended line until all was told; null when thirty seconds were not enough. */
  readonly healed: number | null
  readonly wrong: readonly string[]
}

const START = Date.parse('2026-11-22T03:30:00.000Z')
/** What is promised. */
const HEALS_WITHIN = 30_000
/** Looked at for longer, to tell slow from never. */
const NEVER = 600_000

/** One hospital's bad days under one seed; the same seed does the same things. */
export async function simulate(seed: number, steps: number, folder: string): Promise<RunReport> {
  const time = virtualTime(START)
  const chance = chanceOf(seed)
  const pharmacies = 1 + chance.whole(3)
  const hospital = await simHospital({ folder, time, chance, desks: 2 + chance.whole(4), pharmacies })
  const run: Run = { hospital, model: emptyModel(), time, chance }
  try {
    for (let step = 0; step < steps; step++) await oneStep(run)
    await heal(run)
    const mended = time.now()
    const inTime = await time.until(() => isHealed(run), HEALS_WITHIN)
    const healed = inTime ? time.now() - mended : null
    const ever = inTime || (await time.until(() => isHealed(run), NEVER))
    const wrong = [
      ...(inTime ? [] : [ever ? `healed only after ${time.now() - mended} ms` : 'never healed']),
      ...(await judge(run)),
    ]
    return { seed, steps, healed, wrong }
  } finally {
    await hospital.close()
  }
}
