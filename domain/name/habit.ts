import { mixed } from './mixed.ts'

/** How usual a row of signs is, by those that a table has: the logarithm of how likely it is. */
export type Habit = (signs: readonly string[]) => number

const EDGE = '#'
/** How many signs before one are looked at. */
const LOOKS_BACK = 3
/** How likely a sign is that no word has. */
const UNSEEN = 0.001

/** Learns what stands after three signs; what never stood after three is told by the two before, and so on. */
export function habitOf(rows: readonly (readonly string[])[]): Habit {
  const numbers = new Map<string, number>()
  /** How often each row of signs was met, how often anything stood after it, and how many different signs did. */
  const met = new Map<number, number>()
  const followed = new Map<number, number>()
  const kinds = new Map<number, number>()
  const more = (table: Map<number, number>, key: number) => void table.set(key, (table.get(key) ?? 0) + 1)
  const numbered = (signs: readonly string[]): readonly number[] => [
    ...Array.from({ length: LOOKS_BACK }, () => 0),
    ...[...signs, EDGE].map((sign) => numbers.get(sign) ?? -1),
  ]
  for (const signs of rows) {
    for (const sign of [...signs, EDGE]) if (!numbers.has(sign)) numbers.set(sign, numbers.size + 1)
    const whole = numbered(signs)
    for (let at = LOOKS_BACK; at < whole.length; at += 1) {
      for (const before of contexts(whole, at)) {
        const key = mixed(before, whole[at] ?? 0)
        if (!met.has(key)) more(kinds, before)
        more(met, key)
        more(followed, before)
      }
    }
  }
  return (signs) => {
    const whole = numbered(signs)
    let sum = 0
    for (let at = LOOKS_BACK; at < whole.length; at += 1) {
      sum += Math.log(
        contexts(whole, at).reduce((wider, before) => {
          const all = followed.get(before)
          if (all === undefined) return wider
          const different = kinds.get(before) ?? 0
          return ((met.get(mixed(before, whole[at] ?? 0)) ?? 0) + different * wider) / (all + different)
        }, UNSEEN),
      )
    }
    return sum
  }
}

/** Numbers of what stands before a place: nothing, one sign, two, three. */
function contexts(whole: readonly number[], at: number): readonly number[] {
  let key = LOOKS_BACK
  const keys = [key]
  for (let back = 1; back <= LOOKS_BACK; back += 1) {
    key = mixed(key + back, whole[at - back] ?? 0)
    keys.push(key)
  }
  return keys
}
