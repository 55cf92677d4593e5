import { z } from 'zod'

import { JobId, PersonId } from '../domain/id.ts'
import { Language } from '../domain/language.ts'
import { Id } from '../domain/scheme/condition.ts'
import { Coverage } from '../domain/scheme/coverage.ts'
import { Known } from '../domain/scheme/known.ts'
import { Person } from '../domain/person/person.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'

const line = z.string().max(800)

/** One scheme's answer for one person, in the language that was asked for. */
export const SchemeLine = z.strictObject({
  scheme: Id,
  name: line,
  benefit: line,
  answer: z.enum(['yes', 'perhaps', 'no']),
  reasons: z.array(line),
  /** What would settle a perhaps. */
  missing: z.array(line),
  oneAway: z.boolean(),
  /** The cover that was confirmed and holds today. */
  cover: Coverage.nullable(),
})
export type SchemeLine = z.infer<typeof SchemeLine>

const Named = z.strictObject({ id: Id, name: line })

/** A question or a paper, the one that settles most first. */
export const SchemeAsk = z.strictObject({
  fact: Id,
  kind: z.enum(['answer', 'exact', 'document']),
  name: line,
  question: line,
  /** How it is answered. */
  value: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('yes-no') }),
    z.strictObject({ kind: z.literal('choice'), choices: z.array(Named) }),
    z.strictObject({ kind: z.literal('number') }),
    z.strictObject({ kind: z.literal('rupees') }),
    z.strictObject({ kind: z.literal('day') }),
    z.strictObject({ kind: z.literal('birthday') }),
  ]),
  papers: z.array(Named),
  /** A look at the paper is not enough for every scheme: its office can be asked. */
  canCheck: z.boolean(),
  /** How many schemes wait for it. */
  settles: z.int().min(1),
  known: Known.nullable(),
})
export type SchemeAsk = z.infer<typeof SchemeAsk>

/** A fact that the answers rest on. */
export const SchemeGround = z.strictObject({
  fact: Id,
  name: line,
  /** In words; null where the page says it better: a day, an age, an amount, yes or no. */
  text: line.nullable(),
  known: Known,
  unit: z.enum(['rupees', 'plain']),
  papers: z.array(line),
  /** A desk noted it, so that it can be asked again; the record's own facts are corrected there. */
  noted: z.boolean(),
})
export type SchemeGround = z.infer<typeof SchemeGround>

export const SchemeView = z.strictObject({
  person: Person,
  age: z.int(),
  lines: z.array(SchemeLine),
  asks: z.array(SchemeAsk),
  grounds: z.array(SchemeGround),
  rules: z.strictObject({
    version: z.int(),
    validFrom: z.iso.date(),
    issuer: line,
    /** Null for the rules that came with the program. */
    signedAt: z.iso.datetime().nullable(),
  }),
})
export type SchemeView = z.infer<typeof SchemeView>

const gone = z.strictObject({ kind: z.literal('gone') })
const whose = { personId: PersonId, language: Language }

/** Schemes and programmes: what a person may have, worked out here from signed rules. */
export const schemeChannels = {
  'scheme.open': channel(z.strictObject(whose), SchemeView.nullable()),
  /** What the person said, or a paper showed; null takes an answer back. `before` is what undoes it. */
  'scheme.note': channel(
    z.strictObject({ ...whose, fact: Id, known: Known.nullable() }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('noted'), before: Known.nullable(), view: SchemeView }),
      gone,
      NotSaved,
    ]),
  ),
  /** The person uses a scheme from today on; it has to be a yes. */
  'scheme.confirm': channel(
    z.strictObject({ ...whose, scheme: Id }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('confirmed'), cover: Coverage, view: SchemeView }),
      z.strictObject({ kind: z.literal('not-yes') }),
      gone,
      NotSaved,
    ]),
  ),
  'scheme.withdraw': channel(
    z.strictObject({ ...whose, cover: z.uuid() }),
    z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('withdrawn'), view: SchemeView }), gone, NotSaved]),
  ),
  /** A list for the person, in their own language: what they have, what they may have, and what to bring. */
  'scheme.print': channel(
    z.strictObject({ personId: PersonId }),
    z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('printing'), job: JobId }), gone, NotSaved]),
  ),
} as const
