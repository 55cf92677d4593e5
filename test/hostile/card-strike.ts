import { isDeepStrictEqual } from 'node:util'

import { randomFrom } from '../../build/demo/seed/random.ts'
import { checkCard } from '../../domain/card/check-card.ts'
import type { CardFacts } from '../../domain/card/card-answer.ts'
import { textAttacks } from './card-attack.ts'
import type { Attack, Strike } from './card-attack.ts'
import { envelopeAttacks } from './card-envelope.ts'
import { makeHome } from './card-home.ts'
import type { Home } from './card-home.ts'
import { listAttacks } from './list-attack.ts'

/** Tries that share one set of keys and cards; the same number tries the same things on any machine. */
export const CHUNK = 2500
const CARDS = 48

export interface Tally {
  readonly tried: number
  readonly broken: number
}

const cardAttacks: readonly Attack[] = [...textAttacks, ...envelopeAttacks, ...listAttacks]

/** The promise about genuine cards, and after it those of the attacks. */
export const promises = [
  'a genuine card is always accepted, and read as it was written',
  ...cardAttacks.map(({ promise }) => promise),
]

/** The attacks by weight, in eighths where one takes long; the first places of all are a genuine card's. */
const turns = [
  ...Array.from({ length: 16 }, () => 0),
  ...cardAttacks.flatMap(({ weight }, at) => Array.from({ length: weight * 8 }, () => at + 1)),
]

/** Strikes so many times, and tells for each promise how it went. */
export function strikeChunk(chunk: number, tries: number): readonly Tally[] {
  const random = randomFrom(`card/${chunk}`)
  const home = makeHome(random, CARDS)
  const tallies = promises.map(() => ({ tried: 0, broken: 0 }))
  for (let at = 0; at < tries; at++) {
    const turn = turns[at % turns.length] ?? 0
    const attack = cardAttacks[turn - 1]
    const strike = attack === undefined ? genuine(random.pick(home.cards)) : attack.strike(random, home)
    const tally = tallies[turn]
    if (tally === undefined) continue
    tally.tried++
    if (keeps(strike, home)) continue
    tally.broken++
    if (tally.broken < 3)
      console.error(`broken: ${promises[turn]}: chunk ${chunk}, ${JSON.stringify(strike).slice(0, 600)}`)
  }
  return tallies
}

const genuine = ({ text, facts }: { readonly text: string; readonly facts: CardFacts }): Strike => ({
  text,
  holds: (answer) => answer.kind === 'valid' && isDeepStrictEqual(answer.card, facts),
})

/** White space of ASCII at the end and Caps Lock do not make another text (docs/card-format.md). */
function asPrinted(text: string): string {
  const line = /^[^]{0,999}?(?=[\t-\r ]*$)/.exec(text)?.[0] ?? text
  return /[A-Z]/.test(line) ? line : line.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())
}

function keeps(strike: Strike, home: Home): boolean {
  if ('kept' in strike) return strike.kept
  const { text, world, holds, signed } = strike
  try {
    const answer = checkCard(text, world ?? home.world)
    const facts = home.genuine.get(asPrinted(text))
    if (facts !== undefined) return answer.kind === 'valid' && isDeepStrictEqual(answer.card, facts)
    return answer.kind === 'valid' && signed === undefined ? false : holds(answer)
  } catch {
    return false
  }
}
