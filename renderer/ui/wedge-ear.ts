import { flushSync } from 'react-dom'

import { fieldBefore, takesCodes, takesText } from './wedge-field.ts'
import type { FieldBefore } from './wedge-field.ts'
import { hearKey, hearSilence, patienceOf, quietWedge } from './wedge.ts'
import type { Act, Wedge } from './wedge.ts'

/** How late a timer may be before the page is taken to have been busy, in milliseconds. */
const LATE = 10

interface Scan {
  readonly text: string
  readonly symbology: string | null
}

/** One key of a burst: its event while it is held, and what it found when it was let through. */
interface Kept {
  readonly event: KeyboardEvent | null
  readonly before: FieldBefore | null
}

export interface WedgeEar {
  /** Hears every key press of a page first; true means that the key is kept from it. */
  readonly hear: (event: KeyboardEvent) => boolean
  /** Whether a letter that comes now is one that Windows made of a scanner's digits with Alt: of no key press. */
  readonly makesLetters: () => boolean
}

export function wedgeEar(onScan: (scan: Scan) => void): WedgeEar {
  let wedge: Wedge = quietWedge
  let kept: Kept[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const replayed = new WeakSet<KeyboardEvent>()
  let composing = false
  let heardLast: KeyboardEvent | null = null
  let heldLast = false

  const release = (from: number): void => {
    const due = kept.slice(from)
    kept = kept.map((key, at) => (at < from ? key : { event: null, before: fieldBefore(document.activeElement) }))
    // The key that comes next has to find what these did.
    for (const { event } of due) if (event !== null) flushSync(() => strike(event, replayed))
  }
  const putBack = (from: number): void => {
    const before = kept.slice(from).find((key) => key.before !== null)?.before ?? null
    kept = kept.slice(0, from)
    before?.putBack()
    // An input method writes what it likes, even after the key was kept from the page.
    if (composing && before !== null) setTimeout(before.putBack)
  }
  const act = (acts: readonly Act[]): void => {
    for (const each of acts) {
      if (each.kind === 'release') release(each.from)
      else if (each.kind === 'put-back') putBack(each.from)
      else onScan({ text: each.text, symbology: each.symbology })
    }
  }
  const beQuietAfter = (milliseconds: number): void => {
    const due = performance.now() + milliseconds
    const rest = (busy: boolean) => {
      // Keys struck while the page was busy are waiting behind this timer: hear them first.
      if (busy) timer = setTimeout(() => rest(false))
      else {
        const heard = hearSilence(wedge)
        wedge = heard.wedge
        act(heard.acts)
      }
    }
    timer = setTimeout(() => rest(performance.now() - due > LATE), milliseconds)
  }

  const hear = (event: KeyboardEvent): boolean => {
    if (replayed.has(event)) return false
    clearTimeout(timer)
    composing = event.isComposing
    const target = document.activeElement
    const { code, shiftKey: shift, ctrlKey: control, altKey, metaKey, repeat, timeStamp: at } = event
    const command = altKey || metaKey || event.getModifierState('AltGraph')
    const alt = altKey && !metaKey && !control && !event.getModifierState('AltGraph')
    // Struck again it would scroll nothing.
    const moves = code.startsWith('Numpad') && event.key.length > 1
    const place = { inText: takesText(target), takesCodes: takesCodes(target) }
    const heard = hearKey(wedge, { code, shift, control, command, alt, repeat, at, moves, ...place })
    act(heard.acts)
    wedge = heard.wedge
    if (heard.number !== null) {
      const before = heard.hold ? null : fieldBefore(target)
      kept = [...kept.slice(0, heard.number), { event: heard.hold ? event : null, before }]
    }
    const patience = patienceOf(wedge)
    if (patience !== null) beQuietAfter(patience)
    return heard.hold
  }
  return {
    // Two screens may listen to one keyboard: each key press counts once.
    hear: (event) => {
      if (event === heardLast) return heldLast
      heldLast = hear(event)
      heardLast = event
      return heldLast
    },
    makesLetters: () => wedge.kind === 'numbers' || wedge.kind === 'scan',
  }
}

/** Strikes a key again that was held, as the page would have had it. */
function strike(held: KeyboardEvent, replayed: WeakSet<KeyboardEvent>): void {
  const { key, code, location, shiftKey, ctrlKey, altKey, metaKey } = held
  const target = document.activeElement ?? document.body
  const init = { key, code, location, shiftKey, ctrlKey, altKey, metaKey, bubbles: true, cancelable: true }
  const event = new KeyboardEvent('keydown', { ...init, composed: true })
  replayed.add(event)
  // Names of keys are longer than one letter and all ASCII; an Indic key may type several letters at once.
  const typed = !ctrlKey && !altKey && !metaKey && (key.length === 1 || /[^ -~]/.test(key))
  // The only way to type that the field's own undo, limits and listeners all take for typing.
  // oxlint-disable-next-line typescript/no-deprecated
  if (target.dispatchEvent(event) && typed && takesText(target)) document.execCommand('insertText', false, key)
}
