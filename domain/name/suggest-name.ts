import { plainWord } from './plain-word.ts'
import { nameScripts, scriptOfWord } from './script.ts'
import type { NameScript } from './script.ts'
import { best } from './spell.ts'
import type { Likely } from './spell.ts'
import { suggestWord } from './suggest-word.ts'
import { titleIn } from './title.ts'

export interface NameSuggestion {
  readonly script: NameScript
  /** Whole names, likeliest first. */
  readonly candidates: readonly string[]
}

/** How people here write a word in another script, the most usual first; nothing for a word that nobody bears. */
export type KnownWays = (plain: string, from: NameScript, to: NameScript) => readonly string[]

const MOST = 3
const MOST_WORDS = 8
/** A way that people here write stands before any guess. */
const KNOWN = 100
/** A way that is a hundred times less likely than the first is no choice. */
const HARDLY = 0.01

/** A typed name in every other script, three ways each at most; a script in which a word cannot be told is left out. */
export function suggestName(text: string, known: KnownWays = () => []): readonly NameSuggestion[] {
  const parts = partsOf(text)
  const words = parts.filter((_, at) => at % 2 === 0)
  const from = words.map((word) => scriptOfWord(plainWord(word)))
  const [first] = from
  if (first === undefined || first === null || words.length > MOST_WORDS) return []
  if (from.some((script) => script !== first)) return []
  return nameScripts
    .filter((script) => script !== first)
    .map((script) => ({ script, candidates: candidatesOf(parts, first, script, known) }))
    .filter(({ candidates }) => candidates.length > 0)
}

/** Words at even places, what stands between them at odd ones: a space, or a hyphen or a stop with its spaces. */
function partsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.,\s-]+$/, '')
  return plain === '' ? [] : plain.split(/(\s*-\s*|\.\s*|\s)/)
}

function candidatesOf(parts: readonly string[], from: NameScript, to: NameScript, known: KnownWays): readonly string[] {
  const ways = parts.map((part, at): readonly Likely[] => {
    if (at % 2 === 1) return [[between(part, parts[at - 1] ?? ''), 1]]
    const title = at === 0 && parts.length > 1 && to !== 'Latn' ? titleIn(plainWord(part), to) : null
    return title === null ? waysOf(part, from, to, known) : [[title, 1]]
  })
  const whole = ways.reduce<readonly Likely[]>(
    (before, next) =>
      best(
        new Map(before.flatMap(([text, chance]) => next.map(([way, part]) => [text + way, chance * part] as const))),
        MOST,
      ),
    [['', 1]],
  )
  return whole.map(([text]) => text)
}

/** A stop stays after an initial; what was short, as Smt. and Md., is written in full and has none. */
const between = (gap: string, word: string): string =>
  gap.startsWith('.') && word.length > 1 ? gap.slice(1) || ' ' : gap

/** Chances that add up to one, so that a sure word of a name leaves the choices to the doubtful one. */
function waysOf(word: string, from: NameScript, to: NameScript, known: KnownWays): readonly Likely[] {
  const chances = new Map<string, number>()
  const add = (way: string, chance: number) => {
    const spelt = to === 'Latn' ? capital(plainWord(way)) : way.normalize('NFC')
    chances.set(spelt, (chances.get(spelt) ?? 0) + chance)
  }
  for (const [way, chance] of suggestWord(word, to, MOST)) add(way, chance)
  known(plainWord(word), from, to).forEach((way, at) => add(way, KNOWN / (at + 1)))
  const all = best(chances, MOST)
  const few = all.filter(([, chance]) => chance > HARDLY * (all[0]?.[1] ?? 0))
  const sum = few.reduce((total, [, chance]) => total + chance, 0)
  return few.map(([way, chance]) => [way, chance / sum])
}

const capital = (plain: string): string => plain.slice(0, 1).toUpperCase() + plain.slice(1)
