import { useCallback, useEffect, useRef, useState } from 'react'

import { allowanceOf, idleAfter } from './idle.ts'
import type { Idle } from './idle.ts'
import type { Visit } from './state.ts'

const starts = ['pointerdown', 'keydown'] as const
const ends = ['pointerup', 'pointercancel', 'keyup', 'wheel'] as const

/** A finger that rests longer than this, in seconds, no longer keeps the screen as it is. */
const LONGEST_PRESS = 5

interface Ask {
  readonly visit: Visit
  readonly now: () => number
  readonly leave: () => void
}

/** When the screen was last touched. While a finger or key is down nothing may move away from under it. */
function useTouches(now: () => number) {
  const touched = useRef(now())
  const down = useRef(false)
  useEffect(() => {
    const note = (pressing: boolean) => () => {
      touched.current = now()
      down.current = pressing
    }
    const press = note(true)
    const release = note(false)
    const options = { capture: true, passive: true }
    for (const start of starts) window.addEventListener(start, press, options)
    for (const end of ends) window.addEventListener(end, release, options)
    return () => {
      for (const start of starts) window.removeEventListener(start, press, options)
      for (const end of ends) window.removeEventListener(end, release, options)
    }
  }, [now])
  const touch = useCallback(() => {
    touched.current = now()
  }, [now])
  /** Seconds without a touch; null while a finger or key is down. */
  const quiet = useCallback(() => {
    const seconds = (now() - touched.current) / 1000
    return down.current && seconds < LONGEST_PRESS ? null : seconds
  }, [now])
  return { touch, quiet }
}

/** Watches for a visitor who has gone; any touch or key starts the time again. */
export function useIdle({ visit, now, leave }: Ask): { readonly idle: Idle; readonly more: () => void } {
  const { touch, quiet } = useTouches(now)
  const [idle, setIdle] = useState<Idle>({ kind: 'calm' })
  const { step, call } = visit
  const screen = `${step.kind} ${call} ${step.kind === 'token' ? step.paper.kind : ''}`
  const shown = useRef(screen)

  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    touch()
  }, [screen, touch])

  useEffect(() => {
    const look = () => {
      const seconds = quiet()
      if (seconds === null) return
      const next = idleAfter(allowanceOf({ step, call }), seconds)
      if (next.kind === 'over') leave()
      else setIdle((last) => (isSame(last, next) ? last : next))
    }
    look()
    const timer = setInterval(look, 250)
    return () => clearInterval(timer)
  }, [step, call, leave, quiet])

  return { idle, more: touch }
}

const isSame = (a: Idle, b: Idle) =>
  a.kind === b.kind && (a.kind !== 'warning' || b.kind !== 'warning' || a.left === b.left)
