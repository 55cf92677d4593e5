import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { postgresServer } from '../fake/postgres-server.ts'
import { figure } from './figure.ts'
import type { Figure, Size } from './figure.ts'
import { pushRun } from './push/run.ts'
import type { Outcome, Plan } from './push/run.ts'

const peerName = 'bare Fastify + better-sqlite3, FULL, a transaction a request'

type Load = Pick<Plan, 'terminals' | 'mutations' | 'sizes' | 'ahead' | 'players'>

const loads: Readonly<Record<Size, { readonly single: Load; readonly batch: Load }>> = {
  full: {
    single: { terminals: 200, mutations: 100, sizes: [1, 1], ahead: true, players: 2 },
    batch: { terminals: 200, mutations: 500, sizes: [50, 200], ahead: true, players: 2 },
  },
  tiny: {
    single: { terminals: 4, mutations: 5, sizes: [1, 1], ahead: true, players: 1 },
    batch: { terminals: 4, mutations: 60, sizes: [10, 30], ahead: true, players: 1 },
  },
}

/** Terminals that push to HIMS over HTTP, every request signed, one in ten sent twice, every answer durable. */
export async function hims(size: Size): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-hims-'))
  const postgres = size === 'full' ? await postgresServer() : null
  try {
    const { single, batch } = loads[size]
    const plain = {
      single: await pushRun({ ...single, server: ['serve-plain.ts', join(folder, 'single.db')] }),
      batch: await pushRun({ ...batch, server: ['serve-plain.ts', join(folder, 'batch.db')] }),
    }
    const figures: Figure[] = []
    const engines = postgres === null ? (['sqlite'] as const) : (['sqlite', 'postgres'] as const)
    for (const engine of engines) {
      const run = async (name: string, load: Load): Promise<Outcome> => {
        const database =
          engine === 'postgres' && postgres !== null
            ? await postgres.createDatabase()
            : `sqlite:${join(folder, `hims-${name}.db`)}`
        return pushRun({ ...load, server: ['serve.ts', database, String(load.terminals), join(folder, 'key')] })
      }
      figures.push(...figuresOf(`${engine}, singly`, await run('single', single), plain.single))
      figures.push(...figuresOf(`${engine}, in batches`, await run('batch', batch), plain.batch))
    }
    return figures
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export function figuresOf(how: string, ours: Outcome, peer: Outcome): readonly Figure[] {
  const pair = (measure: string, unit: string, of: (outcome: Outcome) => number): Figure =>
    figure(`${how}: ${measure}`, unit, peerName, { ours: of(ours), peer: of(peer) })
  return [
    pair('pushes a second', '1/s', ({ pushesPerSecond }) => pushesPerSecond),
    pair('mutations a second', '1/s', ({ mutationsPerSecond }) => mutationsPerSecond),
    pair('answer, p50', 'ms', ({ p50 }) => p50),
    pair('answer, p95', 'ms', ({ p95 }) => p95),
    pair('answer, p99', 'ms', ({ p99 }) => p99),
    pair('slowest client over median', '×', ({ slowestOverMedian }) => slowestOverMedian),
    pair('mutations for a second of the server’s processor', '1/s', ({ perProcessorSecond }) => perProcessorSecond),
    pair('doubled', 'rows', ({ doubled }) => doubled),
    pair('lost', 'rows', ({ lost }) => lost),
    pair('answers that were not what they should be', 'answers', ({ failed }) => failed),
  ]
}
