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

function apart(left: string, right: string): number {
  if (left === right) return 0
  if (isVowel(left) && isVowel(right)) return 0.5
  return near[left + right] ?? near[right + left] ?? 4
}

const alone = (sound: string): number => quiet[sound] ?? 3

const costs = new Map<string, number>()

/** `piece` has a letter for each sign. */
function cost(sound: string, piece: string): number {
  const key = sound + piece
  const before = costs.get(key)
  if (before !== undefined) return before
  const fresh = freshCost(sound, piece)
  costs.set(key, fresh)
  return fresh
}

/** How far a sign's sound is from a piece: its best sign stands for it and the others are extra. */
function freshCost(sound: string, piece: string): number {
  if (piece === '') return alone(sound)
  const heard = Array.from(piece)
  const all = heard.reduce((sum, each) => sum + alone(each), 0)
  return Math.min(...heard.map((each, at) => all - alone(each) + apart(sound, each) + at * LATER))
}

/** Cuts the signs of the other word so that every sign gets what sounds like it; null where too much stays over. */
export function align(
  from: Spelling,
  signs: readonly string[],
  to: Spelling,
  others: readonly string[],
): Pieces | null {
  const heard = others.map((sign) => to.soundOf(sign)[0] ?? '?').join('')
  let row: readonly (Way | null)[] = [{ cost: 0, back: null, piece: [] }, ...others.map(() => null)]
  for (const sign of signs) {
    const sound = from.soundOf(sign)
    row = row.map((_, end) => {
      let best: Way | null = null
      for (let start = Math.max(0, end - MOST_SIGNS); start <= end; start += 1) {
        const back = row[start]
        if (back === null || back === undefined) continue
        const total = back.cost + cost(sound, heard.slice(start, end))
        if (best === null || total < best.cost) best = { cost: total, back, piece: others.slice(start, end) }
      }
      return best
    })
  }
  const whole = row[others.length]
  return whole === null || whole === undefined || whole.cost > 1.3 * signs.length ? null : piecesOf(whole)
}

interface Way {
  readonly cost: number
  readonly back: Way | null
  readonly piece: readonly string[]
}

function piecesOf(whole: Way): Pieces {
  const pieces: (readonly string[])[] = []
  for (let way = whole; way.back !== null; way = way.back) pieces.unshift(way.piece)
  return pieces
}
