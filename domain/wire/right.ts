import { z } from 'zod'

import { PrescriptionId, TerminalId } from '../id.ts'
import { Right } from '../pharmacy/prescription.ts'
import { RightWish } from '../pharmacy/right-wish.ts'

/** So many rights are told at once. */
export const MOST_TOLD = 500

/** A right as its holder has it, and the units that it was made of: what is left, was given by it and was returned. */
export const ToldRight = z.object({ right: Right, units: z.int().min(0) })
export type ToldRight = z.infer<typeof ToldRight>

/**
 * POST /sync/v1/right. `claim`: this pharmacy wants what may still be given of a prescription; asking again under one id
 * repeats the answer. `counters`: which pharmacies there are, so that a page can name who holds a right.
 * `told`: what rights this pharmacy has, for a HIMS that came back from a copy and asks for it in its greeting.
 */
export const RightRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), id: z.uuid(), prescriptionId: PrescriptionId }),
  z.object({ kind: z.literal('counters') }),
  z.object({ kind: z.literal('told'), rights: z.array(ToldRight).max(MOST_TOLD), more: z.boolean() }),
])
export type RightRequest = z.infer<typeof RightRequest>

export const Counter = z.object({ terminal: TerminalId, label: z.string().max(64) })
export type Counter = z.infer<typeof Counter>

export const ClaimAnswer = z.discriminatedUnion('kind', [
  /** Nobody held it: it is this pharmacy's now, and comes with the next pull as well. */
  z.object({ kind: z.literal('given'), rights: z.array(Right) }),
  /** Its holders were asked; what nobody held is given at once. */
  z.object({ kind: z.literal('asked'), rights: z.array(Right), wish: RightWish, holders: z.array(TerminalId) }),
  /**
   * `unknown`: HIMS has no such prescription yet; `stopped`: it is not active; `done`: nothing is left of it;
   * `locked`: its holder was restored or is gone, and an administrator must free what it held.
   */
  z.object({ kind: z.literal('none'), cause: z.enum(['unknown', 'stopped', 'done', 'locked']) }),
])
export type ClaimAnswer = z.infer<typeof ClaimAnswer>

export const RightReply = z.object({
  incarnation: z.string().max(64),
  schema: z.int().min(1),
  serverTime: z.iso.datetime(),
  /** Null for anything but a claim. */
  answer: ClaimAnswer.nullable(),
  counters: z.array(Counter).max(1000),
})
export type RightReply = z.infer<typeof RightReply>
