import type { Page } from 'playwright'
import { z } from 'zod'

import { PrintJob } from '../../../../contract/shell.ts'

/** One step of a paper as the page heard of it, with the moment it did, in milliseconds since 1970. */
const Heard = z.object({ job: PrintJob, at: z.number() })
type Heard = z.infer<typeof Heard>

/** How long each part of a paper's way took, in milliseconds. */
export interface PaperWay {
  readonly paper: string
  /** From the key: the question reached the store, and what it asked for was committed. */
  readonly saved: number
  /** Its turn came, it was drawn, and that it is being sent was committed. */
  readonly drawn: number
  /** Sent, burnt and confirmed by the printer, and that committed. */
  readonly printed: number
  /** The page heard of it. */
  readonly told: number
}

/** Runs in the page: notes what is said of papers from now on. */
const listening = `(() => {
  globalThis.tourPapers = []
  globalThis.hims.listen('print', (job) => tourPapers.push({ job, at: performance.timeOrigin + performance.now() }))
})()`

export const hearPapers = (page: Page): Promise<unknown> => page.evaluate(listening)

/** The papers that came out since the key, in the order in which they did; none where nobody listens. */
export async function papersSince(page: Page, key: number): Promise<readonly PaperWay[]> {
  const all = z.array(Heard).parse(await page.evaluate('globalThis.tourPapers?.splice(0) ?? []'))
  const heard = all.filter(({ job }) => Date.parse(job.queuedAt) >= Math.floor(key))
  const steps = Map.groupBy(heard, ({ job }) => job.id)
  return [...steps.values()].flatMap((one) => wayOf(one, key) ?? []).toSorted((one, other) => sum(one) - sum(other))
}

const sum = ({ saved, drawn, printed, told }: PaperWay): number => saved + drawn + printed + told

function wayOf(steps: readonly Heard[], key: number): PaperWay | null {
  const sending = steps.flatMap(({ job }) => (job.state.kind === 'sending' ? [Date.parse(job.state.since)] : [])).at(-1)
  const end = steps.find(({ job }) => job.state.kind === 'printed')
  if (end?.job.state.kind !== 'printed' || sending === undefined) return null
  const queued = Date.parse(end.job.queuedAt)
  const printed = Date.parse(end.job.state.at)
  return {
    paper: end.job.document,
    saved: queued - key,
    drawn: sending - queued,
    printed: printed - sending,
    told: end.at - printed,
  }
}
