import { useEffect, useRef, useState } from 'react'

import type { ShellBridge } from './bridge.ts'
import { useEvent } from './use-event.ts'

/**
 * Grows when rows changed in the store, so that pages read again what they show; `again` makes it grow at once. A page
 * that reads much waits for `breath` milliseconds while HIMS sends much.
 */
export function useRound(
  { listen }: Pick<ShellBridge, 'listen'>,
  breath = 0,
): { readonly round: number; readonly again: () => void } {
  const [round, setRound] = useState(0)
  const due = useRef<ReturnType<typeof setTimeout>>(undefined)
  const again = () => setRound((before) => before + 1)
  useEvent(listen, 'changed', () => {
    if (breath === 0) {
      again()
      return
    }
    due.current ??= setTimeout(() => {
      due.current = undefined
      again()
    }, breath)
  })
  useEffect(
    () => () => {
      clearTimeout(due.current)
      // Behind the lock nothing is due, and what comes after it has to be heard.
      due.current = undefined
    },
    [],
  )
  return { round, again }
}
