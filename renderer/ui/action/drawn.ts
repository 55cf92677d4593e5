import { useEffect, useEffectEvent } from 'react'
import type { RefObject } from 'react'

import { keyOfCap } from '../hotkey.ts'

/** Something that a person can do on the screen right now, as it is drawn there. */
export interface Drawn {
  /** The name of its key as `keyName` says it; null where none is drawn. */
  readonly key: string | null
  readonly cap: string | null
  readonly element: () => Element | null
  readonly run: () => void
}

const drawn: Drawn[] = []

/** Everything that can be done now, in the order it was drawn. */
export const drawnNow = (): readonly Drawn[] => drawn.filter(isShown)

const isShown = ({ element }: Drawn): boolean => element()?.checkVisibility() ?? false

/** What a key does because a cap of it is drawn: of two the one drawn later. */
export const drawnFor = (key: string): Drawn | null =>
  drawn.findLast((each) => each.key === key && isShown(each)) ?? null

/**
 * Puts a button on the list from which keys, palette and help are all read, so that none of them can say what another
 * does not. Without `run` it is not possible now, and is on none of them.
 */
export function useDrawn(
  element: RefObject<Element | null>,
  { cap, run }: { readonly cap: string | undefined; readonly run: (() => void) | undefined },
): void {
  const act = useEffectEvent(() => run?.())
  const isPossible = run !== undefined
  useEffect(() => {
    if (!isPossible) return undefined
    const own: Drawn = {
      key: cap === undefined ? null : keyOfCap(cap),
      cap: cap ?? null,
      element: () => element.current,
      run: () => act(),
    }
    drawn.push(own)
    return () => {
      drawn.splice(drawn.indexOf(own), 1)
    }
  }, [cap, isPossible, element])
}
