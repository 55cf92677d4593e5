import { useRef } from 'react'

import { useKeysFirst } from './use-hotkeys.ts'
import { hearKey, quietWedge } from './wedge.ts'
import type { Wedge } from './wedge.ts'

/** A scanner that sends no Enter is done when it has been quiet this long, in milliseconds. */
const SILENCE = 150

const prefixes = ['DLH1:', 'DLV1:'] as const

interface Before {
  readonly field: HTMLInputElement
  readonly value: string
}

function fieldInFocus(): Before | null {
  const field = document.activeElement
  return field instanceof HTMLInputElement && field.type !== 'radio' ? { field, value: field.value } : null
}

/** Puts a field back as it was before the scanner's first letters, in the way React hears of. */
function putBack({ field, value }: Before): void {
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  native?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Reads cards from a scanner that types, from any field, and leaves no letter of them behind. */
export function useWedge(onText: (text: string) => void): void {
  const wedge = useRef<Wedge>(quietWedge)
  const before = useRef<Before | null>(null)
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined)

  const finish = (text: string) => {
    clearTimeout(silence.current)
    wedge.current = quietWedge
    onText(text)
  }
  useKeysFirst((event) => {
    const held = wedge.current
    const heard = hearKey(held, { code: event.code, shift: event.shiftKey, at: event.timeStamp }, prefixes)
    wedge.current = heard.wedge
    if (heard.kind === 'maybe' && heard.wedge.text.length === 1) before.current = fieldInFocus()
    if (heard.kind === 'pass' || heard.kind === 'maybe') return false
    if (heard.kind === 'caught' && before.current !== null) putBack(before.current)
    clearTimeout(silence.current)
    if (heard.kind === 'scan') finish(held.text)
    else silence.current = setTimeout(() => finish(wedge.current.text), SILENCE)
    return true
  })
}
