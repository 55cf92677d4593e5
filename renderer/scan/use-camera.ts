import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { RefObject } from 'react'

import type { CameraState } from './camera-state.ts'
import type { Hint } from './hint.ts'

export interface CameraView {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly state: CameraState
  readonly hint: Hint
}

/** Reads cards held before this computer's camera while it is shown. The decoder is large, so it is loaded only then. */
export function useCamera(onText: (text: string) => void): CameraView {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('asking')
  const [hint, setHint] = useState<Hint>('none')
  const heard = useEffectEvent(onText)
  useEffect(() => {
    const view = video.current
    if (view === null) return undefined
    let over = false
    let stop = () => {}
    const start = async () => {
      const { startCamera } = await import('./camera.ts')
      if (over) return
      const watch = startCamera({ video: view, onText: (text) => heard(text), onHint: setHint, onState: setState })
      stop = watch.stop
    }
    start().catch(() => {
      if (!over) setState('failed')
    })
    return () => {
      over = true
      stop()
    }
  }, [])
  return { video, state, hint }
}
