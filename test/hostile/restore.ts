import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { randomFrom } from '../../build/demo/seed/random.ts'
import type { Kept, Proof } from './promise.ts'
import type { TrialEnd, TrialKind } from './restore/trial.ts'

/** So many restores befall one hospital before a new one is founded. */
const WARD = 12

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
  run: async ({ scale, progress }) => {
    const [{ foundWard }, { trial }] = await Promise.all([import('./restore/ward.ts'), import('./restore/trial.ts')])
    const folder = mkdtempSync(join(tmpdir(), 'restore-'))
    const ends: TrialEnd[] = []
    try {
      for (let founded = 0; ends.length < scale; founded++) {
        const { hub, kinds } = plans[founded % plans.length] ?? { hub: false, kinds: [] }
        const random = randomFrom(`ward ${founded}`).next
        const place = await foundWard(join(folder, String(founded)), hub, random)
        const share = Math.min(WARD, Math.ceil(scale / plans.length), scale - ends.length)
        for (let at = 0; at < share; at++) {
          const kind = kinds[at % kinds.length] ?? 'copy'
          const end = await trial(place, kind)
          for (const each of [...end.wrong, ...end.lost, ...end.doubled]) console.error(`restore: ${kind}: ${each}`)
          ends.push(end)
          progress(ends.length, scale)
        }
        await place.close()
        rmSync(place.folder, { recursive: true, force: true })
      }
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
