import { useEffect, useState } from 'react'

import type { TerminalStatus } from '../../contract/shell.ts'
import type { ShellBridge } from './bridge.ts'

const AGAIN = 1000

/** How this terminal stands, as last told; null until the first answer. */
export function useStatus({ ask, listen }: ShellBridge): TerminalStatus | null {
  const [status, setStatus] = useState<TerminalStatus | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const first = async () => {
      try {
        const answer = await ask['terminal.status']({})
        if (!over) setStatus((told) => told ?? answer)
      } catch {
        if (!over) timer = setTimeout(() => void first(), AGAIN)
      }
    }
    const stop = listen('status', setStatus)
    void first()
    return () => {
      over = true
      clearTimeout(timer)
      stop()
    }
  }, [ask, listen])
  return status
}
