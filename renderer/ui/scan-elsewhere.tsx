import { useEffect, useRef, useState } from 'react'

import { useText } from '../text/use-text.tsx'
import type { StaffBridge } from './bridge.ts'
import { StateShape } from './icon/state-shape.tsx'
import { useEvent } from './use-event.ts'
import { useWedge } from './use-wedge.ts'

/** How long it is said; in milliseconds. */
const SAID = 8000

interface Props {
  readonly hims: Pick<StaffBridge, 'listen'>
  /** How it is done on this page instead. */
  readonly instead?: string
}

/** On a page that opens nothing by a card: answers whoever scans one, from a device or a scanner that types. */
export function ScanElsewhere({ hims, instead }: Props) {
  const { t } = useText()
  const [isSaid, setSaid] = useState(false)
  const end = useRef<ReturnType<typeof setTimeout>>(undefined)
  const say = () => {
    clearTimeout(end.current)
    end.current = setTimeout(() => setSaid(false), SAID)
    setSaid(true)
  }
  useEvent(hims.listen, 'scanned', say)
  useWedge(say)
  useEffect(
    () => () => {
      clearTimeout(end.current)
      // Whoever comes after the lock has scanned nothing.
      setSaid(false)
    },
    [],
  )
  if (!isSaid) return null
  return (
    <output className="band care">
      <StateShape kind="care" size="large" />
      <span className="words">
        <b>{t('staff.scan.elsewhere')}</b>
        {instead === undefined ? null : <span>{instead}</span>}
      </span>
    </output>
  )
}
