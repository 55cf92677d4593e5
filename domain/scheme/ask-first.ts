import type { Missing, SchemeAnswer } from './answer.ts'
import type { RuleFile } from './rule-file.ts'

/** One question, or one paper, that would bring schemes nearer to a yes or a no. */
export interface Ask {
  readonly fact: string
  /** `answer`: nobody knows. `exact`: known too roughly. `document`: told, and a paper has to be shown. */
  readonly kind: 'answer' | 'exact' | 'document'
  /** Papers that prove it, those that most schemes take first; empty where a word is enough. */
  readonly documents: readonly string[]
  /** Whether one of the rules wants its office asked, and not only a look at the paper. */
  readonly level: 'seen' | 'verified'
  /** The schemes that wait for it. */
  readonly schemes: readonly string[]
}

type Open = Exclude<Missing, { readonly kind: 'source' }>

const isOpen = (missing: Missing): missing is Open => missing.kind !== 'source'

/** What is still to be asked, the one that settles most first: a scheme that waits for nothing else counts whole. */
export function asksOf(answers: readonly SchemeAnswer[], file: RuleFile): readonly Ask[] {
  const found = new Map<string, { weight: number; open: Open[]; schemes: string[] }>()
  for (const { scheme, missing } of answers) {
    const open = missing.filter(isOpen)
    const steps = new Set(open.map(({ fact }) => fact)).size + (open.length < missing.length ? 1 : 0)
    for (const [fact, parts] of Map.groupBy(open, (each) => each.fact)) {
      const before = found.get(fact) ?? { weight: 0, open: [], schemes: [] }
      found.set(fact, {
        weight: before.weight + 1 / steps ** 2,
        open: [...before.open, ...parts],
        schemes: [...before.schemes, scheme],
      })
    }
  }
  const place = new Map(file.facts.map(({ id }, at) => [id, at]))
  return Array.from(found, ([fact, { weight, open, schemes }]) => ({ weight, ask: askOf(fact, open, schemes) }))
    .toSorted((one, other) => other.weight - one.weight || at(place, one.ask) - at(place, other.ask))
    .map(({ ask }) => ask)
}

const at = (place: ReadonlyMap<string, number>, { fact }: Ask): number => place.get(fact) ?? place.size

function askOf(fact: string, open: readonly Open[], schemes: readonly string[]): Ask {
  const kinds = ['answer', 'exact', 'document'] as const
  const votes = Map.groupBy(
    open.flatMap(({ documents }) => documents),
    (paper) => paper,
  )
  return {
    fact,
    kind: kinds.find((kind) => open.some((each) => each.kind === kind)) ?? 'answer',
    documents: Array.from(votes)
      .toSorted(([, one], [, other]) => other.length - one.length)
      .map(([paper]) => paper),
    level: open.some((each) => each.kind === 'document' && each.level === 'verified') ? 'verified' : 'seen',
    schemes,
  }
}

/** Whether one thing more, and nothing that only an office can settle, would decide it. */
export const isOneAway = ({ missing }: SchemeAnswer): boolean =>
  missing.every(isOpen) && new Set(missing.map((each) => (isOpen(each) ? each.fact : ''))).size === 1
