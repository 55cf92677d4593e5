import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

import type { Kept, Proof, Trial } from './promise.ts'
import { CHUNK, promises } from './card-strike.ts'
import type { Tally } from './card-strike.ts'

async function run({ scale, from = 0, progress }: Trial): Promise<readonly Kept[]> {
  const chunks = Math.ceil(scale / CHUNK)
  const sums = promises.map(() => ({ tried: 0, broken: 0 }))
  let [next, done] = [0, 0]
  const take = () => {
    if (next >= chunks) return null
    const at = next++
    return [from + at, Math.min(CHUNK, scale - at * CHUNK)] as const
  }
  const add = (tallies: readonly Tally[]) => {
    for (const [at, { tried, broken }] of tallies.entries()) {
      const sum = sums[at]
      if (sum === undefined) continue
      sum.tried += tried
      sum.broken += broken
      done += tried
    }
    progress(done, scale)
  }
  await Promise.all(Array.from({ length: Math.min(chunks, availableParallelism()) }, () => work(take, add)))
  return promises.map((promise, at) => ({ promise, tried: sums[at]?.tried ?? 0, broken: sums[at]?.broken ?? 1 }))
}

/** One thread that takes chunk after chunk; it keeps nothing between them, so memory does not grow with the scale. */
async function work(take: () => readonly [number, number] | null, add: (tallies: readonly Tally[]) => void) {
  const worker = new Worker(new URL('card-worker.ts', import.meta.url))
  try {
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        const task = take()
        if (task === null) resolve()
        else worker.postMessage(task)
      }
      worker.on('message', (tallies: readonly Tally[]) => {
        add(tallies)
        go()
      })
      worker.on('error', reject)
      go()
    })
  } finally {
    await worker.terminate()
  }
}

export const card: Proof = {
  title: 'forged, changed, spliced, foreign, expired and revoked cards are never believed',
  usual: 1_000_000,
  run,
}
