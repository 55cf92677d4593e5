import { useEffect, useEffectEvent } from 'react'

import { readBadge } from '../../domain/hospital/badge.ts'
import { useKeysFirst } from './use-hotkeys.ts'
import { wedgeEar } from './wedge-ear.ts'

export interface WedgeScan {
  readonly text: string
  /** The kind of code as AIM names it, where the scanner sends that. */
  readonly symbology: string | null
}

type Listener = (scan: WedgeScan) => void

const listeners: Listener[] = []
const badgeListeners: Listener[] = []

/** A staff badge is never the business of the page that is open. */
const ear = wedgeEar((scan) => (readBadge(scan.text) === null ? listeners : badgeListeners).at(-1)?.(scan))

/** Letters that come of no key press: those of Alt and digits. */
function keepLetter(event: KeyboardEvent): void {
  if (ear.makesLetters()) event.preventDefault()
}

function useEar(stack: Listener[], listener: Listener): void {
  const heard = useEffectEvent(listener)
  useEffect(() => {
    const own: Listener = (scan) => heard(scan)
    stack.push(own)
    // Added once, however many listen.
    window.addEventListener('keypress', keepLetter, true)
    return () => {
      stack.splice(stack.indexOf(own), 1)
      if (listeners.length + badgeListeners.length === 0) window.removeEventListener('keypress', keepLetter, true)
    }
  }, [stack])
  useKeysFirst((event) => ear.hear(event))
}

/** Reads codes from a scanner that types, from any field, and leaves no letter of them behind. The last mounted hears. */
export const useWedge = (onText: (text: string, symbology: string | null) => void): void =>
  useEar(listeners, ({ text, symbology }) => onText(text, symbology))

/** The same for staff badges, whatever page is open. */
export const useTypedBadge = (onText: (text: string) => void): void =>
  useEar(badgeListeners, ({ text }) => onText(text))
