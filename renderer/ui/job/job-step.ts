import { unreachable } from '../../../domain/result.ts'
import type { MessageId } from '../../../domain/text/catalogue.ts'
import type { StateKind } from '../icon/state-shape.tsx'
import type { JobTrail } from './job-trail.ts'

/** One true step of a paper's way, with the moment it happened (ISO 8601) or null while it has not. */
export interface JobStep {
  readonly kind: StateKind
  readonly id: MessageId
  readonly at: string | null
}

/** Saved, sent, and what the printer said or did not say; a step is shown only when it is known. */
export function stepsOf({ job, sentAt }: JobTrail): readonly JobStep[] {
  const saved: JobStep = { kind: 'ok', id: 'desk.job.saved', at: job.queuedAt }
  const sent: readonly JobStep[] = sentAt === null ? [] : [{ kind: 'ok', id: 'desk.job.sent', at: sentAt }]
  const { state } = job
  switch (state.kind) {
    case 'queued':
      return [saved, { kind: 'wait', id: 'desk.job.queued', at: null }]
    case 'sending':
      return [saved, { kind: 'wait', id: 'desk.job.sending', at: state.since }]
    case 'printed':
      return [saved, ...sent, { kind: 'ok', id: 'desk.job.printed', at: state.at }]
    case 'not-sent':
      return [saved, { kind: 'care', id: `desk.job.not-sent.${state.reason}`, at: state.at }]
    case 'uncertain':
      return [saved, ...sent, { kind: 'care', id: 'desk.job.uncertain', at: state.at }]
    case 'settled':
      return [saved, ...sent, { kind: 'ok', id: state.came ? 'desk.job.came' : 'desk.job.did-not-come', at: state.at }]
    default:
      return unreachable(state)
  }
}

/** Finished papers shrink to one grey line; the others get room. */
export const isQuiet = ({ job }: JobTrail): boolean => job.state.kind === 'printed' || job.state.kind === 'settled'
