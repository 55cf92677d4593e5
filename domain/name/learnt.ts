import { devanagari } from './devanagari.ts'
import { gurmukhi } from './gurmukhi.ts'
import { habitOf } from './habit.ts'
import type { Habit } from './habit.ts'
import { latin } from './latin.ts'
import { packLessons, unpackLessons } from './kept-lesson.ts'
import { learn, lessonOf } from './lesson.ts'
import type { Learnt, Lesson } from './lesson.ts'
import { nameRows } from './lexicon.ts'
import { plainWord } from './plain-word.ts'
import { nameScripts, scriptOfWord } from './script.ts'
import type { NameScript, Spelling } from './script.ts'
import { urdu } from './urdu.ts'

export const spellings: Readonly<Record<NameScript, Spelling>> = {
  Latn: latin,
  Deva: devanagari,
  Guru: gurmukhi,
  Arab: urdu,
}

/** Worked out once, when it is first wanted, which takes some hundred milliseconds. */
function once<Value>(work: (...scripts: readonly NameScript[]) => Value) {
  const done = new Map<string, Value>()
  return (...scripts: readonly NameScript[]): Value => {
    const key = scripts.join(' ')
    const before = done.get(key)
    if (before !== undefined) return before
    const value = work(...scripts)
    done.set(key, value)
    return value
  }
}

/** The table as it is compared: every word plain and in one, those of another script than their column left out. */
const plainRows = once(() =>
  nameRows.map((row) => {
    const plain = (script: NameScript) => row[script].map(whole).filter((word) => scriptOfWord(word) === script)
    return { Latn: plain('Latn'), Deva: plain('Deva'), Guru: plain('Guru'), Arab: plain('Arab') }
  }),
)

/** Urdu leaves a space inside many a name, or none, as a hand likes. */
const whole = (word: string): string => plainWord(word).replaceAll(' ', '')

const pairsOf = (from: NameScript, to: NameScript) =>
  plainRows().flatMap((row) =>
    row[from]
      .filter((word) => word.length > 1)
      .flatMap((one, spelt) =>
        row[to].map((other, at) => ({
          from: one,
          to: other,
          weight: (at === 0 ? 1 : 0.5) * (spelt === 0 ? 1 : 0.3),
        })),
      ),
  )

/** From and to; what is between Punjabi and Urdu goes by way of Hindi. */
const taught = [
  ['Latn', 'Deva'],
  ['Deva', 'Latn'],
  ['Deva', 'Guru'],
  ['Latn', 'Guru'],
  ['Guru', 'Latn'],
  ['Deva', 'Arab'],
  ['Latn', 'Arab'],
  ['Arab', 'Latn'],
  ['Guru', 'Deva'],
  ['Arab', 'Deva'],
] as const

const learnFrom = (from: NameScript, to: NameScript): Learnt => learn(spellings[from], spellings[to], pairsOf(from, to))

/** Lessons that were learnt when the app was built, by their scripts. */
const kept = new Map<string, Learnt>()

/** Learns every lesson, some ten seconds of processor time, and packs them for `takeLessons`. */
export const packedLessons = (): Uint8Array =>
  packLessons(new Map(taught.map(([from, to]) => [`${from} ${to}`, learnFrom(from, to)])))

/** Takes what `packedLessons` gave, before the first name is spelt; false when it is something else. */
export function takeLessons(packed: Uint8Array): boolean {
  const lessons = unpackLessons(packed)
  if (lessons === null) return false
  for (const [scripts, learnt] of lessons) kept.set(scripts, learnt)
  return true
}

/** What the table teaches about writing one script's words in another: as it was kept, or learnt when it is first wanted. */
export const lesson: (from: NameScript, to: NameScript) => Lesson = once((from = 'Latn', to = 'Deva') =>
  lessonOf(spellings[from], spellings[to], kept.get(`${from} ${to}`) ?? learnFrom(from, to)),
)

/** How words of the table look in one script. */
export const habit: (script: NameScript) => Habit = once((script = 'Latn') =>
  habitOf(plainRows().flatMap((row) => row[script].map((word) => spellings[script].signs(word)))),
)

/** All that is wanted to spell a name, in parts: whoever has a quiet moment does them before somebody waits. */
export const readAhead: readonly (() => void)[] = [
  ...nameScripts.map((script) => () => void habit(script)),
  ...taught.map(
    ([from, to]) =>
      () =>
        void lesson(from, to),
  ),
]
