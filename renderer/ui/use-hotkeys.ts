import { useEffect, useEffectEvent } from 'react'

import { answersEnter, keyName } from './hotkey.ts'

export type Hotkeys = Readonly<Record<string, (() => void) | undefined>>

const layers: ((event: KeyboardEvent) => boolean)[] = []

function hear(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return
  for (const layer of layers.toReversed()) {
    if (layer(event)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
  }
}

/** Keys that work from any field; what was mounted last is asked first. Names are those of `keyName`. */
export function useHotkeys(keys: Hotkeys): void {
  const layer = useEffectEvent((event: KeyboardEvent): boolean => {
    const name = keyName(event)
    const action = keys[name]
    if (action === undefined) return false
    const { target } = event
    const own = target instanceof Element && answersEnter(target.getAttribute('role'), target.tagName)
    if (name === 'Enter' && own) return false
    action()
    return true
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => layer(event)
    if (layers.length === 0) window.addEventListener('keydown', hear, true)
    layers.push(heard)
    return () => {
      layers.splice(layers.indexOf(heard), 1)
      if (layers.length === 0) window.removeEventListener('keydown', hear, true)
    }
  }, [])
}
