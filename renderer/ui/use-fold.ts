import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

import type { StateKind } from './icon/state-shape.tsx'
import { foldedOf } from './status-fold.ts'

interface Fold {
  /** Holds the list first and the button, where there is one, after it. */
  readonly line: RefObject<HTMLDivElement | null>
  readonly folded: ReadonlySet<number>
}

/** Before the button has been seen, in rem. */
const BUTTON = 10

const nothing: ReadonlySet<number> = new Set()

const same = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
  one.size === other.size && [...one].every((at) => other.has(at))

/** What of a list has no room on its line, by what it says; where its style lets it wrap, all of it has room. */
export function useFold(kinds: readonly StateKind[], said: string): Fold {
  const line = useRef<HTMLDivElement>(null)
  // The widest it was: a narrower one would let an entry come back that it then has no room for.
  const button = useRef(0)
  const [folded, setFolded] = useState(nothing)
  const [width, setWidth] = useState(0)
  const measure = (place: HTMLDivElement): ReadonlySet<number> => {
    const [list, more] = place.children
    if (list === undefined || getComputedStyle(list).flexWrap === 'wrap') return nothing
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    button.current = Math.max(button.current, more?.getBoundingClientRect().width ?? 0)
    const widths = Array.from(list.children, (entry) => entry.getBoundingClientRect().width)
    const entries = kinds.map((kind, at) => ({ kind, width: widths[at] ?? 0 }))
    return foldedOf(entries, place.clientWidth, button.current === 0 ? BUTTON * rem : button.current)
  }
  const fit = useEffectEvent(() => {
    if (line.current === null) return
    const next = measure(line.current)
    if (!same(next, folded)) setFolded(next)
  })
  // Other words, another width or another fold are what has to be measured anew; nothing else can change it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => fit(), [said, width, folded])
  useEffect(() => {
    const watched = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    if (line.current !== null) watched.observe(line.current)
    return () => watched.disconnect()
  }, [])
  return { line, folded }
}
