/** How alike two texts are, 0 to 1: Jaro's measure with Winkler's bonus for a common start. */
export function similarity(left: string, right: string): number {
  if (left === right) return 1
  const jaro = jaroOf(left, right)
  let start = 0
  while (start < 4 && start < left.length && left[start] === right[start]) start += 1
  return jaro + start * 0.1 * (1 - jaro)
}

function jaroOf(left: string, right: string): number {
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1)
  const taken = new Set<number>()
  const ours: string[] = []
  for (let place = 0; place < left.length; place += 1) {
    const letter = left[place] ?? ''
    const last = Math.min(right.length - 1, place + reach)
    for (let other = Math.max(0, place - reach); other <= last; other += 1) {
      if (taken.has(other) || right[other] !== letter) continue
      taken.add(other)
      ours.push(letter)
      break
    }
  }
  if (ours.length === 0) return 0
  const theirs = [...taken].toSorted((before, after) => before - after).map((place) => right[place])
  const swapped = ours.filter((letter, place) => letter !== theirs[place]).length / 2
  return (ours.length / left.length + ours.length / right.length + (ours.length - swapped) / ours.length) / 3
}
