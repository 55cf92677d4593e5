import { mixed } from './mixed.ts'
import type { Spelling } from './script.ts'

/** A word's signs as numbers, the shape of its syllables, and one number for what stands before and after each sign. */
export interface Heard {
  readonly signs: readonly number[]
  readonly shape: readonly number[]
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** What was said before a sign, as numbers of pieces: what the last two signs became, and the last vowel. */
export interface Said {
  readonly last: number
  readonly earlier: number
  readonly vowel: number
}

export const nothingSaid: Said = { last: 0, earlier: 0, vowel: 0 }

const VOWEL = 1
const HALF_VOWEL = 2
const CONSONANT = 3
/** Where a word has no more signs. */
const EDGE = 0

export const shapeOf = (spelling: Spelling, sign: string): number => {
  const sound = spelling.soundOf(sign)
  return 'aiuə'.includes(sound) ? VOWEL : sound === 'y' ? HALF_VOWEL : CONSONANT
}

export function heard(signs: readonly number[], shape: readonly number[]): Heard {
  const before: number[] = []
  signs.reduce((all, sign, at) => ((before[at] = all), mixed(all, sign)), 1)
  const after: number[] = []
  signs.reduceRight((all, sign, at) => ((after[at] = all), mixed(all, sign)), 2)
  return { signs, shape, before, after }
}

export const sayNext = ({ shape }: Heard, place: number, said: Said, piece: number): Said => ({
  last: piece,
  earlier: said.last,
  vowel: shape[place] === VOWEL ? piece : said.vowel,
})

/**
 * The surroundings that a sign is known by, each as one number: the signs and the shape of syllables to both sides, how
 * the word begins and ends, and every other sign of it, which tell of what kind a name is.
 */
export function around({ signs, shape, before, after }: Heard, place: number): readonly number[] {
  const sign = (by: number): number => signs[place + by] ?? EDGE
  const form = (by: number): number => shape[place + by] ?? EDGE
  const own = sign(0) + 1
  const left = mixed(own, sign(-1))
  const right = mixed(own, sign(1))
  const both = mixed(left, sign(1))
  const ahead = (place === 0 ? 64 : 0) + form(1) * 4 + form(2)
  const end = mixed(mixed(own, signs.at(-1) ?? EDGE), signs.at(-2) ?? EDGE)
  const like = (at: number, step: number): number => {
    const next = at + step
    return next < 0 || next >= signs.length || shape[next] === shape[place] ? (signs[next] ?? EDGE) : like(next, step)
  }
  const keys = [
    left,
    right,
    both,
    mixed(left, sign(-2)),
    mixed(right, sign(2)),
    mixed(both, sign(2)),
    mixed(both, sign(-2)),
    mixed(mixed(both, sign(2)), sign(-2)),
    mixed(own, before[place] ?? 0),
    mixed(own, after[place] ?? 0),
    mixed(own, ahead),
    mixed(own, ahead * 16 + form(3) * 4 + form(4)),
    mixed(mixed(own, like(place, -1)), like(place, 1)),
    end,
    mixed(end, signs.at(-3) ?? EDGE),
    mixed(mixed(own, signs[0] ?? EDGE), signs[1] ?? EDGE),
  ]
  const kinds = keys.map(mixed)
  signs.forEach((other, at) => {
    if (at !== place) kinds.push(mixed(mixed(own, other), at < place ? 100 : 101))
  })
  return kinds
}

/** The surroundings that depend on what was said: a long vowel is seldom alone, and seldom one of three. */
export function spoken({ signs, shape }: Heard, place: number, said: Said): readonly number[] {
  const sign = (by: number): number => signs[place + by] ?? EDGE
  const form = (by: number): number => shape[place + by] ?? EDGE
  const own = sign(0) + 1
  const last = mixed(own, said.last)
  const vowel = mixed(own, said.vowel)
  const follows = mixed(last, sign(1))
  const ahead = form(1) * 4 + form(2)
  return [
    last,
    mixed(last, said.earlier),
    follows,
    mixed(follows, sign(2)),
    vowel,
    mixed(vowel, ahead),
    mixed(mixed(vowel, ahead * 4 + form(3)), sign(1)),
    mixed(mixed(last, sign(-1)), ahead),
  ].map((key, kind) => mixed(key, kind + 50))
}
