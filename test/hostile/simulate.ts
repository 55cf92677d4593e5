import type { Kept, Proof, Trial } from './promise.ts'
import { runAll } from './simulate/flock.ts'
import type { Mood } from './simulate/run-state.ts'
import type { RunPlan, RunReport } from './simulate/run.ts'

/** Steps of one hospital's story; a new one begins with the next seed. */
const STEPS = 1000
/** One story in so many is told twice. */
const TOLD_TWICE = 25

/** Stories that together have so many steps; a seed alone stands for one of all of them. */
function plansFor({ scale, seed, from = 1 }: Trial, mood: Mood): readonly RunPlan[] {
  if (seed !== undefined) return [{ seed, steps: scale, mood }]
  const steps = Math.min(STEPS, scale)
  return Array.from({ length: Math.ceil(scale / steps) }, (_, at) => ({ seed: from + at, steps, mood }))
}

async function tell(name: string, trial: Trial, mood: Mood): Promise<readonly RunReport[]> {
  const plans = plansFor(trial, mood)
  const again = trial.seed === undefined ? plans.filter((_, at) => at % TOLD_TWICE === 0) : []
  const reports: RunReport[] = []
  let steps = 0
  await runAll([...plans, ...again], (report) => {
    reports.push(report)
    steps += report.steps
    trial.progress(steps, trial.scale)
    if (report.wrong.length === 0) return
    console.error(`npm run prove -- ${name} --seed ${report.seed} --scale ${report.steps}`)
    for (const line of report.wrong.slice(0, 5)) console.error(`  ${line.slice(0, 1000)}`)
  })
  return reports
}

const isLate = (what: string): boolean => what.startsWith('healed only') || what.startsWith('never healed')
const sumOf = (reports: readonly RunReport[], of: (report: RunReport) => number): number =>
  reports.reduce((sum, report) => sum + of(report), 0)

function keptBy(reports: readonly RunReport[], promises: readonly [string, string, string]): readonly Kept[] {
  const [kept, healed, same] = promises
  const bySeed = Map.groupBy(reports, ({ seed }) => seed)
  const twice = [...bySeed.values()].filter(({ length }) => length > 1)
  const all = [
    {
      promise: kept,
      tried: sumOf(reports, ({ steps }) => steps),
      broken: sumOf(reports, ({ wrong }) => wrong.filter((what) => !isLate(what)).length),
    },
    { promise: healed, tried: reports.length, broken: reports.filter(({ wrong }) => wrong.some(isLate)).length },
    {
      promise: same,
      tried: twice.length,
      broken: twice.filter((told) => new Set(told.map(({ trace }) => trace)).size > 1).length,
    },
  ]
  return all.filter(({ tried }) => tried > 0)
}

const SAME = 'A seed tells the same story again'
const HEALED = 'Thirty seconds after the last trouble nothing waits and every place has every row'

/** A hospital of real terminals, its own server and HIMS, under one seed, held against a plain model. */
export const simulate: Proof = {
  title: 'nothing told is lost, doubled or forged in a simulated hospital’s bad days',
  usual: 4000,
  run: async (trial) =>
    keptBy(await tell('simulate', trial, 'all'), [
      'In a hospital’s bad days all that was told is kept once, and nothing else',
      HEALED,
      SAME,
    ]),
}

/** The same hospital with clocks that jump by hours, to 1970, to 2038 and ten years on. */
export const clock: Proof = {
  title: 'no clock refuses a write or wins against a later word',
  usual: 2000,
  run: async (trial) =>
    keptBy(await tell('clock', trial, 'clock'), [
      'Whatever the clocks say, no write is refused, all is kept once, and the later word holds',
      HEALED,
      SAME,
    ]),
}
