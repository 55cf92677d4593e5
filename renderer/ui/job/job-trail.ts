import type { PrintJob } from '../../../contract/shell.ts'
import type { JobId } from '../../../domain/id.ts'

/** What is known of one paper, with the moment it was sent remembered after it came out. */
export interface JobTrail {
  readonly job: PrintJob
  readonly sentAt: string | null
}

/** By job id. */
export type Trails = Readonly<Record<string, JobTrail>>

const KEPT = 40

/** A job event added to what was known; only the newest few jobs are kept. */
export function followed(trails: Trails, job: PrintJob): Trails {
  const before = trails[job.id]
  const sentAt = job.state.kind === 'sending' ? job.state.since : (before?.sentAt ?? null)
  const entries = Object.entries({ ...trails, [job.id]: { job, sentAt } })
  return Object.fromEntries(entries.length > KEPT ? entries.slice(-KEPT) : entries)
}

/** The papers of an issue in order, each followed by the copies that were printed of it since. */
export const withCopies = (trails: Trails, ids: readonly JobId[]): readonly JobTrail[] =>
  ids.flatMap((id) => {
    const original = trails[id]
    if (original === undefined) return []
    const { document, title } = original.job
    const copies = Object.values(trails).filter(
      ({ job }) => job.id !== id && job.copy > 1 && job.document === document && job.title === title,
    )
    return [original, ...copies]
  })

/** A paper that nobody can know about but a person looking at the printer. */
export const isUncertain = ({ job }: JobTrail): boolean => job.state.kind === 'uncertain'

export const needsPerson = ({ job }: JobTrail): boolean =>
  job.state.kind === 'uncertain' || job.state.kind === 'not-sent'
