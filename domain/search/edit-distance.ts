/**
 * How many slips of the finger part two words: a letter too many, too few or wrong, or two neighbours that changed
 * places (Damerau's four, as optimal string alignment).
 */
export function editDistance(left: string, right: string): number {
  let older: readonly number[] = []
  let old: readonly number[] = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      now.push(
        Math.min(
          (old[column] ?? 0) + 1,
          (now[column - 1] ?? 0) + 1,
          (old[column - 1] ?? 0) + (same ? 0 : 1),
          row > 1 && column > 1 && swapped ? (older[column - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    older = old
    old = now
  }
  return old[right.length] ?? 0
}

/** 0 to 1: the share of the longer word that is as it should be. */
export const editLikeness = (left: string, right: string): number =>
  1 - editDistance(left, right) / Math.max(1, left.length, right.length)
