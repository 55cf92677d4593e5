import { align } from './align.ts'
import { around, heard, nothingSaid, sayNext, shapeOf, spoken } from './context.ts'
import type { Heard } from './context.ts'
import type { Spelling } from './script.ts'

/** What a sign may become, the usual first, with the logarithm of how usual each is. */
export interface Choice {
  readonly pieces: readonly string[]
  /** A number for each piece, the same wherever it is met. */
  readonly numbers: readonly number[]
  readonly usual: readonly number[]
}

/** What a table of names teaches about writing one script's signs in another. */
export interface Lesson {
  readonly from: Spelling
  readonly to: Spelling
  /** Null where a sign was never met. */
  readonly hear: (plain: string) => Heard | null
  /** By the number of a sign. */
  readonly choices: readonly (Choice | undefined)[]
  /** What each surrounding adds to each piece, in parts of `PART`: the pieces of one surrounding stand in a row. */
  readonly weights: Int8Array
}

/** A lesson as it is learnt and kept: all that the table tells of two scripts. */
export interface Learnt {
  /** The signs by their numbers, from 1 on. */
  readonly signs: readonly string[]
  readonly choices: readonly (Choice | undefined)[]
  readonly weights: Int8Array
}

/** One word in both scripts, plain, and how much it counts. */
export interface Taught {
  readonly from: string
  readonly to: string
  readonly weight: number
}

/** Stands between the signs of one piece. */
export const joint = '\u0001'

/** A sign that became more than this many things is a word that was cut wrongly, and so is what it became hardly ever. */
const MOST_PIECES = 12
const HARDLY_EVER = 0.3
const SURE_PIECES = 3
/** What every piece is given, so that none is impossible. */
const FLOOR = 0.02
/** Weights of all surroundings share one table: where two fall on one place, the one that matters more has its way. */
const PLACES = 1 << 19
export const PART = 1 / 64
const ROUNDS = 2
const RATE = 0.2
/** What is guessed nearly right teaches nothing. */
const NEARLY = 0.05
/** Greater than the count of any signs, and prime: steps of it come by all of them, in no order of the alphabet. */
const STRIDE = 10_000_019

export const placeOf = (key: number): number => (key ^ (key >>> 15)) & (PLACES - 1)

/** Learns what words of the table teach; a second or so of processor time for 14,000 names. */
export function learn(from: Spelling, to: Spelling, words: readonly Taught[]): Learnt {
  const numbers = new Map<string, number>()
  const numberOf = (sign: string): number => {
    const number = numbers.get(sign) ?? numbers.size + 1
    numbers.set(sign, number)
    return number
  }
  const laid = words.flatMap(({ from: one, to: other, weight }): readonly Laid[] => {
    const cut = align(from, from.signs(one), to, to.signs(other))
    if (cut === null) return []
    return [{ signs: from.signs(one).map(numberOf), pieces: cut.map((signs) => signs.join(joint)), weight }]
  })
  const choices = choicesOf(laid)
  const signs = [...numbers.keys()]
  const hearAll = hearing(from, signs)
  const places: number[] = []
  const examples = laid.flatMap((each) => examplesOf(each, choices, hearAll(each.signs), places))
  const allPlaces = new Int32Array(places)
  const weights = new Float32Array(2 * (PLACES + MOST_PIECES))
  let left = mingled(examples)
  for (let round = 0; round < ROUNDS; round += 1) {
    left = left.filter((example) => practise(example, allPlaces, weights))
  }
  return { signs, choices, weights: inParts(weights) }
}

/** What was learnt, for use. */
export function lessonOf(from: Spelling, to: Spelling, { signs, choices, weights }: Learnt): Lesson {
  const numbers = new Map(signs.map((sign, at) => [sign, at + 1]))
  const hearAll = hearing(from, signs)
  const hear = (plain: string): Heard | null => {
    const word = from.signs(plain).map((sign) => numbers.get(sign) ?? 0)
    return word.length === 0 || word.includes(0) ? null : hearAll(word)
  }
  return { from, to, hear, choices, weights }
}

function hearing(from: Spelling, signs: readonly string[]): (word: readonly number[]) => Heard {
  const shapes = [0, ...signs.map((sign) => shapeOf(from, sign))]
  return (word) =>
    heard(
      word,
      word.map((sign) => shapes[sign] ?? 0),
    )
}

