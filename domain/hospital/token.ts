import { z } from 'zod'

import { OperatorId, PersonId, TerminalId, VisitId } from '../id.ts'
import { Priority } from './visit-event.ts'

/** A run of queue numbers that only one terminal may give out, on one day, for one department. */
export const TokenBlock = z.strictObject({
  department: z.string(),
  day: z.iso.date(),
  prefix: z.string(),
  low: z.int().min(1),
  high: z.int().min(1),
})
export type TokenBlock = z.infer<typeof TokenBlock>

/** A place in a queue: said as `M 148`. */
export const Token = z.strictObject({
  department: z.string(),
  day: z.iso.date(),
  prefix: z.string(),
  number: z.int().min(1),
})
export type Token = z.infer<typeof Token>

export const tokenLabel = (token: Pick<Token, 'prefix' | 'number'>): string => `${token.prefix} ${token.number}`

export const Visit = z.strictObject({
  id: VisitId,
  personId: PersonId,
  token: Token,
  openedAt: z.iso.datetime(),
  terminal: TerminalId,
  /** Why they are seen before others; most are not. */
  priority: Priority.optional(),
  /** The doctor asked for, and not whoever is free. */
  doctor: OperatorId.optional(),
  /** Whose it was taken for before, the first one first: the number was given on the wrong card. */
  repointed: z
    .array(z.strictObject({ from: PersonId, at: z.iso.datetime(), by: OperatorId, reason: z.string().max(200) }))
    .max(20)
    .optional(),
})
export type Visit = z.infer<typeof Visit>
