import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { pushRun } from './push/run.ts'
import type { Outcome } from './push/run.ts'

const peerName = 'bare Fastify + better-sqlite3, FULL, a transaction a request'
const sizes = {
  full: { terminals: 50, mutations: 2000 },
  tiny: { terminals: 3, mutations: 60 },
} as const

/** Terminals that were cut off for days come back at once, each with all it did; `scale` is how many. */
export async function storm(size: Size, scale: number = sizes[size].terminals): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-storm-'))
  const load = {
    terminals: scale,
    mutations: sizes[size].mutations,
    sizes: [200, 200],
    ahead: false,
    players: 2,
  } as const
  try {
    const hims = ['serve.ts', `sqlite:${join(folder, 'hims.db')}`, String(scale), join(folder, 'key')] as const
    const ours = await pushRun({ ...load, server: hims })
    const peer = await pushRun({ ...load, server: ['serve-plain.ts', join(folder, 'plain.db')] })
    const pair = (measure: string, unit: string, of: (outcome: Outcome) => number): Figure =>
      figure(`${scale} terminals, ${load.mutations} records each: ${measure}`, unit, peerName, {
        ours: of(ours),
        peer: of(peer),
      })
    return [
      pair('drained', 's', ({ seconds }) => seconds),
      pair('mutations a second', '1/s', ({ mutationsPerSecond }) => mutationsPerSecond),
      pair('answers of 500 and above', 'answers', ({ serverErrors }) => serverErrors),
      pair('slowest client over median', '×', ({ slowestOverMedian }) => slowestOverMedian),
      pair('doubled', 'rows', ({ doubled }) => doubled),
      pair('lost', 'rows', ({ lost }) => lost),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
