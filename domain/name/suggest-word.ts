import { remembered } from '../search/remembered.ts'
import { devanagari } from './devanagari.ts'
import { gurmukhi } from './gurmukhi.ts'
import { habitOf } from './habit.ts'
import type { Habit } from './habit.ts'
import { initialIn } from './initial.ts'
import { latin } from './latin.ts'
import { learn } from './lesson.ts'
import type { Lesson } from './lesson.ts'
import { nameRows, rowsOf } from './lexicon.ts'
import { plainWord } from './plain-word.ts'
import { readingsOf } from './reading.ts'
import { scriptOfWord } from './script.ts'
import type { NameScript, Spelling } from './script.ts'
import { best, spell } from './spell.ts'
import type { Likely } from './spell.ts'
import { urdu } from './urdu.ts'

const spellings: Readonly<Record<NameScript, Spelling>> = { Latn: latin, Deva: devanagari, Guru: gurmukhi, Arab: urdu }

/** No name is longer; what is typed may be anything. */
const LONGEST = 24
/** How many Hindi readings of a word are written in a third script, and in how many ways each. */
const READINGS = 7
const WAYS = 4
/** How much a row of the table is worth beside a guess, whose chances add up to one. */
const KNOWN = 6

const lessons = new Map<string, Lesson>()

/** Learnt once, when it is first wanted, which takes some hundred milliseconds. */
function lesson(from: NameScript, to: NameScript): Lesson {
  const key = `${from} ${to}`
  const known = lessons.get(key)
  if (known !== undefined) return known
  const words = nameRows.flatMap((row) =>
    row[from].flatMap((one, spelt) =>
      row[to].map((other, at) => ({
        from: plainWord(one),
        to: plainWord(other),
        weight: (at === 0 ? 1 : 0.5) * (spelt === 0 ? 1 : 0.3),
      })),
    ),
  )
  const fresh = learn(
    spellings[from],
    spellings[to],
    words.filter((word) => scriptOfWord(word.from) === from && scriptOfWord(word.to) === to && word.from.length > 1),
  )
  lessons.set(key, fresh)
  return fresh
}

/** What is learnt, in parts: whoever has a quiet moment does them before somebody waits. */
export const learnAhead: readonly (() => void)[] = [
  () => lesson('Latn', 'Deva'),
  () => lesson('Deva', 'Guru'),
  () => lesson('Deva', 'Arab'),
  () => lesson('Guru', 'Deva'),
  () => lesson('Arab', 'Deva'),
  () => lesson('Deva', 'Latn'),
]

/** Adds up chances; a spelling that several readings share is the likelier. */
function gather() {
  const chances = new Map<string, number>()
  return {
    chances,
    add: (word: string, chance: number) => void chances.set(word, (chances.get(word) ?? 0) + chance),
  }
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

/** How a plain word is written in another script, likeliest first. */
export const suggestWord = (word: string, to: NameScript, most: number): readonly Likely[] =>
  ways[to](plainWord(word)).slice(0, most)

/** Guesses that are held against the habits of their script. */
const MOST_WAYS = 20
/** How much those habits weigh beside the sounds; found by leaving out eighths of the table in turn. */
const PULL = 0.2

const habits = new Map<NameScript, Habit>()

function habit(script: NameScript): Habit {
  const known = habits.get(script)
  if (known !== undefined) return known
  const words = nameRows.flatMap((row) => row[script].map(plainWord))
  const fresh = habitOf(spellings[script], words)
  habits.set(script, fresh)
  return fresh
}

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
  const likely = best(chances, MOST_WAYS)
  if (rowsOf(from, plain).length > 0) return likely
  const usual = (word: string): number => Math.exp(PULL * habit(to)(spellings[to].signs(plainWord(word))))
  return best(new Map(likely.map(([word, chance]) => [word, chance * usual(word)])), MOST_WAYS)
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
