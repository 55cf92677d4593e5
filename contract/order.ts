import { z } from 'zod'

import { OperatorId, PersonId, PrescriptionId, PrescriptionItemId } from '../domain/id.ts'
import { Allergy } from '../domain/person/allergy.ts'
import { Birth, PersonName, Sex } from '../domain/person/person.ts'
import { AskAnswer, AskWhy, Instead, backCauses, backPlaces, packStates } from '../domain/pharmacy/order-event.ts'
import { Medicine } from '../domain/pharmacy/medicine.ts'
import { PrescriptionItem } from '../domain/pharmacy/prescription.ts'
import { Warning } from '../domain/pharmacy/warning.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'
import { VisitNoted } from './visit.ts'

const Words = z.string().trim().max(200)

/** A proposal with the medicine it names, and how much of that is on this shelf. */
export const Proposal = z.strictObject({ instead: Instead, medicine: Medicine, here: z.int() })
export type Proposal = z.infer<typeof Proposal>

/** What the prescriber was asked about a line, and what came of it. */
export const LineQuestion = z.strictObject({
  id: z.uuid(),
  why: AskWhy,
  instead: z.strictObject({ instead: Instead, medicine: Medicine.nullable() }).nullable(),
  words: z.string(),
  at: z.iso.datetime(),
  /** It has not left this terminal yet, so nobody can have seen it. */
  isUnsent: z.boolean(),
  answer: z.strictObject({ answer: AskAnswer, by: z.string(), at: z.iso.datetime(), words: z.string() }).nullable(),
})
export type LineQuestion = z.infer<typeof LineQuestion>

export const boardStates = ['asked', 'answered', 'to-pick', 'picking', 'picked', 'called', 'part'] as const

/** One prescription of the picking board. */
export const BoardRow = z.strictObject({
  prescriptionId: PrescriptionId,
  personId: PersonId,
  name: PersonName.nullable(),
  /** Today's number of the person, `M 148`. */
  token: z.string().nullable(),
  writtenAt: z.iso.datetime(),
  /** Items that are still to be given. */
  open: z.int(),
  state: z.enum(boardStates),
  since: z.iso.datetime(),
  /** Who picks it, by name, and at which counter; null while nobody does. */
  picker: z.strictObject({ name: z.string(), counter: z.string().nullable(), isHere: z.boolean() }).nullable(),
  /** Whether this terminal holds the right to it. */
  isHere: z.boolean(),
  /** The counter that does, when its name is known. */
  holder: z.string().nullable(),
})
export type BoardRow = z.infer<typeof BoardRow>

/** A hand-over of which something may come back. */
export const HandOver = z.strictObject({
  dispenseId: z.uuid(),
  prescriptionId: PrescriptionId,
  medicine: Medicine,
  lot: z.string(),
  /** Units that have not come back. */
  units: z.int().min(1),
  at: z.iso.datetime(),
  by: z.string(),
  /** Given at this counter: only here can it still lie before somebody's eyes. */
  isHere: z.boolean(),
  isControlled: z.boolean(),
})
export type HandOver = z.infer<typeof HandOver>

const Second = z.strictObject({ witness: OperatorId, pin: z.string().regex(/^\d{4,8}$/) })

/** What a counter does with a prescription beside giving it. */
export const orderChannels = {
  'order.proposals': channel(
    z.strictObject({ prescriptionId: PrescriptionId, itemId: PrescriptionItemId }),
    z.array(Proposal).max(9),
  ),
  'order.ask': channel(
    z.strictObject({
      prescriptionId: PrescriptionId,
      itemId: PrescriptionItemId,
      why: AskWhy,
      instead: Instead.nullable(),
      words: Words,
    }),
    VisitNoted,
  ),
  'order.withdraw': channel(z.strictObject({ prescriptionId: PrescriptionId, question: z.uuid() }), VisitNoted),
  'board.now': channel(z.strictObject({}), z.array(BoardRow).max(200)),
  'board.note': channel(
    z.strictObject({ prescriptionId: PrescriptionId, kind: z.enum(['picking', 'laid-down', 'picked', 'called']) }),
    VisitNoted,
  ),
  'back.list': channel(z.strictObject({ personId: PersonId }), z.array(HandOver).max(40)),
  'back.take': channel(
    z.strictObject({
      dispenseId: z.uuid(),
      quantity: z.int().min(1).max(5000),
      cause: z.enum(backCauses),
      state: z.enum(packStates),
      second: Second.optional(),
    }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('taken'), to: z.enum(backPlaces), mayGiveAgain: z.boolean() }),
      z.strictObject({
        kind: z.literal('refused'),
        reason: z.enum(['unknown', 'more-than-given', 'not-here', 'two-persons', 'one-person']),
      }),
      z.strictObject({ kind: z.literal('wrong'), triesLeft: z.int().min(0) }),
      z.strictObject({ kind: z.literal('wait'), until: z.iso.datetime() }),
      NotSaved,
    ]),
  ),
} as const

/** A question as the prescriber's room shows it. */
export const RoomQuestion = z.strictObject({
  id: z.uuid(),
  prescriptionId: PrescriptionId,
  personId: PersonId,
  person: z.strictObject({ name: PersonName, sex: Sex, birth: Birth }).nullable(),
  token: z.string().nullable(),
  allergies: z.array(Allergy),
  item: PrescriptionItem,
  medicine: Medicine.nullable(),
  given: z.int(),
  why: AskWhy,
  instead: z.strictObject({ instead: Instead, medicine: Medicine.nullable(), warnings: z.array(Warning) }).nullable(),
  words: z.string(),
  at: z.iso.datetime(),
  /** Who asks, by name, and from which counter. */
  by: z.string(),
  counter: z.string().nullable(),
  prescriber: z.string(),
  /** Asked of the doctor who sits here; else of somebody of the same department. */
  isMine: z.boolean(),
})
export type RoomQuestion = z.infer<typeof RoomQuestion>

/** What a doctor ordered lately and may still take back. */
export const TakeBack = z.strictObject({
  prescriptionId: PrescriptionId,
  name: PersonName.nullable(),
  token: z.string().nullable(),
  writtenAt: z.iso.datetime(),
  items: z.array(
    z.strictObject({
      item: PrescriptionItem,
      medicine: Medicine.nullable(),
      given: z.int(),
      closed: z.enum(['taken-back', 'replaced']).nullable(),
    }),
  ),
})
export type TakeBack = z.infer<typeof TakeBack>
