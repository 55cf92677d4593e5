import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { randomFrom } from '../../build/demo/seed/random.ts'
import { scratch } from './scratch.ts'
import type { Kept, Proof } from './promise.ts'
import type { TrialEnd, TrialKind } from './restore/trial.ts'

/** So many restores befall one hospital before a new one is founded. */
const WARD = 12
/** Most of a trial is waiting. */
const SIDE_BY_SIDE = 3

interface Plan {
  readonly hub: boolean
  readonly kinds: readonly TrialKind[]
}

/** With a hub and without: each has its own ways back. */
const plans: readonly Plan[] = [
  { hub: false, kinds: ['copy', 'twin', 'hims'] },
  { hub: true, kinds: ['hub', 'hims', 'copy', 'twin'] },
]

export const restore: Proof = {
  title: 'terminals, hub and HIMS put back from old copies, and disks with two computers',
  usual: 60,
  run: async ({ scale, from = 0, progress }) => {
    const [{ foundWard }, { trial }] = await Promise.all([import('./restore/ward.ts'), import('./restore/trial.ts')])
    const folder = scratch('restore')
    const ends: TrialEnd[] = []
    const share = Math.min(WARD, Math.ceil(scale / plans.length))
    const ward = async (founded: number, trials: number): Promise<void> => {
      const { hub, kinds } = plans[founded % plans.length] ?? { hub: false, kinds: [] }
      const place = await foundWard(join(folder, String(founded)), hub, randomFrom(`ward ${founded}`).next)
      for (let at = 0; at < trials; at++) {
        const kind = kinds[at % kinds.length] ?? 'copy'
        const end = await trial(place, kind)
        const faults = [...end.wrong, ...end.lost.map((each) => `lost: ${each}`), ...end.doubled]
        for (const each of faults) console.error(`restore: ward ${founded}, ${kind}: ${each}`)
        ends.push(end)
        progress(ends.length, scale)
      }
      await place.close()
      rmSync(place.folder, { recursive: true, force: true })
    }
    try {
      const wards = Array.from({ length: Math.ceil(scale / share) }, (_, at) => at)
      const next = wards.values()
      const one = async (): Promise<void> => {
        for (const founded of next) {
          await ward(from + founded, Math.min(share, scale - founded * share))
        }
      }
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, one))
      return linesOf(ends)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function linesOf(ends: readonly TrialEnd[]): readonly Kept[] {
  const sum = (of: (end: TrialEnd) => number): number => ends.reduce((total, end) => total + of(end), 0)
  return [
    {
      promise: 'whoever comes back from a copy, or has a twin, is told at the first greeting',
      tried: sum(({ copies }) => copies),
      broken: sum(({ copies, told }) => copies - told),
    },
    { promise: 'no right that was spent is spent again', tried: ends.length, broken: sum(({ reused }) => reused) },
    {
      promise: 'nothing that was acknowledged is lost or doubled, and no number is given twice',
      tried: ends.length,
      broken: sum(({ lost, doubled }) => lost.length + doubled.length),
    },
    {
      promise: 'the way out leads to a terminal at work',
      tried: ends.length,
      broken: ends.filter(({ wrong }) => wrong.length > 0).length,
    },
  ]
}
