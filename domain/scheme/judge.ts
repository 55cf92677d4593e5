import type { Answer, Missing, Reason, SchemeAnswer } from './answer.ts'
import type { Condition } from './condition.ts'
import { inForce } from './condition.ts'
import { judgeRule } from './judge-rule.ts'
import type { PersonFacts } from './known.ts'
import type { Fact, RuleFile, Scheme } from './rule-file.ts'
import { opposite } from './try-rule.ts'

/** Kleene's third value is null. */
interface Verdict {
  readonly value: boolean | null
  readonly reasons: readonly Reason[]
  readonly missing: readonly Missing[]
}

/** Answers every scheme of the file, in its order, from what is known of a person on a day (`YYYY-MM-DD`). */
export type Judge = (facts: PersonFacts, today: string) => readonly SchemeAnswer[]

/** A judge for a file that `checkRules` found in order. */
export function judgeBy(file: RuleFile): Judge {
  const facts = new Map(file.facts.map((fact) => [fact.id, fact]))
  const schemes = new Map(file.schemes.map((scheme) => [scheme.id, scheme]))
  return (known, today) => {
    const sitting: Sitting = { facts, schemes, known, today, done: new Map() }
    return file.schemes.map((scheme) => answerOf(scheme, sitting))
  }
}

interface Sitting {
  readonly facts: ReadonlyMap<string, Fact>
  readonly schemes: ReadonlyMap<string, Scheme>
  readonly known: PersonFacts
  readonly today: string
  readonly done: Map<string, SchemeAnswer>
}

function answerOf(scheme: Scheme, sitting: Sitting): SchemeAnswer {
  const before = sitting.done.get(scheme.id)
  if (before !== undefined) return before
  const verdict = inForce(scheme, sitting.today) ? judge(scheme.when, true, sitting) : null
  const answer = { scheme: scheme.id, ...(verdict === null ? outOfForce(scheme, sitting.today) : settled(verdict)) }
  sitting.done.set(scheme.id, answer)
  return answer
}

function outOfForce({ from, until }: Scheme, today: string): Omit<SchemeAnswer, 'scheme'> {
  const reason: Reason =
    from !== undefined && today < from
      ? { kind: 'not-begun', from }
      : until !== undefined && today > until
        ? { kind: 'over', until }
        : { kind: 'no-rule' }
  return { answer: 'no', reasons: [reason], missing: [] }
}

function settled({ value, reasons, missing }: Verdict): Omit<SchemeAnswer, 'scheme'> {
  const answer: Answer = value === null ? 'perhaps' : value ? 'yes' : 'no'
  return { answer, reasons: once(reasons), missing: shortened(once(missing)) }
}

/** A question that is asked anyway, with papers, is not asked a second time without. */
const shortened = (missing: readonly Missing[]): readonly Missing[] =>
  missing.filter(
    (each) =>
      each.kind === 'source' ||
      each.documents.length > 0 ||
      !missing.some((other) => other.kind !== 'source' && other.fact === each.fact && other.documents.length > 0),
  )

/** Null for a condition of which no rule is in force on the day: its neighbours decide without it. */
function judge(condition: Condition, helps: boolean, sitting: Sitting): Verdict | null {
  if ('all' in condition || 'any' in condition) {
    if (!inForce(condition, sitting.today)) return null
    return 'all' in condition
      ? joined(condition.all, false, helps, sitting)
      : joined(condition.any, true, helps, sitting)
  }
  if ('scheme' in condition) return judgeOther(condition.scheme, sitting)
  if ('not' in condition) {
    const verdict = judge(condition.not, !helps, sitting)
    return verdict === null ? null : { ...verdict, value: opposite(verdict.value) }
  }
  const fact = sitting.facts.get(condition.fact)
  if (fact === undefined || !inForce(condition, sitting.today)) return null
  const { value, reason, missing } = judgeRule(condition, fact, sitting.known[condition.fact], helps, sitting.today)
  return { value, reasons: [reason], missing: missing === null ? [] : [missing] }
}

/** `deciding` is the truth of which one is enough: true for any, false for all. */
function joined(conditions: readonly Condition[], deciding: boolean, helps: boolean, sitting: Sitting): Verdict | null {
  const verdicts = conditions.map((each) => judge(each, helps, sitting)).filter((each) => each !== null)
  if (verdicts.length === 0) return null
  const enough = verdicts.filter(({ value }) => value === deciding)
  if (enough.length > 0) return together(deciding, enough)
  if (verdicts.every(({ value }) => value === !deciding)) return together(!deciding, verdicts)
  // An alternative that is out of the question would only lengthen what is still to be asked.
  return together(null, deciding ? verdicts.filter(({ value }) => value === null) : verdicts)
}

const together = (value: boolean | null, verdicts: readonly Verdict[]): Verdict => ({
  value,
  reasons: verdicts.flatMap(({ reasons }) => reasons),
  missing: value === null ? verdicts.flatMap(({ missing }) => missing) : [],
})

function judgeOther(id: string, sitting: Sitting): Verdict | null {
  const scheme = sitting.schemes.get(id)
  if (scheme === undefined) return null
  const { answer, missing } = answerOf(scheme, sitting)
  return {
    value: answer === 'perhaps' ? null : answer === 'yes',
    reasons: [{ kind: 'scheme', scheme: id, answer }],
    missing,
  }
}

function once<Each extends Reason | Missing>(list: readonly Each[]): readonly Each[] {
  const seen = new Set<string>()
  return list.filter((each) => {
    const name = nameOf(each)
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew
  })
}

/** What two reasons, or two things missing, have in common when they are the same. */
const nameOf = (each: Reason | Missing): string =>
  'documents' in each
    ? `${each.kind} ${each.fact} ${each.documents.join(' ')}`
    : `${each.kind} ${'rule' in each ? each.rule : 'scheme' in each ? each.scheme : ''}`
