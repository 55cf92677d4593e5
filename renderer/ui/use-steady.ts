import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * What is to be done, as a function that stays the same while the deed changes: what is handed it need not be drawn anew
 * for every new closure. For presses and keys, not for use while drawing.
 */
export function useSteady(act: (() => void) | undefined): (() => void) | undefined {
  const newest = useRef(act)
  useLayoutEffect(() => {
    newest.current = act
  })
  const steady = useCallback(() => newest.current?.(), [])
  return act === undefined ? undefined : steady
}