function inParts(weights: Float32Array): Int8Array {
  const parts = new Int8Array(weights.length / 2)
  for (let at = 0; at < parts.length; at += 1) {
    parts[at] = Math.max(-127, Math.min(127, Math.round((weights[2 * at] ?? 0) / PART)))
  }
  return parts
}

interface Laid {
  readonly signs: readonly number[]
  readonly pieces: readonly string[]
  readonly weight: number
}

function choicesOf(laid: readonly Laid[]): readonly (Choice | undefined)[] {
  const times: Map<string, number>[] = []
  for (const { signs, pieces, weight } of laid) {
    signs.forEach((sign, at) => {
      const piece = pieces[at] ?? ''
      const all = (times[sign] ??= new Map<string, number>())
      all.set(piece, (all.get(piece) ?? 0) + weight)
    })
  }
  const numbers = new Map<string, number>()
  const numberOf = (piece: string): number => {
    numbers.set(piece, numbers.get(piece) ?? numbers.size + 1)
    return numbers.get(piece) ?? 0
  }
  return Array.from(times, (all) => {
    const likely = [...(all ?? [])]
      .toSorted(([, one], [, other]) => other - one)
      .filter(([, each], at) => at < MOST_PIECES && (at < SURE_PIECES || each > HARDLY_EVER))
    const sum = likely.reduce((total, [, each]) => total + each + FLOOR, 0)
    return {
      pieces: likely.map(([piece]) => piece),
      numbers: likely.map(([piece]) => numberOf(piece)),
      usual: likely.map(([, each]) => Math.log((each + FLOOR) / sum)),
    }
  })
}

const mingled = (examples: readonly Example[]): readonly Example[] =>
  examples.flatMap((_, turn) => examples[(turn * STRIDE) % examples.length] ?? [])

/** One sign of one word; the places of its surroundings in the table of weights stand in a row with those of all. */
interface Example {
  readonly usual: readonly number[]
  readonly right: number
  readonly weight: number
  readonly start: number
  readonly end: number
}

function examplesOf(
  { signs, pieces, weight }: Laid,
  choices: readonly (Choice | undefined)[],
  word: Heard,
  places: number[],
): readonly Example[] {
  let said = nothingSaid
  return signs.flatMap((sign, at) => {
    const before = said
    const choice = choices[sign]
    const right = choice?.pieces.indexOf(pieces[at] ?? '') ?? -1
    said = sayNext(word, at, before, choice?.numbers[right] ?? 0)
    if (choice === undefined || right === -1 || choice.pieces.length === 1) return []
    const start = places.length
    for (const key of around(word, at)) places.push(placeOf(key))
    for (const key of spoken(word, at, before)) places.push(placeOf(key))
    return [{ usual: choice.usual, right, weight, start, end: places.length }]
  })
}

const chances = new Float64Array(MOST_PIECES)

/**
 * What makes the right piece likely is given weight, what makes another likely loses some, the less the oftener it was
 * told (logistic regression by steps, after Duchi and others, 2011). Every second number tells how much that was. False
 * where there was nothing to learn.
 */
function practise({ usual, right, weight, start, end }: Example, places: Int32Array, weights: Float32Array): boolean {
  const count = usual.length
  for (let piece = 0; piece < count; piece += 1) chances[piece] = usual[piece] ?? 0
  for (let key = start; key < end; key += 1) {
    const place = 2 * (places[key] ?? 0)
    for (let piece = 0; piece < count; piece += 1) {
      chances[piece] = (chances[piece] ?? 0) + (weights[place + 2 * piece] ?? 0)
    }
  }
  let all = 0
  for (let piece = 0; piece < count; piece += 1) {
    const chance = Math.exp(chances[piece] ?? 0)
    chances[piece] = chance
    all += chance
  }
  let learnt = false
  for (let piece = 0; piece < count; piece += 1) {
    const off = ((piece === right ? 1 : 0) - (chances[piece] ?? 0) / all) * weight
    if (Math.abs(off) < NEARLY) continue
    learnt = true
    for (let key = start; key < end; key += 1) {
      const place = 2 * ((places[key] ?? 0) + piece)
      const told = (weights[place + 1] ?? 0) + off * off
      weights[place + 1] = told
      weights[place] = (weights[place] ?? 0) + (RATE * off) / Math.sqrt(1 + told)
    }
  }
  return learnt
}
