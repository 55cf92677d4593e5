import { z } from 'zod'

import { OperatorId, PersonId, VisitId } from '../domain/id.ts'
import { Priority } from '../domain/hospital/visit-event.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'

/** A visit of today as pages show it. */
export const VisitView = z.strictObject({
  id: VisitId,
  /** `M 148` */
  label: z.string(),
  department: z.string(),
  /** Who was asked for, by name; null for whoever is free. */
  doctor: z.strictObject({ id: OperatorId, name: z.string() }).nullable(),
  /** What stands over the door where they were called to, or sent. */
  room: z.string().nullable(),
  priority: Priority,
  stage: z.enum(['waiting', 'called', 'absent', 'seen', 'cancelled']),
  calledAt: z.iso.datetime().nullable(),
  calls: z.int().min(0),
  openedAt: z.iso.datetime(),
  /** Why it was cancelled. */
  reason: z.string(),
})
export type VisitView = z.infer<typeof VisitView>

/** Somebody who sees patients today. */
export const RosterView = z.strictObject({
  operator: OperatorId,
  name: z.string(),
  department: z.string(),
  /** What stands over the door. */
  room: z.string(),
  from: z.string(),
  to: z.string(),
})
export type RosterView = z.infer<typeof RosterView>

export const VisitNoted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('noted') }),
  /** It is not, or not any more, what the page took it for. */
  z.strictObject({ kind: z.literal('changed-meanwhile') }),
  NotSaved,
])
export type VisitNoted = z.infer<typeof VisitNoted>

/** What a desk does with a visit after its number was given. */
export const visitChannels = {
  /** Today's visits of a person, the newest first. */
  'visit.today': channel(z.strictObject({ personId: PersonId }), z.array(VisitView).max(20)),
  'visit.roster': channel(z.strictObject({}), z.array(RosterView).max(400)),
  'visit.prioritise': channel(z.strictObject({ visitId: VisitId, priority: Priority }), VisitNoted),
  /** To another department or doctor; the number stays. */
  'visit.move': channel(
    z.strictObject({ visitId: VisitId, department: z.string().max(32), doctor: OperatorId.nullable() }),
    VisitNoted,
  ),
  'visit.cancel': channel(z.strictObject({ visitId: VisitId, reason: z.string().trim().min(1).max(200) }), VisitNoted),
  'visit.restore': channel(z.strictObject({ visitId: VisitId }), VisitNoted),
} as const
