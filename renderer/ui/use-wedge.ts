import { useEffect, useEffectEvent } from 'react'

import { useKeysFirst } from './use-hotkeys.ts'
import { wedgeEar } from './wedge-ear.ts'

export interface WedgeScan {
  readonly text: string
  /** The kind of code as AIM names it, where the scanner sends that. */
  readonly symbology: string | null
}

type Listener = (scan: WedgeScan) => void

const listeners: Listener[] = []
const ear = wedgeEar((scan) => listeners.at(-1)?.(scan))

/** Reads codes from a scanner that types, from any field, and leaves no letter of them behind. The last mounted hears. */
export function useWedge(onText: (text: string, symbology: string | null) => void): void {
  const heard = useEffectEvent(onText)
  useEffect(() => {
    const own: Listener = ({ text, symbology }) => heard(text, symbology)
    listeners.push(own)
    return () => {
      listeners.splice(listeners.indexOf(own), 1)
    }
  }, [])
  useKeysFirst((event) => ear(event))
}
