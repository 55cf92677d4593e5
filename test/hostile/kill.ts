import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

import { randomFrom } from '../../build/demo/seed/random.ts'
import type { TownEnd, TownPlan } from './kill/town.ts'
import type { Kept, Proof } from './promise.ts'
import { scratch } from './scratch.ts'

/** So many kills before everything is put right and looked at. */
const TOWN = 150
/** Under this a run is for `npm test`, which has no time to wait for a slow machine. */
const SMALL = 60
const SMALL_TIME = 4000
const CONTROL = 4

export const kill: Proof = {
  title: 'kill -9 of terminals, hub and HIMS at named points and at random, over a line that fails',
  usual: 1000,
  run: async ({ scale, from = 1, progress }) => {
    const [{ bundle }, { town }] = await Promise.all([import('./kill/bundle.ts'), import('./kill/town.ts')])
    const folder = scratch('kill')
    const points = new Map<string, number>()
    let kills = 0
    const bundled = await bundle()
    const interrupt = { came: false }
    const endEarly = (): void => void (interrupt.came = true)
    process.once('SIGINT', endEarly)
    try {
      const killed = (point: string): void => {
        points.set(point, (points.get(point) ?? 0) + 1)
        progress(++kills, scale)
      }
      const plans = plansFor(scale, from, { bundled, folder, killed, interrupt })
      const ends: TownEnd[] = []
      const next = plans.values()
      const one = async (): Promise<void> => {
        for (const plan of next) {
          if (interrupt.came) break
          ends.push(await town(plan))
          rmSync(plan.folder, { recursive: true, force: true })
        }
      }
      const control = town({
        ...planAt(0, CONTROL, { bundled, folder, killed: () => {}, interrupt }),
        hasty: true,
        late: () => false,
        terminals: 1,
        newcomers: false,
      })
      const sideBySide = Math.max(1, Math.floor(availableParallelism() / 2))
      await Promise.all(Array.from({ length: sideBySide }, one))
      say(points, ends)
      return linesOf(ends, await control)
    } finally {
      rmSync(folder, { recursive: true, force: true })
      bundled.remove()
      process.off('SIGINT', endEarly)
    }
  },
}

interface Common extends Pick<TownPlan, 'killed' | 'folder' | 'bundled'> {
  /** Somebody does not want to wait any longer: what was killed so far is healed and judged. */
  readonly interrupt: { readonly came: boolean }
}

const planAt = (at: number, kills: number, { interrupt, ...common }: Common): TownPlan => {
  const until = { at: Number.POSITIVE_INFINITY }
  return {
    ...common,
    folder: join(common.folder, `town-${at}`),
    kills,
    people: kills > SMALL ? 600 : 60,
    terminals: kills > SMALL ? 3 : 2,
    newcomers: true,
    hub: at % 2 === 1,
    hasty: false,
    random: randomFrom(`town ${at}`).next,
    // Counted from the first look, which comes when the terminals are at work.
    late() {
      if (interrupt.came || kills > SMALL) return interrupt.came
      until.at = Math.min(until.at, performance.now() + SMALL_TIME)
      return performance.now() > until.at
    },
  }
}

function plansFor(scale: number, from: number, common: Common): readonly TownPlan[] {
  const towns = Math.max(1, Math.round(scale / TOWN))
  return Array.from({ length: towns }, (_, at) => planAt(from + at, Math.ceil(scale / towns), common))
}

function say(points: ReadonlyMap<string, number>, ends: readonly TownEnd[]): void {
  for (const [point, count] of [...points].toSorted(([one], [other]) => one.localeCompare(other)))
    console.log(`  ${String(count).padStart(6)}  ${point}`)
  const lines = new Map<string, number>()
  for (const end of ends) for (const [fault, count] of end.lines) lines.set(fault, (lines.get(fault) ?? 0) + count)
  console.log(`  the line: ${[...lines].map(([fault, count]) => `${fault} ${count}`).join(', ')}`)
  for (const end of ends) {
    for (const each of [...end.wrong.slice(0, 6), ...end.lost.slice(0, 6), ...end.doubled.slice(0, 6)])
      console.error(`kill: ${each}`)
  }
}

function linesOf(ends: readonly TownEnd[], control: TownEnd): readonly Kept[] {
  const sum = (of: (end: TownEnd) => number): number => ends.reduce((total, end) => total + of(end), 0)
  const kills = sum((end) => end.kills)
  const slowest = Math.max(...ends.map(({ healed }) => healed))
  return [
    {
      promise: `after a kill nothing that was called saved is lost (${sum(({ saved }) => saved)} records)`,
      tried: kills,
      broken: sum(({ lost }) => lost.length),
    },
    { promise: 'nor is anything there twice', tried: kills, broken: sum(({ doubled }) => doubled.length) },
    {
      promise: `all is sent, whole and the same everywhere within 30 s (${(slowest / 1000).toFixed(1)} s at most)`,
      tried: kills,
      broken: sum(({ wrong }) => wrong.length),
    },
    {
      promise: `the same check finds what a terminal loses that says saved too early (${control.lost.length} records)`,
      tried: 1,
      broken: control.lost.length > 0 ? 0 : 1,
    },
  ]
}
