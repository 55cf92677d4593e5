import { z } from 'zod'

import { OperatorId, TerminalId } from '../id.ts'
import { DayCounts } from './day-count.ts'

/** Where tokens and papers of a desk do not agree; what it names is the token as it is said, or the paper's. */
export const DifferenceKind = z.enum(['token-without-paper', 'paper-without-token', 'number-without-token'])
export type DifferenceKind = z.infer<typeof DifferenceKind>

export const SignedDifference = z.strictObject({
  kind: DifferenceKind,
  name: z.string().max(64),
  /** In the words of whoever signed. */
  explained: z.string().trim().min(1).max(200),
})
export type SignedDifference = z.infer<typeof SignedDifference>

/**
 * What somebody answers for with their PIN about one desk's day: that it ends so (`signed`), that it goes on after all
 * (`reopened`), or that another clerk goes on with it (`handed`). Never changed: a later one names the one before.
 */
export const DayStatement = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['signed', 'reopened', 'handed']),
  /** The hospital's code. */
  facility: z.string().max(32),
  terminal: TerminalId,
  /** As it stands over the counter. */
  label: z.string().max(64),
  day: z.iso.date(),
  /** What is counted began here and ends at `at`. */
  from: z.iso.datetime(),
  at: z.iso.datetime(),
  /** Whose PIN it was, or who handed over. */
  by: OperatorId,
  /** Who took over; null otherwise. */
  to: OperatorId.nullable(),
  /** The statement of this day and desk before it. */
  after: z.uuid().nullable(),
  counts: DayCounts,
  /** At that moment: what waited for HIMS, and what HIMS would not have. */
  waiting: z.int().min(0),
  refused: z.int().min(0),
  /** Emergency supplies of the whole hospital that this desk had heard of. */
  emergency: z.int().min(0),
  differences: z.array(SignedDifference).max(500),
  note: z.string().max(200),
  /** The last entry of the desk's audit log before this one. */
  audit: z.strictObject({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
})
export type DayStatement = z.infer<typeof DayStatement>

/** Where a day stands by what was said of it, whatever order it came in. */
export type DayStanding =
  | { readonly kind: 'open'; readonly reopened: DayStatement | null }
  | { readonly kind: 'signed'; readonly statement: DayStatement }

/** The last word about a day: statements name the one before, and those of one desk are made one after another. */
export function dayStanding(statements: readonly DayStatement[]): DayStanding {
  const last = statements
    .filter(({ kind }) => kind !== 'handed')
    .toSorted(byMaking)
    .at(-1)
  if (last === undefined) return { kind: 'open', reopened: null }
  return last.kind === 'signed' ? { kind: 'signed', statement: last } : { kind: 'open', reopened: last }
}

/** Each was made after the entry of the desk's log that it names; a clock may have been set back meanwhile. */
export const byMaking = (one: DayStatement, other: DayStatement): number =>
  one.audit.seq - other.audit.seq || (one.id < other.id ? -1 : 1)

/** The message that says where tokens and papers do not agree. */
export const differenceId = ({
  kind,
  paper,
}: {
  readonly kind: DifferenceKind
  readonly paper: 'none' | 'spoiled' | 'open' | null
}) =>
  kind === 'token-without-paper'
    ? (`day.difference.token-without-paper.${paper ?? 'none'}` as const)
    : (`day.difference.${kind}` as const)
