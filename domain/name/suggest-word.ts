import type { OwnScript } from '../language.ts'
import { remembered } from '../search/remembered.ts'
import { cutEnding } from './ending.ts'
import { initialIn } from './initial.ts'
import { habit, lesson, pairing, spellings } from './learnt.ts'
import { rowsOf } from './lexicon.ts'
import { plainWord } from './plain-word.ts'
import { readingsOf } from './reading.ts'
import { scriptOfWord } from './script.ts'
import type { NameScript } from './script.ts'
import { best, spell } from './spell.ts'
import type { Likely } from './spell.ts'

/** No name is longer; what is typed may be anything. */
const LONGEST = 24
/** How many Hindi readings of a word are written in a third script, and in how many ways each. */
const READINGS = 7
const WAYS = 4
/** How much a row of the table is worth beside a guess, whose chances add up to one. */
const KNOWN = 6
/** Guesses that are judged once more as whole words. */
const MOST_WAYS = 20
/** How much the habits of a script weigh then, and those of the two scripts side by side; found as the record says. */
const PULL = 0.2
const PAIRED = 0.25
/** How much a stem with its ending is worth beside a guess, and how many ways to write the stem are tried. */
const ENDED = 1
const STEMS = 6

/** How a plain word is written in another script, likeliest first. */
export const suggestWord = (word: string, to: NameScript, most: number): readonly Likely[] =>
  ways[to](plainWord(word)).slice(0, most)

const ways: Readonly<Record<NameScript, (plain: string) => readonly Likely[]>> = {
  Latn: remembered((plain) => waysOf(plain, 'Latn')),
  Deva: remembered((plain) => waysOf(plain, 'Deva')),
  Guru: remembered((plain) => waysOf(plain, 'Guru')),
  Arab: remembered((plain) => waysOf(plain, 'Arab')),
}

function waysOf(plain: string, to: NameScript): readonly Likely[] {
  const from = scriptOfWord(plain)
  if (from === null || from === to || plain.length > LONGEST) return []
  const initial = to === 'Latn' ? null : initialIn(plain, to)
  if (initial !== null) return [[initial, 1]]
  if (spellings[from].signs(plain).length < 2) return []
  const { chances, add } = gather()
  for (const { words, weight } of known(plain, from, to)) words.forEach((each, at) => add(each, weight / (at + 1)))
  for (const [each, chance] of hindiKnown[from](plain)) {
    if (to === 'Deva') add(each, chance)
    else for (const [way, part] of spell(lesson('Deva', to), plainWord(each), WAYS)) add(way, chance * part)
  }
  if (rowsOf(from, plain).length > 0) return best(chances, MOST_WAYS)
  if (from === 'Latn' && to !== 'Latn') for (const [each, chance] of withEnding(plain, to)) add(each, chance)
  return judged(plain, from, to, best(chances, MOST_WAYS))
}

/** Weighs guesses as whole words: by the habits of their script, and by what goes with what they were typed as. */
function judged(plain: string, from: NameScript, to: NameScript, likely: readonly Likely[]): readonly Likely[] {
  const usual = (word: string): number =>
    PULL * habit(to)(spellings[to].signs(word)) +
    (from === 'Latn' && to !== 'Latn' ? PAIRED * pairing(to)(plain, word) : 0)
  return best(new Map(likely.map(([word, chance]) => [word, chance * Math.exp(usual(plainWord(word)))])), MOST_WAYS)
}

/** A stem as a word of its own, with the ending after it. */
function withEnding(plain: string, to: OwnScript): readonly Likely[] {
  const cut = cutEnding(plain)
  if (cut === null) return []
  const stems = suggestWord(cut.stem, to, STEMS)
  const all = stems.reduce((sum, [, chance]) => sum + chance, 0)
  return stems.flatMap(([stem, chance]) =>
    cut.written[to].map((end, at): Likely => [stem + end, (ENDED * chance) / all / (at + 1)]),
  )
}

const hindiKnown: Readonly<Record<NameScript, (plain: string) => readonly Likely[]>> = {
  Latn: remembered((plain) => hindiOf(plain, 'Latn')),
  Deva: (plain) => [[plain, 1]],
  Guru: remembered((plain) => hindiOf(plain, 'Guru')),
  Arab: remembered((plain) => hindiOf(plain, 'Arab')),
}

/** Hindi is written most nearly as it is said: every other pair of scripts goes by way of it. */
function hindiOf(plain: string, from: Exclude<NameScript, 'Deva'>): readonly Likely[] {
  const { chances, add } = gather()
  if (from === 'Latn')
    for (const { row, weight } of readingsOf(plain)) row.Deva.forEach((word, at) => add(word, weight / (at + 1)))
  else for (const row of rowsOf(from, plain)) row.Deva.forEach((word, at) => add(word, KNOWN / (at + 1)))
  for (const [word, chance] of spell(lesson(from, 'Deva'), plain, READINGS)) add(word, chance)
  return best(chances, READINGS)
}

/** Adds up chances; a spelling that several readings share is the likelier. */
function gather() {
  const chances = new Map<string, number>()
  return {
    chances,
    add: (word: string, chance: number) => void chances.set(word, (chances.get(word) ?? 0) + chance),
  }
}

/** What the table itself writes, with how much that is worth beside a guess. */
const known = (plain: string, from: NameScript, to: NameScript): readonly Known[] =>
  from === 'Latn' && to !== 'Latn'
    ? readingsOf(plain).map(({ row, weight }) => ({ words: row[to], weight }))
    : rowsOf(from, plain).map((row) => ({ words: row[to], weight: KNOWN }))

interface Known {
  readonly words: readonly string[]
  readonly weight: number
}
