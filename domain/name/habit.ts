/** How usual a row of signs is, by those that a table has: the logarithm of how likely it is. */
export type Habit = (signs: readonly string[]) => number

interface Seen {
  all: number
  readonly after: Map<string, number>
}

const EDGE = '#'

/** Learns what stands after two signs; what never stood after two is told by the one before, then alone. */
export function habitOf(rows: readonly (readonly string[])[]): Habit {
  const seen = new Map<string, Seen>()
  const count = (before: string, sign: string) => {
    const row = seen.get(before) ?? { all: 0, after: new Map<string, number>() }
    row.all += 1
    row.after.set(sign, (row.after.get(sign) ?? 0) + 1)
    seen.set(before, row)
  }
  const each = (signs: readonly string[], tell: (two: string, one: string, sign: string) => void) => {
    const whole = [EDGE, EDGE, ...signs, EDGE]
    for (let at = 2; at < whole.length; at += 1) {
      const one = whole[at - 1] ?? EDGE
      tell(`${whole[at - 2] ?? EDGE} ${one}`, one, whole[at] ?? EDGE)
    }
  }
  for (const signs of rows) {
    each(signs, (two, one, sign) => {
      for (const before of [two, one, '']) count(before, sign)
    })
  }
  const chance = (before: string, sign: string, wider: number): number => {
    const row = seen.get(before)
    if (row === undefined) return wider
    const kinds = row.after.size
    return ((row.after.get(sign) ?? 0) + kinds * wider) / (row.all + kinds)
  }
  return (signs) => {
    let sum = 0
    each(signs, (two, one, sign) => {
      sum += Math.log(chance(two, sign, chance(one, sign, chance('', sign, 0.001))))
    })
    return sum
  }
}
