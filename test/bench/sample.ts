import type { Figure } from './figure.ts'
import { figure } from './figure.ts'

/** Milliseconds of each time that both sides did the same. */
export interface Samples {
  readonly ours: readonly number[]
  readonly peer: readonly number[]
}

export interface Sides<Item> {
  readonly ours: (item: Item) => unknown
  readonly peer: (item: Item) => unknown
  /** What has to be ready for both and is not timed. */
  readonly before?: (item: Item) => unknown
}

/**
 * Times both sides on one item after another and lets them take turns at going first, so that a machine that grows
 * busy or hot slows both alike. The first `warmUp` items are done once before and not counted.
 */
export async function duel<Item>(items: readonly Item[], warmUp: number, sides: Sides<Item>): Promise<Samples> {
  const ours: number[] = []
  const peer: number[] = []
  for (const item of items.slice(0, warmUp)) {
    await sides.before?.(item)
    await sides.ours(item)
    await sides.peer(item)
  }
  for (const [at, item] of items.entries()) {
    await sides.before?.(item)
    if (at % 2 === 1) peer.push(await timed(sides.peer, item))
    ours.push(await timed(sides.ours, item))
    if (at % 2 === 0) peer.push(await timed(sides.peer, item))
  }
  return { ours, peer }
}

async function timed<Item>(work: (item: Item) => unknown, item: Item): Promise<number> {
  const start = performance.now()
  await work(item)
  return performance.now() - start
}

/** The smallest sample that is not less than so great a share of all (the nearest-rank quantile). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('There is no quantile of nothing')
  return value
}

/** The middle and the slow end of both sides. */
export const timeFigures = (what: string, peerName: string, { ours, peer }: Samples): readonly Figure[] =>
  [0.5, 0.95].map((share) =>
    figure(`${what}, p${share * 100}`, 'ms', peerName, { ours: quantile(ours, share), peer: quantile(peer, share) }),
  )

/** How many of a hundred. */
export const percent = (cases: readonly boolean[]): number =>
  (100 * cases.filter((good) => good).length) / Math.max(1, cases.length)
