import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * The way back to where a person was working on this page before they came to the top bar: the same box, its cursor where
 * it stood. Where that is gone, or there was none, to the button that they pressed.
 */
export function useWayBack(button: RefObject<HTMLElement | null>): () => void {
  const last = useRef<HTMLElement | null>(null)
  const page = useRef<Element | null>(null)
  useEffect(() => {
    page.current = button.current?.closest('.frame') ?? page.current
    const note = ({ target }: FocusEvent) => {
      const inWork = target instanceof HTMLElement && target.closest('main') !== null
      if (inWork && page.current?.contains(target) === true) last.current = target
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [button])
  return () => {
    const place = last.current?.checkVisibility() === true ? last.current : button.current
    place?.focus({ preventScroll: true })
  }
}
