import { z } from 'zod'

import { MutationId, OperatorId, PersonId, PrescriptionId, PrescriptionItemId, RightId, TerminalId } from '../id.ts'

/** How many units at each time of day. */
export const Dose = z.strictObject({
  morning: z.number().min(0).max(20),
  noon: z.number().min(0).max(20),
  evening: z.number().min(0).max(20),
  night: z.number().min(0).max(20),
  food: z.enum(['before', 'with', 'after', 'any']),
})
export type Dose = z.infer<typeof Dose>

/** One medicine a doctor ordered: a FHIR R4 MedicationRequest. */
export const PrescriptionItem = z.strictObject({
  id: PrescriptionItemId,
  medicine: z.string(),
  dose: Dose,
  days: z.int().min(1).max(366),
  /** Units to give in all. */
  quantity: z.int().min(1).max(5000),
})
export type PrescriptionItem = z.infer<typeof PrescriptionItem>

/** The medicines of one consultation, which FHIR holds together by `groupIdentifier`. */
export const Prescription = z.strictObject({
  id: PrescriptionId,
  personId: PersonId,
  prescriber: z.string().max(120),
  department: z.string().max(64),
  writtenAt: z.iso.datetime(),
  /** Kept verbatim: a newer HIMS may know a status that this terminal does not. */
  status: z.string().max(32),
  items: z.array(PrescriptionItem).min(1).max(40),
})
export type Prescription = z.infer<typeof Prescription>

/** The right to give out what is left of one item. Exactly one terminal holds it, so no two can give the same pill. */
export const Right = z.strictObject({
  id: RightId,
  itemId: PrescriptionItemId,
  prescriptionId: PrescriptionId,
  left: z.int().min(0),
  holder: TerminalId,
  epoch: z.int().min(1),
})
export type Right = z.infer<typeof Right>

/** One hand-over of one lot: a FHIR R4 MedicationDispense. */
export const Dispense = z.strictObject({
  id: MutationId,
  rightId: RightId,
  itemId: PrescriptionItemId,
  prescriptionId: PrescriptionId,
  personId: PersonId,
  lotId: z.string(),
  quantity: z.int().min(1),
  at: z.iso.datetime(),
  operator: OperatorId,
  terminal: TerminalId,
  /** The second person, for a medicine that two must look at. */
  witness: OperatorId.optional(),
  /** Why it was given although something spoke against it. */
  reason: z.string().min(1).max(200).optional(),
})
export type Dispense = z.infer<typeof Dispense>
