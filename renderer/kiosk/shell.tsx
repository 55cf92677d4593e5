import { useEffect } from 'react'
import type { ReactNode } from 'react'

import type { Settings } from './settings.ts'

interface Props {
  readonly settings: Settings
  readonly children: ReactNode
}

/** The tall frame that every screen stands in, in the visitor's size and ground. */
export function Shell({ settings, children }: Props) {
  useEffect(() => {
    document.documentElement.dataset['theme'] = settings.contrast ? 'contrast' : 'light'
  }, [settings.contrast])
  return <div className={`kiosk size-${settings.size} ${settings.lower ? 'lower' : ''}`}>{children}</div>
}
