import { z } from 'zod'

import { OperatorId, TerminalId, VisitId } from '../id.ts'
import { Language } from '../language.ts'

/** Why somebody is seen before others, the most urgent first. */
export const priorities = ['emergency', 'pregnant', 'elderly', 'disabled', 'none'] as const
export const Priority = z.enum(priorities)
export type Priority = z.infer<typeof Priority>

const common = {
  id: z.uuid(),
  visitId: VisitId,
  at: z.iso.datetime(),
  by: OperatorId,
  terminal: TerminalId,
}

/**
 * What happened to a visit after its number was given. Events are only added, so that two desks without a network cannot
 * overwrite each other; where a visit stands follows from all of them (domain/hospital/visit-state.ts).
 */
export const VisitEvent = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('prioritised'), priority: Priority }),
  /** To another department or doctor; the number stays. */
  z.strictObject({
    ...common,
    kind: z.literal('moved'),
    department: z.string().max(32),
    doctor: OperatorId.nullable(),
    room: z.string().max(32).nullable(),
  }),
  z.strictObject({ ...common, kind: z.literal('cancelled'), reason: z.string().max(200) }),
  /** Taken back: a cancelled visit, or one that was called and not seen. */
  z.strictObject({ ...common, kind: z.literal('restored') }),
  z.strictObject({
    ...common,
    kind: z.literal('called'),
    room: z.string().max(32),
    /** What the person speaks, for waiting rooms, which are told nothing else of them. */
    language: Language.optional(),
    /** To a pharmacy counter, by its name, with medicines that are ready; where the visit stands is not touched by it. */
    counter: z.string().max(64).optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('seen') }),
  z.strictObject({ ...common, kind: z.literal('absent') }),
])
export type VisitEvent = z.infer<typeof VisitEvent>
