import type { How } from './known.ts'
import type { Words } from './words.ts'

export type Answer = 'yes' | 'no' | 'perhaps'

/** Why a rule counts as it does. */
export type Because =
  | 'decided'
  /** Nobody has asked. */
  | 'not-known'
  /** Something is known, too roughly for this rule: an age where the birthday would tell. */
  | 'not-exact'
  /** It was said, and the rule wants a paper. */
  | 'not-proved'
  /** Nobody has written down where the rule comes from. */
  | 'no-source'

/** One rule's part in an answer. */
export interface RuleReason {
  readonly kind: 'rule'
  readonly rule: string
  readonly words: Words
  readonly fact: string
  /** Whether the words are so, as far as it was told; null when it is not known. */
  readonly told: boolean | null
  readonly because: Because
  /** How the fact became known; assumed while nobody has asked. */
  readonly how: How | 'assumed' | null
  readonly source: string | null
}

/** What settles a perhaps. */
export type Missing =
  /** Ask; where papers stand with it, one of them has to be shown as well. */
  | { readonly kind: 'answer'; readonly fact: string; readonly documents: readonly string[] }
  /** The same, for what is known too roughly: the birthday, the day, the amount. */
  | { readonly kind: 'exact'; readonly fact: string; readonly documents: readonly string[] }
  /** One of these papers. */
  | {
      readonly kind: 'document'
      readonly fact: string
      readonly documents: readonly string[]
      readonly level: 'seen' | 'verified'
    }
  /** Somebody has to find out where the rule is written. */
  | { readonly kind: 'source'; readonly rule: string }

export type Reason =
  | RuleReason
  /** It hangs on another scheme. */
  | { readonly kind: 'scheme'; readonly scheme: string; readonly answer: Answer }
  | { readonly kind: 'not-begun'; readonly from: string }
  | { readonly kind: 'over'; readonly until: string }
  /** The scheme itself runs, and none of its rules is in force today. */
  | { readonly kind: 'no-rule' }

export interface SchemeAnswer {
  readonly scheme: string
  readonly answer: Answer
  /** For yes what holds, for no what stands against it, for perhaps what holds and what is open. */
  readonly reasons: readonly Reason[]
  /** Empty unless the answer is perhaps. */
  readonly missing: readonly Missing[]
}
