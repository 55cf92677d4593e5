import type { Grey } from '../frame.ts'
import type { IsLate } from '../late.ts'
import { align } from './align.ts'
import { equalise } from './equalise.ts'
import type { Lesson } from './equalise.ts'
import type { Layout } from './layout.ts'
import { closer, middlesOf, sampleLattice } from './lattice.ts'
import type { Lattice } from './lattice.ts'
import type { Quad } from './quad.ts'
import { readGrid } from './read-grid.ts'

/** Below this, what was found is no symbol, or not of this size. */
const LEAST_FIT = 0.45
const ROUNDS = 5
const DAMPING = 0.01
const LEAST_CHANGES = 3

/** A symbol in a picture, with its samples. */
export interface Sampled {
  readonly quad: Quad
  readonly lattice: Lattice
}

/** The symbol whose corners are roughly known; null when there is none of this size. */
export function sampleSymbol(picture: Grey, rough: Quad, layout: Layout, isLate: IsLate): Sampled | null {
  const { quad, fit } = align(picture, rough, layout, isLate)
  return fit < LEAST_FIT ? null : sampledAt(picture, quad, layout)
}

/** One that is aligned already. */
export const sampledAt = (picture: Grey, quad: Quad, layout: Layout): Sampled => ({
  quad,
  lattice: sampleLattice(picture, quad, layout.side),
})

/** Reads what a plain look could not, in the light of a far neighbourhood and of a near one. */
export const readBothWays = (lattice: Lattice, layout: Layout, isLate: IsLate): string | null =>
  readLattice(lattice, layout, isLate) ?? (isLate() ? null : readLattice(closer(lattice), layout, isLate))

/** First as it is; then, each time, the patterns and what could be decided so far teach how to see the rest. */
export function readLattice(lattice: Lattice, layout: Layout, isLate: IsLate): string | null {
  let grid = middlesOf(lattice)
  let reading = readGrid(grid, layout)
  for (let round = 0; round < ROUNDS && reading.text === null && !isLate(); round++) {
    const next = equalise(lattice, lessonOf(grid, reading.sure, layout), DAMPING)
    // Nothing more will be learnt from decisions that stay as they are.
    if (changes(grid, next) < LEAST_CHANGES) return null
    grid = next
    reading = readGrid(grid, layout)
  }
  return reading.text
}

function lessonOf(grid: Float32Array, sure: Int8Array, { known }: Layout): Lesson {
  const wanted = new Float32Array(grid.length)
  const trust = new Float32Array(grid.length)
  for (let at = 0; at < grid.length; at++) {
    const certain = known[at] === 0 ? (sure[at] ?? 0) : (known[at] ?? 0)
    const guess = Math.max(-1, Math.min(1, 1.5 * (grid[at] ?? 0)))
    wanted[at] = certain === 0 ? Math.sign(guess) : certain
    trust[at] = certain === 0 ? Math.abs(guess) : 2
  }
  return { wanted, trust }
}

function changes(one: Float32Array, other: Float32Array): number {
  let count = 0
  for (let at = 0; at < one.length; at++) if ((one[at] ?? 0) > 0 !== (other[at] ?? 0) > 0) count++
  return count
}
