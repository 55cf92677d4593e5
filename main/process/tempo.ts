/** How much is done at once while people work: as much as takes them some milliseconds at most. */
export interface Tempo {
  /** So many rows the next time. */
  readonly rows: () => number
  /** So many took so long, commit and all, in milliseconds. */
  readonly took: (rows: number, milliseconds: number) => void
}

/** Nobody at a counter waits longer than this for a step to end, in milliseconds. */
const GOAL = 5
const FIRST = 40
const FEWEST = 16
const MOST = 400

export function tempo(): Tempo {
  let rows = FIRST
  return {
    rows: () => Math.round(rows),
    took(count, milliseconds) {
      if (count === 0) return
      const fit = (count * GOAL) / Math.max(milliseconds, 0.1)
      // Quicker down than up: one step that took long says more than one that did not.
      rows = Math.max(FEWEST, Math.min(MOST, fit < rows ? (rows + 2 * fit) / 3 : rows * 1.1))
    },
  }
}
