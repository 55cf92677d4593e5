import { align } from './align.ts'
import { lettersAround, nothingSaid, shapeAround, shaped } from './context.ts'
import type { Said, Shaped } from './context.ts'
import type { Spelling } from './script.ts'

/** How often a sign became what, in one surrounding. */
export interface Tally {
  sum: number
  readonly pieces: string[]
  readonly times: number[]
}

/** What a table of names teaches about writing one script's signs in another. */
export interface Lesson {
  readonly from: Spelling
  readonly to: Spelling
  /** What a sign becomes wherever it stands, the usual pieces only. */
  readonly signs: ReadonlyMap<string, Tally>
  readonly tallies: ReadonlyMap<string, Tally>
}

/** One word in both scripts, plain, and how much it counts. */
export interface Taught {
  readonly from: string
  readonly to: string
  readonly weight: number
}

/** A sign that became more than this many things is a word that was cut wrongly. */
const MOST_PIECES = 24

/** Stands between the signs of one piece. */
export const joint = '\u0001'

export function learn(from: Spelling, to: Spelling, words: readonly Taught[]): Lesson {
  const tallies = new Map<string, Tally>()
  const signs = new Map<string, Tally>()
  const count = (into: Map<string, Tally>, key: string, piece: string, weight: number) => {
    const tally = into.get(key)
    if (tally === undefined) {
      into.set(key, { sum: weight, pieces: [piece], times: [weight] })
      return
    }
    const at = tally.pieces.indexOf(piece)
    tally.sum += weight
    if (at === -1) {
      tally.pieces.push(piece)
      tally.times.push(weight)
    } else tally.times[at] = (tally.times[at] ?? 0) + weight
  }
  for (const word of words) {
    const known = shaped(from, word.from)
    const pieces = align(from, known.signs, to, to.signs(word.to))
    if (pieces === null) continue
    let said = nothingSaid
    pieces.forEach((some, place) => {
      const piece = some.join(joint)
      count(signs, known.signs[place] ?? '', piece, word.weight)
      const [ahead = [], behind = [], both = []] = lettersAround(known, place)
      // The row of both sides begins with a key that the row behind has.
      for (const keys of [ahead, behind, both.slice(1), shapeAround(known, place, said)]) {
        for (const key of keys) count(tallies, key, piece, word.weight)
      }
      said = sayNext(known, place, said, piece)
    })
  }
  return { from, to, tallies, signs: new Map([...signs].map(([sign, tally]) => [sign, usual(tally)])) }
}

function usual({ sum, pieces, times }: Tally): Tally {
  const most = pieces
    .map((piece, at) => ({ piece, times: times[at] ?? 0 }))
    .toSorted((one, other) => other.times - one.times)
    .slice(0, MOST_PIECES)
  return { sum, pieces: most.map(({ piece }) => piece), times: most.map((each) => each.times) }
}

export const sayNext = ({ shape }: Shaped, place: number, said: Said, piece: string): Said => ({
  last: piece,
  vowel: shape[place] === 'V' ? piece : said.vowel,
})
