import type { z } from 'zod'

import type { VisitNoted } from '../../contract/visit.ts'
import { tokenLabel } from '../../domain/hospital/token.ts'
import { VisitEvent } from '../../domain/hospital/visit-event.ts'
import type { Priority } from '../../domain/hospital/visit-event.ts'
import { timeAfter } from '../../domain/hospital/visit-state.ts'
import type { VisitState } from '../../domain/hospital/visit-state.ts'
import { MutationId, uuidV7 } from '../../domain/id.ts'
import type { OperatorId, TerminalId } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'

export type Noted = z.output<typeof VisitNoted>

/** What can be said of a visit. */
export type Said =
  | { readonly kind: 'prioritised'; readonly priority: Priority }
  | {
      readonly kind: 'moved'
      readonly department: string
      readonly doctor: OperatorId | null
      readonly room: string | null
    }
  | { readonly kind: 'cancelled'; readonly reason: string }
  | { readonly kind: 'called'; readonly room: string; readonly language?: Language; readonly counter?: string }
  | { readonly kind: 'restored' | 'seen' | 'absent' }

/** Who says it: this terminal, and whoever has unlocked it. */
export interface Speaker {
  readonly terminal: TerminalId
  readonly by: OperatorId
}

/** Null before enrolment, and while nobody is there. */
export function speakerOf({ store, session }: Pick<Bench, 'store' | 'session'>): Speaker | null {
  const { terminal } = store.device.read()
  const now = session()
  return terminal === null || now.kind === 'locked' ? null : { terminal, by: now.operator }
}

/** Writes one event down and tells HIMS; gives its id, after which whatever follows in one commit has to come. */
export function writeEvent(
  { bench, write }: { readonly bench: Bench; readonly write: Write },
  state: Pick<VisitState, 'visit' | 'last'>,
  speaker: Speaker,
  said: Said,
): string {
  const { visit } = state
  const id = uuidV7(timeAfter(state, bench.now().getTime()), bench.random(10))
  const event = VisitEvent.parse({ ...said, ...speaker, id, visitId: visit.id, at: write.at })
  write.put('visit_event', event)
  write.tellHims(MutationId.parse(bench.newId()), { kind: 'visit.noted', event }, tokenLabel(visit.token))
  write.audit(`visit.${said.kind}`, visit.id)
  return id
}

/** Notes one thing of a visit, when it still stands as whoever says it takes it to. */
export function noteVisit(bench: Bench, id: string, isStill: (state: VisitState) => boolean, said: Said): Noted {
  const state = bench.store.visits.state(id)
  const speaker = speakerOf(bench)
  if (state === null || speaker === null || !isStill(state)) return { kind: 'changed-meanwhile' }
  const saved = bench.save((write) => writeEvent({ bench, write }, state, speaker, said))
  return saved.ok ? { kind: 'noted' } : { kind: 'not-saved', cause: saved.problem }
}
