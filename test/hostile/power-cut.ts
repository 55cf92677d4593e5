import { rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Acknowledged } from './power-case.ts'
import { faultOf } from './power-check.ts'
import { disk } from './power-disk.ts'
import type { Cut } from './power-disk.ts'
import { lay } from './power-session.ts'
import type { Recorded } from './power-session.ts'
import { scratch } from './scratch.ts'

const cuts: readonly Cut[] = ['dropped', 'kept', 'random', 'torn']

/** Small, fast and the same every time: mulberry32. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface PowerFound {
  readonly tried: number
  readonly faults: readonly string[]
}

/** Cuts the power at moments spread over a recorded session and starts a terminal on each disk that could be left. */
export function cutPower(recorded: Recorded, images: number, seed: number, done: () => void): PowerFound {
  const { session, folder, before, steps } = recorded
  const chance = chanceOf(seed)
  const platter = disk(before, (path) => path.startsWith(`${folder}/`))
  const place = scratch('power')
  const said: Acknowledged[] = []
  const faults: string[] = []
  let tried = 0
  try {
    for (const [at, step] of steps.entries()) {
      if (step.kind === 'call') platter.take(step.call)
      else said.push(step.what)
      // A fair share of the images for each step, whatever their ratio.
      const due = Math.floor(((at + 1) / steps.length) * images)
      for (; tried < due; tried++) {
        const cut = cuts[Math.floor(chance() * cuts.length)] ?? 'torn'
        lay(platter.image(cut, chance), folder, join(place, 'disk'))
        const fault = faultOf(session, join(place, 'disk'), said)
        if (fault !== null) faults.push(`${session}, step ${at} of ${steps.length}, ${cut}: ${fault}`)
        done()
      }
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
  return { tried, faults }
}
