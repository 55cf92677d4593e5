import { chanceOf } from './chance.ts'
import { watchDisks } from './disk.ts'
import { simHospital } from './hospital.ts'
import { judge } from './judge.ts'
import { laterWins } from './later-wins.ts'
import { emptyModel } from './model.ts'
import { unhealed } from './replica.ts'
import type { Mood, Run } from './run-state.ts'
import { oneStep } from './steps.ts'
import { traceTo } from './trace.ts'
import { heal } from './trouble.ts'
import { virtualTime } from './virtual-time.ts'

export interface RunPlan {
  readonly seed: number
  readonly steps: number
  readonly mood: Mood
  /** The seed's own where it is not said. */
  readonly pace?: number
}

export interface RunReport extends Omit<RunPlan, 'pace'> {
  /** Deeds that somebody was told are done. */
  readonly done: number
  /** Exchanges over the lines. */
  readonly exchanges: number
  /** Simulated milliseconds from the last mended line until all was told; null when thirty seconds were not enough. */
  readonly healed: number | null
  readonly wrong: readonly string[]
  /** The same for the same seed. */
  readonly trace: string
}

const START = Date.parse('2026-11-22T03:30:00.000Z')
const PACES = [1, 0.4, 0.15, 0.06, 0.06]
/** What is promised. */
const HEALS_WITHIN = 30_000
/** Looked at for longer, to tell slow from never. */
const NEVER = 90_000

watchDisks()

/** One hospital's bad days under one seed; the same seed does the same things. */
export async function simulate(plan: RunPlan, folder: string, trace = traceTo()): Promise<RunReport> {
  const { seed, steps, mood } = plan
  const time = virtualTime(START)
  const chance = chanceOf(seed)
  const [desks, pharmacies, kiosks] = [1 + chance.whole(3), 1 + chance.whole(3), chance.whole(2)]
  const hospital = await simHospital({ folder, time, chance, trace, desks, pharmacies, kiosks })
  const pace = plan.pace ?? chance.one(PACES)
  const run: Run = { hospital, model: emptyModel(), time, chance, mood, pace }
  try {
    for (let step = 0; step < steps; step++) await oneStep(run)
    await heal(run)
    const mended = time.now()
    const left = await untilHealed(run, HEALS_WITHIN, 500)
    const healed = left === null ? time.now() - mended : null
    const still = left === null ? null : await untilHealed(run, NEVER, 10_000)
    const late = still === null ? `healed only after ${time.now() - mended} ms: ${left}` : `never healed: ${still}`
    if (mood === 'clock') await laterWins(run)
    const wrong = [...(left === null ? [] : [late]), ...(await judge(run))]
    const { done } = run.model
    return { seed, steps, mood, done, exchanges: trace.exchanges(), healed, wrong, trace: trace.digest() }
  } finally {
    await hospital.close()
  }
}

/** Null once all is told; else what was not when the time was over. */
async function untilHealed(run: Run, within: number, every: number): Promise<string | null> {
  for (let passed = 0; ; passed += every) {
    const left = await unhealed(run)
    if (left === null || passed >= within) return left
    await run.time.pass(every)
  }
}
