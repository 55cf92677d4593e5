import { remembered } from '../search/remembered.ts'
import type { Spelling } from './script.ts'

/** What the signs of one word became in another script: one piece, perhaps empty, for every sign. */
export type Pieces = readonly (readonly string[])[]

const MOST_SIGNS = 3

/** What is extra goes to the sign before it, so that the same thing is always learnt in the same place. */
const LATER = 0.05

const isVowel = (sound: string): boolean => 'aiu'.includes(sound)
const quiet: Readonly<Record<string, number>> = {
  a: 0.3,
  i: 0.6,
  u: 0.6,
  N: 1,
  D: 0.2,
  H: 0.5,
  h: 1.2,
  X: 0.2,
  y: 0.9,
  v: 1.5,
}
const near: Readonly<Record<string, number>> = {
  iy: 0.5,
  uv: 0.3,
  fp: 0.6,
  bv: 1,
  js: 1,
  nN: 0.3,
  mN: 0.5,
  aH: 0.3,
  hD: 3,
  ah: 1,
  sX: 0,
}

const apart = remembered((pair) => {
  const [left = '', right = ''] = pair
  if (left === right) return 0
  if (isVowel(left) && isVowel(right)) return 0.5
  return near[pair] ?? near[right + left] ?? 4
})

const alone = (sound: string): number => quiet[sound] ?? 3

/** Cuts the signs of the other word so that every sign gets what sounds like it; null where too much stays over. */
export function align(
  from: Spelling,
  signs: readonly string[],
  to: Spelling,
  others: readonly string[],
): Pieces | null {
  const heard = others.map((sign) => to.soundOf(sign)[0] ?? '?')
  const extra = heard.map(alone)
  let row = [0, ...others.map(() => Infinity)]
  const taken = signs.map((sign) => {
    const sound = from.soundOf(sign)
    const silent = alone(sound)
    const off = heard.map((each) => apart(sound + each))
    const lengths: number[] = []
    row = row.map((_, end) => {
      const [cost, length] = cheapest(row, end, silent, extra, off)
      lengths.push(length)
      return cost
    })
    return lengths
  })
  return (row[others.length] ?? Infinity) > 1.3 * signs.length ? null : piecesOf(taken, others)
}

/** The least cost of having used the other signs up to an end, and how many of them the last sign took. */
function cheapest(
  row: readonly number[],
  end: number,
  silent: number,
  extra: readonly number[],
  off: readonly number[],
): readonly [cost: number, length: number] {
  let cost = (row[end] ?? Infinity) + silent
  let taken = 0
  let all = 0
  let best = Infinity
  for (let length = 1; length <= Math.min(MOST_SIGNS, end); length += 1) {
    const at = end - length
    // The best sign of a piece stands for it and the others are extra; a sign further to the left is earlier.
    all += extra[at] ?? 0
    best = Math.min(best + LATER, (off[at] ?? 0) - (extra[at] ?? 0))
    const total = (row[at] ?? Infinity) + all + best
    if (total <= cost) {
      cost = total
      taken = length
    }
  }
  return [cost, taken]
}

function piecesOf(taken: readonly (readonly number[])[], others: readonly string[]): Pieces {
  const pieces: (readonly string[])[] = []
  let end = others.length
  for (const lengths of taken.toReversed()) {
    const length = lengths[end] ?? 0
    pieces.unshift(others.slice(end - length, end))
    end -= length
  }
  return pieces
}
