import { z } from 'zod'

import { OperatorId, PrescriptionId, PrescriptionItemId, TerminalId } from '../id.ts'
import { Dose } from './prescription.ts'

/** Why a pharmacist asks the prescriber. */
export const askWhys = ['not-in-stock', 'allergy', 'interaction', 'dose-unclear', 'other'] as const
export const AskWhy = z.enum(askWhys)
export type AskWhy = z.infer<typeof AskWhy>

/** What a prescriber answers: another medicine in its place, the order as it was written, or none of it. */
export const askAnswers = ['instead', 'as-written', 'none'] as const
export const AskAnswer = z.enum(askAnswers)
export type AskAnswer = z.infer<typeof AskAnswer>

/** A medicine that is proposed, or ordered, in the place of one that was written. */
export const Instead = z.strictObject({
  medicine: z.string().max(80),
  dose: Dose,
  days: z.int().min(1).max(366),
  quantity: z.int().min(1).max(5000),
})
export type Instead = z.infer<typeof Instead>

/** Given by mistake and still at the counter, or brought back by whoever had taken it home. */
export const backCauses = ['by-mistake', 'brought-back'] as const
export const packStates = ['unopened', 'opened'] as const
export const backPlaces = ['shelf', 'quarantine', 'waste'] as const

const common = {
  id: z.uuid(),
  prescriptionId: PrescriptionId,
  at: z.iso.datetime(),
  by: OperatorId,
  terminal: TerminalId,
}
const Words = z.string().max(200)

/**
 * What happened to a prescription after it was signed. Events are only added; where it stands follows from all of them
 * (domain/pharmacy/order-state.ts).
 */
export const OrderEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('asked'),
    itemId: PrescriptionItemId,
    why: AskWhy,
    /** What the pharmacist proposes. */
    instead: Instead.nullable(),
    words: Words,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('answered'),
    question: z.uuid(),
    itemId: PrescriptionItemId,
    answer: AskAnswer,
    /** The new order that stands in its place. */
    replacedBy: PrescriptionId.nullable(),
    words: Words,
  }),
  /** The pharmacist needs no answer any more. */
  z.strictObject({ ...common, kind: z.literal('withdrawn'), question: z.uuid() }),
  z.strictObject({
    ...common,
    kind: z.literal('taken-back'),
    items: z.array(PrescriptionItemId).min(1).max(40),
    words: Words,
  }),
  z.strictObject({ ...common, kind: z.literal('picking') }),
  z.strictObject({ ...common, kind: z.literal('laid-down') }),
  z.strictObject({ ...common, kind: z.literal('picked') }),
  z.strictObject({ ...common, kind: z.literal('called') }),
  /** Medicine that came back over the counter, of one hand-over. */
  z.strictObject({
    ...common,
    kind: z.literal('given-back'),
    dispenseId: z.uuid(),
    /** The right it was given by. */
    rightId: z.uuid(),
    itemId: PrescriptionItemId,
    lotId: z.string().max(80),
    quantity: z.int().min(1),
    cause: z.enum(backCauses),
    state: z.enum(packStates),
    to: z.enum(backPlaces),
    /** The second person, for a medicine that two must look at. */
    witness: OperatorId.nullable(),
  }),
])
export type OrderEvent = z.infer<typeof OrderEvent>
export type OrderEventOf<Kind extends OrderEvent['kind']> = Extract<OrderEvent, { readonly kind: Kind }>
