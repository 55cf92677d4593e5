import { z } from 'zod'

import { Condition, Id } from './condition.ts'
import { Words } from './words.ts'

/** The format of docs/scheme-rules.md that this program reads. */
export const FORMAT = 1

const factBase = {
  id: Id,
  names: Words,
  /** What a clerk asks the person, or somebody with them. */
  question: Words,
  /** Taken from the person's record, asked at the desk, or known from a cover that was confirmed before. */
  from: z.enum(['record', 'asked', 'coverage']),
}

const Choice = z.strictObject({ id: Id, names: Words })

/** `unasked` is what is taken while nobody has asked; it can only speak against a scheme, never for one. */
export const Fact = z.discriminatedUnion('kind', [
  z.strictObject({ ...factBase, kind: z.literal('yes-no'), unasked: z.boolean().optional() }),
  z.strictObject({ ...factBase, kind: z.literal('choice'), choices: z.array(Choice).min(2), unasked: Id.optional() }),
  z.strictObject({ ...factBase, kind: z.literal('number') }),
  z.strictObject({ ...factBase, kind: z.literal('rupees') }),
  z.strictObject({ ...factBase, kind: z.literal('date') }),
  /** The day since which something is so. */
  z.strictObject({ ...factBase, kind: z.literal('since') }),
  /** Counted from the birth in the person's record. */
  z.strictObject({ ...factBase, kind: z.literal('age') }),
])
export type Fact = z.infer<typeof Fact>

export const Paper = z.strictObject({ id: Id, names: Words })
export type Paper = z.infer<typeof Paper>

/** Where a rule is written: an order, a notification, a page. */
export const Source = z.strictObject({
  id: Id,
  title: z.string().trim().min(1).max(300),
  url: z.url({ protocol: /^https?$/ }).max(500),
  /** The day of the order or the page; null when it bears none. */
  dated: z.iso.date().nullable(),
  /** The day somebody last read it. */
  read: z.iso.date(),
})
export type Source = z.infer<typeof Source>

export const Scheme = z.strictObject({
  id: Id,
  kind: z.enum(['scheme', 'programme']),
  level: z.enum(['central', 'state']),
  names: Words,
  /** One sentence: what the person gets. */
  benefit: Words,
  /** Who pays. */
  payor: Words,
  from: z.iso.date().optional(),
  /** The last day. */
  until: z.iso.date().optional(),
  when: Condition,
})
export type Scheme = z.infer<typeof Scheme>

/** All schemes that this hospital knows, as an administrator edits them; docs/scheme-rules.md tells every field. */
export const RuleFile = z.strictObject({
  format: z.literal(FORMAT),
  /** Counts up with every edition. */
  version: z.int().min(1),
  validFrom: z.iso.date(),
  issuer: Words,
  facts: z.array(Fact).min(1),
  documents: z.array(Paper),
  sources: z.array(Source),
  schemes: z.array(Scheme).min(1),
})
export type RuleFile = z.infer<typeof RuleFile>
