import { z } from 'zod'

import { Words } from './words.ts'

/** A short name in small Latin letters, such as `ews-bed`. */
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens')
  .max(40)

const count = z.number().nonnegative()

/** A stretch of time in one unit; months and years go by the calendar. */
export const Period = z.union([
  z.strictObject({ years: z.int().min(0).max(150) }),
  z.strictObject({ months: z.int().min(0).max(1800) }),
  z.strictObject({ days: z.int().min(0).max(60_000) }),
])
export type Period = z.infer<typeof Period>

const Day = z.union([z.iso.date(), z.literal('today')])

/** What a rule asks of its fact. */
export const Test = z.union([
  z.strictObject({ is: z.union([z.boolean(), count, Id]) }),
  z.strictObject({ oneOf: z.array(Id).min(1) }),
  z.strictObject({ atLeast: z.union([count, Period]) }),
  z.strictObject({ atMost: count }),
  z.strictObject({ above: count }),
  z.strictObject({ below: z.union([count, Period]) }),
  /** A day not after today, and not longer ago than this. */
  z.strictObject({ within: Period }),
  z.strictObject({ onOrAfter: Day }),
  z.strictObject({ onOrBefore: Day }),
])
export type Test = z.infer<typeof Test>

/** Any one of these papers, looked at here or checked with whoever issued it. */
export const Proof = z.strictObject({
  by: z.array(Id).min(1),
  level: z.enum(['seen', 'verified']).default('seen'),
})
export type Proof = z.infer<typeof Proof>

/** One sentence of a scheme, with where it is written. Without a source it leaves its answer open. */
export const Rule = z.strictObject({
  rule: Id,
  words: Words,
  fact: Id,
  test: Test,
  source: Id.nullable(),
  proof: Proof.optional(),
  from: z.iso.date().optional(),
  /** The last day. */
  until: z.iso.date().optional(),
})
export type Rule = z.infer<typeof Rule>

/** The days on which something is so, both included; without a bound for ever. */
export interface Days {
  readonly from?: string | undefined
  readonly until?: string | undefined
}

export type Condition =
  | Rule
  | (Days & { readonly all: readonly Condition[] })
  | (Days & { readonly any: readonly Condition[] })
  | { readonly not: Condition }
  /** What another scheme of the file answers. */
  | { readonly scheme: string }

const days = { from: z.iso.date().optional(), until: z.iso.date().optional() }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Rule,
    z.strictObject({ all: z.array(Condition).min(1), ...days }),
    z.strictObject({ any: z.array(Condition).min(1), ...days }),
    z.strictObject({ not: Condition }),
    z.strictObject({ scheme: Id }),
  ]),
)

/** The conditions right inside one. */
export function inside(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  return 'not' in condition ? [condition.not] : []
}

/** The rules anywhere inside a condition. */
export const rulesIn = (condition: Condition): readonly Rule[] =>
  'rule' in condition ? [condition] : inside(condition).flatMap(rulesIn)

export const inForce = ({ from, until }: Days, day: string): boolean =>
  (from === undefined || day >= from) && (until === undefined || day <= until)
