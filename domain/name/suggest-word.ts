import { remembered } from '../search/remembered.ts'
import { initialIn } from './initial.ts'
import { habit, lesson, spellings } from './learnt.ts'
import { rowsOf } from './lexicon.ts'
import { plainWord } from './plain-word.ts'
import { readingsOf } from './reading.ts'
import { scriptOfWord } from './script.ts'
import type { NameScript } from './script.ts'
import { best, spellerOf } from './spell.ts'
import type { Likely, Speller } from './spell.ts'

/** No name is longer; what is typed may be anything. */
const LONGEST = 24
/** How many Hindi readings of a word are written in a third script, and in how many ways each. */
const READINGS = 6
const WAYS = 4
/** How much a row of the table is worth beside a guess, whose chances add up to one. */
const KNOWN = 6
/** Guesses of each lesson that are weighed by all, those that are read back as well, and those of a typed word. */
const WEIGHED = 15
const READ_BACK = 10
const MOST_WAYS = 20
/** What each voice weighs, found by leaving out fifths of the table: see the record. */
const voices = {
  direct: 0.45,
  hindi: 0.25,
  back: 0.25,
  habit: 0.22,
}
/** A spelling that a voice does not offer at all. */
const SILENT = 1e-7

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
  for (const [each, chance] of guesses(plain, from, to)) add(each, chance)
  return best(chances, MOST_WAYS)
}

/** What the lessons make of a word, each guess weighed by all of them; the chances add up to one. */
function guesses(plain: string, from: NameScript, to: NameScript): readonly Likely[] {
  const viaHindi = from === 'Deva' || to === 'Deva' ? null : throughHindi(plain, to)
  const taught = isTaught(from, to)
  const direct = taught ? spellerOf(lesson(from, to), plain) : null
  const offers = new Map(direct?.spell(WEIGHED))
  const offered = new Set([
    ...offers.keys(),
    ...(viaHindi === null ? [] : best(viaHindi, WEIGHED)).map(([word]) => word),
  ])
  const voice = (word: string): number => {
    const written = plainWord(word)
    return (
      (direct === null ? 0 : heardBy(direct, offers, word, written) * voices.direct) +
      (viaHindi === null ? 0 : Math.log((viaHindi.get(word) ?? 0) + SILENT) * voices.hindi) +
      habit(to)(spellings[to].signs(written)) * voices.habit
    )
  }
  const back = (word: string): number =>
    taught ? spellerOf(lesson(to, from), plainWord(word)).likelihood(plain) * voices.back : 0
  const likely = best(new Map([...offered].map((word) => [word, Math.exp(voice(word))])), READ_BACK)
  const weighed = likely.map(([word, chance]): Likely => [word, chance * Math.exp(back(word))])
  const sum = weighed.reduce((all, [, chance]) => all + chance, 0)
  return weighed.map(([word, chance]) => [word, chance / sum])
}

const heardBy = (speller: Speller, offers: ReadonlyMap<string, number>, word: string, written: string): number => {
  const chance = offers.get(word)
  return chance === undefined ? speller.likelihood(written) : Math.log(chance)
}

/** Between Gurmukhi and Urdu every word goes by way of Hindi. */
const isTaught = (from: NameScript, to: NameScript): boolean =>
  [from, to].some((script) => script === 'Latn' || script === 'Deva')

function throughHindi(plain: string, to: NameScript): ReadonlyMap<string, number> {
  const { chances, add } = gather()
  for (const [each, chance] of suggestWord(plain, 'Deva', READINGS)) {
    for (const [way, part] of hindiIn[to](plainWord(each))) add(way, chance * part)
  }
  return chances
}

const hindiIn: Readonly<Record<NameScript, (plain: string) => readonly Likely[]>> = {
  Latn: (plain) => spellerOf(lesson('Deva', 'Latn'), plain).spell(WAYS),
  Deva: (plain) => [[plain, 1]],
  Guru: (plain) => spellerOf(lesson('Deva', 'Guru'), plain).spell(WAYS),
  Arab: (plain) => spellerOf(lesson('Deva', 'Arab'), plain).spell(WAYS),
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
