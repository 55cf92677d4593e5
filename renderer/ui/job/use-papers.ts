import { useEffect, useEffectEvent } from 'react'

import type { PrintJob } from '../../../contract/shell.ts'
import { answered } from '../ask.ts'
import type { StaffBridge } from '../bridge.ts'
import { useEvent } from '../use-event.ts'

/** Tells of every paper of this page, the oldest first, from before the page was opened too. */
export function usePapers({ ask, listen }: StaffBridge, onJob: (job: PrintJob) => void): void {
  useEvent(listen, 'print', onJob)
  const tell = useEffectEvent(onJob)
  useEffect(() => {
    const load = async () => {
      const recent = await answered(ask['print.recent']({}))
      if (!recent.ok) return
      const oldestFirst = recent.value.toSorted((one, other) => one.queuedAt.localeCompare(other.queuedAt))
      for (const job of oldestFirst) tell(job)
    }
    void load()
  }, [ask])
}
