import type { Because, Missing, RuleReason } from './answer.ts'
import type { Rule } from './condition.ts'
import type { Known } from './known.ts'
import type { Fact } from './rule-file.ts'
import { tryTest } from './try-rule.ts'

/** A truth with the reasons that made it; `missing` says what would settle a null. */
export interface RuleVerdict {
  readonly value: boolean | null
  readonly reason: RuleReason
  readonly missing: Missing | null
}

/**
 * Judges one rule. `helps` is the truth that speaks for the scheme: true, and false under a `not`. What speaks for it
 * has to be proved as the rule demands and can't be assumed; what speaks against it counts as it was said.
 */
export function judgeRule(
  rule: Rule,
  fact: Fact,
  known: Known | undefined,
  helps: boolean,
  today: string,
): RuleVerdict {
  const assumed = known === undefined ? unaskedOf(fact) : undefined
  const value = known?.value ?? assumed
  const told = value === undefined ? null : tryTest(fact, rule.test, value, today)
  const because = why(rule, known, told, helps)
  return {
    value: because === 'decided' ? told : null,
    reason: {
      kind: 'rule',
      rule: rule.rule,
      words: rule.words,
      fact: rule.fact,
      told: assumed !== undefined && because === 'not-known' ? null : told,
      because,
      how: known?.how ?? (assumed !== undefined && because === 'decided' ? 'assumed' : null),
      source: rule.source,
    },
    missing: because === 'decided' ? null : missingOf(rule, known, because),
  }
}

const unaskedOf = (fact: Fact): boolean | string | undefined => ('unasked' in fact ? fact.unasked : undefined)

function why(rule: Rule, known: Known | undefined, told: boolean | null, helps: boolean): Because {
  if (rule.source === null) return 'no-source'
  if (told === null) return known === undefined ? 'not-known' : 'not-exact'
  if (told !== helps) return 'decided'
  if (known === undefined) return 'not-known'
  return isProved(rule, known) ? 'decided' : 'not-proved'
}

function isProved({ proof }: Rule, { how, by }: Known): boolean {
  if (proof === undefined) return true
  const enough = how === 'verified' || (how === 'seen' && proof.level === 'seen')
  return enough && by.some((paper) => proof.by.includes(paper))
}

function missingOf(rule: Rule, known: Known | undefined, because: Because): Missing {
  const { fact, proof } = rule
  const documents = proof === undefined || (known !== undefined && isProved(rule, known)) ? [] : proof.by
  if (because === 'no-source') return { kind: 'source', rule: rule.rule }
  if (because === 'not-proved') return { kind: 'document', fact, documents, level: proof?.level ?? 'seen' }
  return { kind: because === 'not-exact' ? 'exact' : 'answer', fact, documents }
}
