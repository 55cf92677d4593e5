import { rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Acknowledged, PowerSession } from './power-case.ts'
import { faultOf } from './power-check.ts'
import { disk } from './power-disk.ts'
import type { Cut } from './power-disk.ts'
import { lay, record, scratch } from './power-session.ts'
import type { Recorded } from './power-session.ts'
import type { Kept, Proof } from './promise.ts'

const cuts: readonly Cut[] = ['dropped', 'kept', 'random', 'torn']

type Cuttable = Exclude<PowerSession, 'disk'>

/** Shares of all images, in percent. */
const shares: Readonly<Record<Cuttable, number>> = {
  work: 40,
  migrate: 12,
  backup: 14,
  rekey: 14,
  rescue: 8,
  normal: 12,
}

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
export function cutPower(recorded: Recorded, images: number, done: () => void): PowerFound {
  const { session, folder, before, steps } = recorded
  const chance = chanceOf(7)
  const platter = disk(before, (path) => path.startsWith(`${folder}/`))
  const place = scratch()
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

const promises: Readonly<Record<Cuttable, string>> = {
  work: 'a power cut takes nothing that was acknowledged while people register, medicines are given and HIMS is read',
  migrate: 'nor while the database is brought to a new version',
  backup: 'nor while a backup runs, and a backup called done is whole',
  rekey: 'nor while the key is changed',
  rescue: 'nor while damaged records are set aside',
  normal: 'the same check finds what synchronous=NORMAL loses',
}

export const power: Proof = {
  title: 'cuts the power under a working store: un-synced writes kept, dropped, torn',
  usual: 2000,
  run: async ({ scale, progress }) => {
    const kept: Kept[] = []
    let done = 0
    for (const session of ['work', 'migrate', 'backup', 'rekey', 'rescue', 'normal'] as const) {
      // Enough that a control which should lose does, whatever the luck.
      const least = session === 'normal' ? 40 : 4
      const images = Math.max(least, Math.round((scale * shares[session]) / 100))
      const recorded = record(session, Math.min(120, 12 + Math.floor(scale / 100)))
      const { tried, faults } = cutPower(recorded, images, () => progress(++done, scale))
      if (session === 'normal') {
        kept.push({
          promise: `${promises.normal} (${faults.length} of ${tried})`,
          tried: 1,
          broken: faults.length > 0 ? 0 : 1,
        })
        continue
      }
      for (const fault of faults.slice(0, 10)) console.error(fault)
      kept.push({ promise: promises[session], tried, broken: faults.length })
    }
    return kept
  },
}
