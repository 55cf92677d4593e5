import { lettersAround, nothingSaid, shapeAround, shaped } from './context.ts'
import type { Said, Shaped } from './context.ts'
import { joint, sayNext } from './lesson.ts'
import type { Lesson, Tally } from './lesson.ts'

/** A spelling and how likely it is, 0 to 1. */
export type Likely = readonly [spelling: string, chance: number]

/** How much a narrow surrounding weighs beside the wider one that it refines. */
const TRUST = 1
/** What every sign may be with no surrounding at all, so that nothing seen is impossible. */
const FLOOR = 0.02
/** Several rows of surroundings say partly the same. */
const SHARE = 0.32
/** Less likely than this a piece is not tried: e to the minus 8. */
const HOPELESS = 8
const BEAM = 20

type Chance = readonly [piece: string, cost: number]

/** What one sign may become, by what was said before it. */
function chancesAt(lesson: Lesson, known: Shaped, place: number): (said: Said) => readonly Chance[] {
  const plain = lesson.signs.get(known.signs[place] ?? '')
  if (plain === undefined) return () => []
  const { pieces } = plain
  const base = plain.times.map((times) => (times + FLOOR) / (plain.sum + FLOOR * pieces.length))
  const weigh = (weights: readonly number[], keys: readonly string[]): readonly number[] => {
    const row = [...base]
    for (const key of keys) refine(row, pieces, lesson.tallies.get(key))
    return weights.map((weight, at) => weight + SHARE * Math.log((row[at] ?? 1) / (base[at] ?? 1)))
  }
  const still = lettersAround(known, place).reduce(weigh, base.map(Math.log))
  const met = new Map<string, readonly Chance[]>()
  return (said) => {
    const key = `${said.last}/${said.vowel}`
    const before = met.get(key)
    if (before !== undefined) return before
    const weights = weigh(still, shapeAround(known, place, said))
    const all = Math.log(weights.reduce((sum, weight) => sum + Math.exp(weight), 0))
    const chances = pieces.map((piece, at): Chance => [piece, all - (weights[at] ?? 0)])
    const likely = chances.filter(([, cost]) => cost < HOPELESS)
    met.set(key, likely)
    return likely
  }
}

/** A narrower surrounding refines what the wider one says, the more the oftener it was met. */
function refine(row: number[], pieces: readonly string[], tally: Tally | undefined): void {
  if (tally === undefined) return
  const trust = TRUST * tally.pieces.length
  pieces.forEach((piece, at) => {
    const seen = tally.pieces.indexOf(piece)
    row[at] = ((seen === -1 ? 0 : (tally.times[seen] ?? 0)) + trust * (row[at] ?? 0)) / (tally.sum + trust)
  })
}

interface Way {
  readonly cost: number
  readonly pieces: readonly string[]
  readonly said: Said
}

/** The likeliest spellings of a plain word, best first; none where it holds a sign that the lesson never met. */
export function spell(lesson: Lesson, plain: string, most: number): readonly Likely[] {
  const known = shaped(lesson.from, plain)
  let ways: readonly Way[] = [{ cost: 0, pieces: [], said: nothingSaid }]
  known.signs.forEach((_, place) => {
    const chances = chancesAt(lesson, known, place)
    ways = ways
      .flatMap((way) => chances(way.said).map(([piece, cost]) => ({ way, piece, cost: way.cost + cost })))
      .toSorted((one, other) => one.cost - other.cost)
      .slice(0, BEAM)
      .map(({ way, piece, cost }) => ({
        cost,
        pieces: [...way.pieces, piece],
        said: sayNext(known, place, way.said, piece),
      }))
  })
  const chances = new Map<string, number>()
  for (const { cost, pieces } of known.signs.length === 0 ? [] : ways) {
    const signs = pieces.filter((piece) => piece !== '').flatMap((piece) => piece.split(joint))
    const word = lesson.to.written(signs)
    chances.set(word, (chances.get(word) ?? 0) + Math.exp(-cost))
  }
  return best(chances, most)
}

export const best = (chances: ReadonlyMap<string, number>, most: number): readonly Likely[] =>
  [...chances]
    .filter(([word]) => word !== '')
    .toSorted(([one, chance], [other, less]) => less - chance || (one < other ? -1 : 1))
    .slice(0, most)
