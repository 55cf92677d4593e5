import type { PrintJob } from '../../contract/shell.ts'
import type { JobId } from '../../domain/id.ts'
import type { PrinterKind } from '../../domain/print/document.ts'
import type { DeviceHealth, PrintOutcome } from '../../domain/print/outcome.ts'
import type { Hands } from '../process/message.ts'
import { withReserve } from '../store/reserve-work.ts'
import type { Bench } from './bench.ts'
import { dayStart } from './local-time.ts'
import type { Timers } from './world.ts'

export interface SpoolWorld {
  readonly hands: Hands
  readonly timers: Timers
  readonly changed: (job: PrintJob) => void
}

export interface PrinterQueue {
  wake(): void
  /** Tries at once, without waiting for the pause after a failure to end. */
  hurry(): void
  health(device: DeviceHealth | undefined): void
  close(): void
}

const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000

export function printerQueue(bench: Bench, world: SpoolWorld, printer: PrinterKind): PrinterQueue {
  let working = false
  let missed = false
  let closed = false
  let failures = 0
  let state: DeviceHealth['state'] | null = null
  let stopPause: (() => void) | null = null

  // Yesterday's slips are of no use any more; a person may still send one.
  const next = () => bench.store.spool.head(printer, dayStart(bench.today()))
  const workOff = async (): Promise<void> => {
    for (let job = next(); job !== null; job = next()) {
      const outcome = await attempt(bench, world, job.id, () => closed)
      if (closed || outcome === null) return
      failures = outcome.kind === 'not-sent' ? failures + 1 : 0
      if (outcome.kind === 'not-sent') return pause()
    }
  }
  const wake = (): void => {
    // Remembered: a job queued while the last one is being closed must not be overlooked.
    missed = working
    if (working || closed || stopPause !== null) return
    working = true
    workOff()
      .catch((fault: unknown) => bench.report(fault, 'spool'))
      .finally(() => {
        working = false
        if (missed) wake()
      })
  }
  const pause = () => {
    stopPause = world.timers.after(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(8, failures - 1)), hurry)
  }
  const hurry = () => {
    stopPause?.()
    stopPause = null
    wake()
  }
  return {
    wake,
    hurry,
    health(device) {
      const before = state
      state = device?.state ?? null
      if (before !== state && (state === 'ready' || state === 'paper-low')) hurry()
    },
    close() {
      closed = true
      stopPause?.()
    },
  }
}

/** One way of one job through preparation, the open attempt and its outcome; null when it cannot go on now. */
async function attempt(
  bench: Bench,
  { hands, changed }: SpoolWorld,
  id: JobId,
  isClosed: () => boolean,
): Promise<PrintOutcome | null> {
  const { store, now } = bench
  const document = store.spool.document(id)
  if (document === null) return null
  const tell = () => {
    const job = store.spool.get(id)
    if (job !== null) changed(job)
  }
  const close = (outcome: PrintOutcome): PrintOutcome | null => {
    // Left open on purpose: the next start finds it and says that nobody knows.
    if (isClosed()) return null
    if (!withReserve(store, () => store.spool.close(id, outcome, now().toISOString())).ok) return null
    tell()
    return outcome
  }
  const prepared = await hands({ kind: 'prepare', job: id, document }).catch(() => null)
  if (prepared?.kind === 'outcome') return close(prepared.outcome)
  if (prepared?.kind !== 'prepared') return close({ kind: 'not-sent', reason: 'offline' })
  if (isClosed()) return null
  const opened = withReserve(store, () => store.spool.openAttempt(id, prepared.hash, now().toISOString()))
  if (!opened.ok) return null
  tell()
  const sent = await hands({ kind: 'send', job: id, attempt: opened.value }).catch(() => null)
  return close(sent?.kind === 'outcome' ? sent.outcome : { kind: 'uncertain' })
}
