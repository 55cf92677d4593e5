import { useEffect } from 'react'

import { nextIn } from './move-focus.ts'
import type { Arrow } from './move-focus.ts'

const arrows: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])
const isArrow = (code: string): code is Arrow => arrows.has(code)

function move(arrow: Arrow): void {
  const controls = [...document.querySelectorAll<HTMLElement>('button:not([disabled])')]
  const boxes = controls.map((control) => control.getBoundingClientRect())
  const at = controls.findIndex((control) => control === document.activeElement)
  const from = boxes[at]
  const to = from === undefined ? 0 : nextIn(boxes, from, arrow)
  if (to === null) return
  controls[to]?.focus()
  controls[to]?.scrollIntoView({ block: 'nearest' })
}

/** The keypad below the screen: arrows move, Enter presses, Back is Escape, Call is F1. */
export function useKeypad(back: () => void, call: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (isArrow(event.code)) move(event.code)
      else if (event.code === 'Escape') back()
      else if (event.code === 'F1') call()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [back, call])
}
