import { align } from './align.ts'
import { habitOf } from './habit.ts'
import type { Spelling } from './script.ts'

/** How usual it is to write the one plain word as the other: the logarithm of how likely the two are together. */
export type Pairing = (plain: string, written: string) => number

/** The signs of no pair that is known could be laid side by side with these. */
const UNHEARD = -60

/** Learns which signs with their pieces follow each other, so that a sign is judged by what those before it became. */
export function pairingOf(from: Spelling, to: Spelling, words: readonly (readonly [string, string])[]): Pairing {
  const pairsOf = (plain: string, written: string): readonly string[] | null => {
    const signs = from.signs(plain)
    return align(from, signs, to, to.signs(written))?.map((piece, at) => `${signs[at] ?? ''}:${piece.join('')}`) ?? null
  }
  const habit = habitOf(
    words.flatMap(([plain, written]) => [pairsOf(plain, written)].filter((pairs) => pairs !== null)),
  )
  return (plain, written) => {
    const pairs = pairsOf(plain, written)
    return pairs === null ? UNHEARD : habit(pairs)
  }
}
