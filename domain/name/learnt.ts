import type { OwnScript } from '../language.ts'
import { devanagari } from './devanagari.ts'
import { gurmukhi } from './gurmukhi.ts'
import { habitOf } from './habit.ts'
import type { Habit } from './habit.ts'
import { latin } from './latin.ts'
import { learn } from './lesson.ts'
import type { Lesson } from './lesson.ts'
import { nameRows } from './lexicon.ts'
import { pairingOf } from './pairing.ts'
import type { Pairing } from './pairing.ts'
import { plainWord } from './plain-word.ts'
import { scriptOfWord } from './script.ts'
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

/** The table as it is compared: every word plain, those of another script than their column left out. */
const plainRows = once(() =>
  nameRows.map((row) => {
    const plain = (script: NameScript) => row[script].map(plainWord).filter((word) => scriptOfWord(word) === script)
    return { Latn: plain('Latn'), Deva: plain('Deva'), Guru: plain('Guru'), Arab: plain('Arab') }
  }),
)

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
export const lesson: (from: NameScript, to: NameScript) => Lesson = once((from = 'Latn', to = 'Deva') =>
  learn(spellings[from], spellings[to], pairsOf(from, to)),
)

/** How words of the table look in one script. */
export const habit: (script: NameScript) => Habit = once((script = 'Latn') =>
  habitOf(plainRows().flatMap((row) => row[script].map((word) => spellings[script].signs(word)))),
)

/** Which Latin letters go with which signs, one after the other. */
export const pairing: (to: OwnScript) => Pairing = once((to = 'Deva') =>
  pairingOf(
    latin,
    spellings[to],
    pairsOf('Latn', to).map((pair) => [pair.from, pair.to]),
  ),
)

/** What is learnt, in parts: whoever has a quiet moment does them before somebody waits. */
export const learnAhead: readonly (() => void)[] = [
  () => lesson('Latn', 'Deva'),
  () => pairing('Deva'),
  () => lesson('Deva', 'Guru'),
  () => pairing('Guru'),
  () => lesson('Deva', 'Arab'),
  () => pairing('Arab'),
  () => lesson('Guru', 'Deva'),
  () => lesson('Arab', 'Deva'),
  () => lesson('Deva', 'Latn'),
]
