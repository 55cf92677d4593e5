import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import type { Missing, SchemeAnswer } from '../../../domain/scheme/answer.ts'
import type { Judge } from '../../../domain/scheme/judge.ts'
import type { PersonFacts } from '../../../domain/scheme/known.ts'
import { factsTold } from './told.ts'

const Told = z.record(z.string(), z.string())

const Sheet = z.strictObject({
  scheme: z.string(),
  day: z.iso.date(),
  /** What every person of the sheet has, unless it says otherwise. */
  always: Told,
  people: z
    .array(
      z.strictObject({
        who: z.string().min(1),
        facts: Told,
        answer: z.enum(['yes', 'no', 'perhaps']),
        why: z.string().min(10),
        /** `answer:income`, `exact:age`, `document:age`, `source:RULE`, in any order. */
        missing: z.array(z.string()).optional(),
        day: z.iso.date().optional(),
      }),
    )
    .min(10),
})

/** One person whose answer for one scheme somebody has worked out by hand. */
export interface HandWorked {
  readonly scheme: string
  readonly who: string
  readonly day: string
  readonly facts: PersonFacts
  readonly answer: SchemeAnswer['answer']
  readonly missing: readonly string[] | null
}

/** The people of every sheet in this folder. */
export const handWorked = (): readonly HandWorked[] =>
  globSync('*.json', { cwd: import.meta.dirname })
    .toSorted()
    .flatMap((name) => {
      const sheet = Sheet.parse(JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')))
      return sheet.people.map(({ who, facts, answer, missing, day }) => ({
        scheme: sheet.scheme,
        who,
        day: day ?? sheet.day,
        facts: factsTold({ ...sheet.always, ...facts }),
        answer,
        missing: missing ?? null,
      }))
    })

/** What differs from the hand-worked answer; null when nothing does. */
export function difference(person: HandWorked, judge: Judge): string | null {
  const found = judge(person.facts, person.day).find(({ scheme }) => scheme === person.scheme)
  const missing = (found?.missing ?? []).map(nameOf).toSorted()
  const wanted = person.missing?.toSorted() ?? missing
  if (found?.answer === person.answer && missing.join() === wanted.join()) return null
  return `${person.scheme}, ${person.who}: ${found?.answer} (${missing.join(', ')}), by hand ${person.answer} (${wanted.join(', ')})`
}

const nameOf = (missing: Missing): string =>
  missing.kind === 'source' ? `source:${missing.rule}` : `${missing.kind}:${missing.fact}`
