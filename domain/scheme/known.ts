import { z } from 'zod'

import { Birth } from '../person/person.ts'
import { unreachable } from '../result.ts'
import { Id } from './condition.ts'
import type { Fact } from './rule-file.ts'

/** How a fact became known: somebody said it, a paper was looked at, or its issuer's word was checked. */
export const How = z.enum(['spoken', 'seen', 'verified'])
export type How = z.infer<typeof How>

/** A day, or only its month or its year. */
const looseDay = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

const amount = z.number().nonnegative()

/** A number that is known only to lie between two, each null where there is no bound. */
export const Between = z.strictObject({ least: amount.nullable(), most: amount.nullable() })
export type Between = z.infer<typeof Between>

export const KnownValue = z.union([z.boolean(), amount, Between, Birth, z.string().max(40)])
export type KnownValue = z.infer<typeof KnownValue>

export const Known = z.strictObject({
  value: KnownValue,
  how: How,
  /** The papers that were seen or verified for it. */
  by: z.array(Id).default([]),
})
export type Known = z.infer<typeof Known>

/** What is known of a person, by the fact's id; what is not known is not there. */
export const PersonFacts = z.record(Id, Known)
export type PersonFacts = Readonly<Record<string, Known>>

export const isBetween = (value: KnownValue): value is Between => typeof value === 'object' && 'least' in value
export const isBirth = (value: KnownValue): value is Birth => typeof value === 'object' && 'kind' in value

/** Whether a value is of the fact's kind: one that is not counts as not known. */
export function fits(fact: Fact, value: KnownValue): boolean {
  switch (fact.kind) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'choice':
      return fact.choices.some(({ id }) => id === value)
    case 'number':
    case 'rupees':
      return typeof value === 'number' || isBetween(value)
    case 'date':
    case 'since':
      return typeof value === 'string' && looseDay.test(value)
    case 'age':
      return isBirth(value)
    default:
      return unreachable(fact)
  }
}
