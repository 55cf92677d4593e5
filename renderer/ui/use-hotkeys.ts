import { useEffect, useEffectEvent } from 'react'

import { drawnFor } from './action/drawn.ts'
import { keyName, ownsKey } from './hotkey.ts'
import type { Pressed } from './hotkey.ts'

export type Hotkeys = Readonly<Record<string, (() => void) | undefined>>

/** Takes a key press, leaves it to the next, or keeps it for whatever has the focus. */
type Layer = (event: KeyboardEvent) => boolean | 'for-field'

const first: Layer[] = []
const above: Layer[] = []
const layers: Layer[] = []
const isUnused = (): boolean => first.length + above.length + layers.length === 0

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented) return
  // An input method hides letters, not which keys were struck: a scanner that types is heard all the same.
  if (isTaken(event, [...first]) || event.isComposing) return
  // Not before: keys that were held from the page have now reached it, and another may be open.
  isTaken(event, [...above.toReversed(), ...layers.toReversed(), pressDrawn])
}

/** Asks one after the other whether the key is theirs. */
function isTaken(event: KeyboardEvent, asked: readonly Layer[]): boolean {
  for (const layer of asked) {
    const taken = layer(event)
    if (taken === 'for-field') return true
    if (taken) {
      event.preventDefault()
      event.stopPropagation()
      return true
    }
  }
  return false
}

const needsKey = (name: string, { target }: KeyboardEvent): boolean =>
  target instanceof Element && ownsKey(name, pressedOn(target))

/** Whatever no screen has taken for itself presses the button that its cap is drawn on. */
function pressDrawn(event: KeyboardEvent): boolean {
  const name = keyName(event)
  const button = needsKey(name, event) ? null : drawnFor(name)
  button?.run()
  return button !== null
}

function useLayer(stack: Layer[], layer: Layer): void {
  const heard = useEffectEvent(layer)
  useEffect(() => {
    const own: Layer = (event) => heard(event)
    if (isUnused()) window.addEventListener('keydown', hear, true)
    stack.push(own)
    return () => {
      stack.splice(stack.indexOf(own), 1)
      if (isUnused()) window.removeEventListener('keydown', hear, true)
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
    if (needsKey(name, event)) return false
    action()
    return true
  })
}

/**
 * Sees what no page may see while something lies over it, also a page that was mounted since: takes a key, or keeps it
 * for the field that has the focus.
 */
export const useKeysAbove = (layer: Layer): void => useLayer(above, layer)

/** Sees every key press before any hotkey, as a scanner that types must be. */
export const useKeysFirst = (layer: Layer): void => useLayer(first, layer)
