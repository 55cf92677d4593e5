import { devanagari } from './devanagari.ts'
import { gurmukhi } from './gurmukhi.ts'
import { habitOf } from './habit.ts'
import type { Habit } from './habit.ts'
import { latin } from './latin.ts'
import { learn, LESSON_PARTS } from './lesson.ts'
import type { Lesson } from './lesson.ts'
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

/** What the table teaches about writing one script's words in another. */
const courses = once((from = 'Latn', to = 'Deva') => begun(learn(spellings[from], spellings[to], pairsOf(from, to))))

export const lesson = (from: NameScript, to: NameScript): Lesson => courses(from, to).whole()

/** How words of the table look in one script. */
export const habit: (script: NameScript) => Habit = once((script = 'Latn') =>
  habitOf(plainRows().flatMap((row) => row[script].map((word) => spellings[script].signs(word)))),
)

interface Course {
  /** Learns one part more, unless all is learnt. */
  readonly go: () => void
  /** Learns what is left. */
  readonly whole: () => Lesson
}

function begun(parts: Generator<undefined, Lesson>): Course {
  let left: Generator<undefined, Lesson> | null = parts
  let done: Lesson | null = null
  const go = () => {
    const next = left?.next()
    if (next?.done !== true) return
    done = next.value
    // What was needed to learn it is not needed any more.
    left = null
  }
  return {
    go,
    whole() {
      for (;;) {
        if (done !== null) return done
        go()
      }
    },
  }
}

const ahead: readonly (() => Course)[] = [
  () => courses('Latn', 'Deva'),
  () => courses('Deva', 'Latn'),
  () => courses('Deva', 'Guru'),
  () => courses('Latn', 'Guru'),
  () => courses('Guru', 'Latn'),
  () => courses('Deva', 'Arab'),
  () => courses('Latn', 'Arab'),
  () => courses('Arab', 'Latn'),
  () => courses('Guru', 'Deva'),
  () => courses('Arab', 'Deva'),
]

/** What is learnt, in parts: whoever has a quiet moment does them before somebody waits. */
export const learnAhead: readonly (() => void)[] = [
  ...nameScripts.map((script) => () => void habit(script)),
  ...ahead.flatMap((course) => Array.from({ length: LESSON_PARTS }, () => () => course().go())),
]
