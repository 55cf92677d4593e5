/** The number above one and up to another that most powers of two divide. */
export function roundest(above: number, upTo: number): number {
  for (let step = 2 ** 40; step > 1; step /= 2) {
    const number = Math.floor(upTo / step) * step
    if (number > above) return number
  }
  return upTo
}

/** Whoever begins anywhere is led by one small page and one larger one to where everybody else goes on. */
const STEPS = [256, 4096] as const

/**
 * Where a page ends that could hold the rows from `first` up to `last`. Terminals come back with cursors of their own; if
 * each page were as full as can be, no two terminals would ever ask for the same.
 */
export function pageEnd(cursor: number, first: number, last: number): number {
  for (const step of STEPS) {
    const next = (Math.floor((first - 1) / step) + 1) * step
    if (cursor % step !== 0 && next <= last) return next
  }
  return roundest(first - 1, last)
}
