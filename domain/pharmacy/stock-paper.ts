import { z } from 'zod'

import { PlaceCode } from '../hospital/facility.ts'
import { OperatorId, TerminalId } from '../id.ts'

/** One lot on a paper, in units. */
export const StockLine = z.strictObject({
  lotId: z.string().min(1).max(80),
  medicine: z.string().max(80),
  /** What the sender's paper, or the ledger, says; null where nothing said it. */
  expected: z.int().min(0).nullable(),
  /** What was found, sent, or given back. */
  found: z.int().min(0),
  /** Of what came, broken or spoilt: that never reaches the shelf. */
  damaged: z.int().min(0),
  /** Of a count: somebody counted again because the difference was large. */
  recounted: z.literal(true).optional(),
})
export type StockLine = z.infer<typeof StockLine>

/**
 * What a person did with stock, as one paper that is never changed: the ledger's events name it. FHIR R4: SupplyDelivery
 * for what comes and goes.
 */
export const StockPaper = z.strictObject({
  id: z.uuid(),
  /** `arrived`: what came of a transfer, said where it went to; its reference is the sender's paper. */
  kind: z.enum(['received', 'sent', 'arrived', 'counted', 'returned', 'destroyed']),
  /** The code of a Room of kind `store`. */
  store: z.string().max(32),
  /** The store or supplier it came from or goes to. */
  other: z.string().max(80).nullable(),
  /** The number on the supplier's paper, or the request it answers. */
  reference: z.string().max(80),
  lines: z.array(StockLine).min(1).max(200),
  at: z.iso.datetime(),
  /** Of what arrived: the moment of the sender's paper. */
  sentAt: z.iso.datetime().optional(),
  by: OperatorId,
  /** The second person, where two are asked for. */
  witness: OperatorId.nullable(),
  terminal: TerminalId,
  note: z.string().max(200),
})
export type StockPaper = z.infer<typeof StockPaper>

/** Whether a lot may be given: the newest word of any pharmacy or of HIMS counts. */
export const LotMark = z.strictObject({
  /** The lot's id. */
  id: z.string().min(1).max(80),
  state: z.enum(['free', 'quarantined', 'recalled']),
  reason: z.string().max(200),
  at: z.iso.datetime(),
  by: OperatorId,
})
export type LotMark = z.infer<typeof LotMark>

/** One look at the thermometer of a place that has to stay cold. */
export const ColdReading = z.strictObject({
  id: z.uuid(),
  store: z.string().max(32),
  /** Degrees Celsius, to a tenth. */
  celsius: z.number().min(-60).max(60),
  at: z.iso.datetime(),
  by: OperatorId,
  /** What was done when it was too warm or too cold; empty otherwise. */
  done: z.string().max(200),
})
export type ColdReading = z.infer<typeof ColdReading>

/** When a hospital asks for more of a medicine, and how much it wants to hold. */
export const ReorderLevel = z.strictObject({
  /** The medicine's code, and of one hospital's own level a stop and the hospital's. */
  id: z.string().max(120),
  least: z.int().min(0),
  wanted: z.int().min(1),
  /** The hospital whose level it is; absent for all that have none of their own. */
  facility: PlaceCode.optional(),
})
export type ReorderLevel = z.infer<typeof ReorderLevel>

/** A hospital's wish for a medicine (FHIR R4 SupplyRequest); HIMS makes one, however many desks run short. */
export const SupplyRequest = z.strictObject({
  id: z.string().min(1).max(120),
  medicine: z.string().max(80),
  quantity: z.int().min(1),
  received: z.int().min(0),
  status: z.enum(['active', 'completed', 'cancelled']),
  at: z.iso.datetime(),
  /** The hospital that wants it, where the level is its own. */
  facility: PlaceCode.optional(),
})
export type SupplyRequest = z.infer<typeof SupplyRequest>
