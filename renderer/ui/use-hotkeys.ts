import { useEffect, useEffectEvent } from 'react'

import { keyName, ownsKey } from './hotkey.ts'
import type { Pressed } from './hotkey.ts'

export type Hotkeys = Readonly<Record<string, (() => void) | undefined>>

/** Takes a key press, or leaves it to the next. */
type Layer = (event: KeyboardEvent) => boolean

const first: Layer[] = []
const layers: Layer[] = []

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented) return
  // An input method hides letters, not which keys were struck: a scanner that types is heard all the same.
  for (const layer of event.isComposing ? first : [...first, ...layers.toReversed()]) {
    if (layer(event)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
  }
}

function useLayer(stack: Layer[], layer: Layer): void {
  const heard = useEffectEvent(layer)
  useEffect(() => {
    const own: Layer = (event) => heard(event)
    if (first.length + layers.length === 0) window.addEventListener('keydown', hear, true)
    stack.push(own)
    return () => {
      stack.splice(stack.indexOf(own), 1)
      if (first.length + layers.length === 0) window.removeEventListener('keydown', hear, true)
    }
  }, [stack])
}

const pressedOn = (target: Element): Pressed => ({
  tag: target.tagName,
  role: target.getAttribute('role'),
  type: target.getAttribute('type'),
  opensList: target.getAttribute('aria-haspopup') === 'listbox',
})

/** Keys that work from any field; what was mounted last is asked first. Names are those of `keyName`. */
export function useHotkeys(keys: Hotkeys): void {
  useLayer(layers, (event) => {
    const name = keyName(event)
    const action = keys[name]
    if (action === undefined) return false
    const { target } = event
    if (target instanceof Element && ownsKey(name, pressedOn(target))) return false
    action()
    return true
  })
}

/** Sees every key press before any hotkey, as a scanner that types must be. */
export const useKeysFirst = (layer: Layer): void => useLayer(first, layer)
