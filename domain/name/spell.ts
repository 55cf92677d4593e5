import { align } from './align.ts'
import { around, nothingSaid, sayNext, spoken } from './context.ts'
import type { Heard, Said } from './context.ts'
import { joint, PART, placeOf } from './lesson.ts'
import type { Choice, Lesson } from './lesson.ts'

/** A spelling and how likely it is, 0 to 1. */
export type Likely = readonly [spelling: string, chance: number]

/** Less likely than this a piece is not tried: e to the minus 8. */
const HOPELESS = 8
/** How many ways more than are wanted are followed to the end. */
const SPARE = 5
/** What a piece costs that its sign never became, and a word that cannot be laid beside the other. */
const NEVER = 9
const UNHEARD = 30

/** One word in the ears of a lesson. */
export interface Speller {
  /** The likeliest spellings, best first. */
  readonly spell: (most: number) => readonly Likely[]
  /** The logarithm of how likely a spelling is. */
  readonly likelihood: (written: string) => number
}

export function spellerOf(lesson: Lesson, plain: string): Speller {
  const word = lesson.hear(plain)
  if (word === null) return { spell: () => [], likelihood: () => -UNHEARD }
  const signs = word.signs.map((sign, place) => signAt(lesson, word, place, lesson.choices[sign]))
  return {
    spell: (most) => spellWord(lesson, word, signs, most),
    likelihood(written) {
      const cut = align(lesson.from, lesson.from.signs(plain), lesson.to, lesson.to.signs(written))
      if (cut === null) return -UNHEARD
      let said = nothingSaid
      return cut.reduce((sum, piece, place) => {
        const { choice, costs } = signs[place] ?? silent
        const at = choice.pieces.indexOf(piece.join(joint))
        const cost = costs(said)[at] ?? NEVER
        said = sayNext(word, place, said, choice.numbers[at] ?? 0)
        return sum - Math.min(NEVER, cost)
      }, 0)
    },
  }
}

interface SignAt {
  readonly choice: Choice
  /** What each piece costs after what was said. */
  readonly costs: (said: Said) => readonly number[]
}

const silent: SignAt = { choice: { pieces: [], numbers: [], usual: [] }, costs: () => [] }

function signAt({ weights }: Lesson, word: Heard, place: number, choice: Choice | undefined): SignAt {
  if (choice === undefined) return silent
  const { usual } = choice
  const weigh = (before: readonly number[], keys: readonly number[]): readonly number[] => {
    const sums = [...before]
    for (const key of keys) {
      const start = placeOf(key)
      for (let piece = 0; piece < sums.length; piece += 1) {
        sums[piece] = (sums[piece] ?? 0) + (weights[start + piece] ?? 0) * PART
      }
    }
    return sums
  }
  const still = weigh(usual, around(word, place))
  const met = new Map<number, readonly number[]>()
  const costs = (said: Said): readonly number[] => {
    const key = (said.last * 2048 + said.earlier) * 2048 + said.vowel
    const before = met.get(key)
    if (before !== undefined) return before
    const sums = weigh(still, spoken(word, place, said))
    const all = Math.log(sums.reduce((total, sum) => total + Math.exp(sum), 0))
    const fresh = sums.map((sum) => all - sum)
    met.set(key, fresh)
    return fresh
  }
  return { choice, costs }
}

interface Way {
  readonly cost: number
  readonly piece: string
  readonly back: Way | null
  readonly said: Said
}

function spellWord({ to }: Lesson, word: Heard, signs: readonly SignAt[], most: number): readonly Likely[] {
  let ways: readonly Way[] = [{ cost: 0, piece: '', back: null, said: nothingSaid }]
  signs.forEach(({ choice, costs }, place) => {
    const longer: { readonly back: Way; readonly at: number; readonly cost: number }[] = []
    const limit = (ways[0]?.cost ?? 0) + HOPELESS
    for (const back of ways) {
      costs(back.said).forEach((cost, at) => {
        if (back.cost + cost < limit) longer.push({ back, at, cost: back.cost + cost })
      })
    }
    ways = longer
      .toSorted((one, other) => one.cost - other.cost)
      .slice(0, most + SPARE)
      .map(({ back, at, cost }) => ({
        cost,
        piece: choice.pieces[at] ?? '',
        back,
        said: sayNext(word, place, back.said, choice.numbers[at] ?? 0),
      }))
  })
  const chances = new Map<string, number>()
  for (const way of ways) {
    const written = to.written(
      piecesOf(way)
        .filter((piece) => piece !== '')
        .flatMap((piece) => piece.split(joint)),
    )
    chances.set(written, (chances.get(written) ?? 0) + Math.exp(-way.cost))
  }
  return best(chances, most)
}

function piecesOf(last: Way): readonly string[] {
  const pieces: string[] = []
  for (let way = last; way.back !== null; way = way.back) pieces.unshift(way.piece)
  return pieces
}

export const best = (chances: ReadonlyMap<string, number>, most: number): readonly Likely[] =>
  [...chances]
    .filter(([word]) => word !== '')
    .toSorted(([one, chance], [other, less]) => less - chance || (one < other ? -1 : 1))
    .slice(0, most)
