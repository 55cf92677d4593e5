import type { Lattice } from './lattice.ts'
import type { Layout } from './layout.ts'

/** What the last frames showed of one symbol, one on top of the other: grain fades, and a reflection wanders. */
export interface Memory {
  /** Lays a frame on the ones before, and gives all of them together; null while there is but one. */
  readonly add: (lattice: Lattice, layout: Layout) => Lattice | null
  readonly forget: () => void
}

/** Below this two frames show different cards. */
const LEAST_LIKENESS = 0.3
/** From then on the oldest fade. */
const MOST_FRAMES = 6

export function frameMemory(): Memory {
  let kept: { readonly lattice: Lattice; readonly version: number; readonly frames: number } | null = null
  return {
    add(lattice, { version }) {
      const before = kept?.version === version && likeness(kept.lattice, lattice) > LEAST_LIKENESS ? kept.lattice : null
      const frames = before === null ? 1 : (kept?.frames ?? 0) + 1
      const share = 1 / Math.min(frames, MOST_FRAMES)
      const values = before === null ? lattice.values : laidOver(before.values, lattice.values, share)
      kept = { lattice: { ...lattice, values }, version, frames }
      return before === null ? null : kept.lattice
    },
    forget() {
      kept = null
    },
  }
}

/** Extremes count less: a reflection is far lighter than any paper. */
const laidOver = (before: Float32Array, now: Float32Array, share: number): Float32Array =>
  before.map((value, at) => (1 - share) * value + share * Math.max(-2.2, Math.min(2.2, now[at] ?? 0)))

function likeness({ values: one }: Lattice, { values: other }: Lattice): number {
  let product = 0
  let squares = 0
  let otherSquares = 0
  for (let at = 0; at < one.length; at++) {
    const [left, right] = [one[at] ?? 0, other[at] ?? 0]
    product += left * right
    squares += left * left
    otherSquares += right * right
  }
  return product / Math.sqrt(Math.max(1e-9, squares * otherSquares))
}
