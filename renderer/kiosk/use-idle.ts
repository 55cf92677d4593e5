import { useCallback, useEffect, useRef, useState } from 'react'

import { allowanceOf, idleAfter } from './idle.ts'
import type { Idle } from './idle.ts'
import type { Visit } from './state.ts'

const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

interface Ask {
  readonly visit: Visit
  readonly now: () => number
  readonly leave: () => void
}

/** Watches for a visitor who has gone; any touch or key starts the time again. */
export function useIdle({ visit, now, leave }: Ask): { readonly idle: Idle; readonly more: () => void } {
  const touched = useRef(now())
  const [idle, setIdle] = useState<Idle>({ kind: 'calm' })
  const more = useCallback(() => {
    touched.current = now()
    setIdle({ kind: 'calm' })
  }, [now])
  const { step, call } = visit
  const screen = `${step.kind} ${call} ${step.kind === 'token' ? step.paper.kind : ''}`
  const shown = useRef(screen)

  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    touched.current = now()
  }, [screen, now])

  useEffect(() => {
    for (const touch of touches) window.addEventListener(touch, more, { capture: true, passive: true })
    return () => {
      for (const touch of touches) window.removeEventListener(touch, more, { capture: true })
    }
  }, [more])

  useEffect(() => {
    const look = () => {
      const next = idleAfter(allowanceOf({ step, call }), (now() - touched.current) / 1000)
      if (next.kind === 'over') leave()
      else setIdle((last) => (isSame(last, next) ? last : next))
    }
    look()
    const timer = setInterval(look, 250)
    return () => clearInterval(timer)
  }, [step, call, now, leave])

  return { idle, more }
}

const isSame = (a: Idle, b: Idle) =>
  a.kind === b.kind && (a.kind !== 'warning' || b.kind !== 'warning' || a.left === b.left)
