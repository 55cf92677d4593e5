import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { RefObject } from 'react'

import { awaitCamera } from './await-camera.ts'
import { mayComeBack } from './camera-state.ts'
import type { CameraState } from './camera-state.ts'
import type { Camera, CameraWatch } from './camera.ts'
import type { Hint } from './hint.ts'

export type StartCamera = (watch: CameraWatch) => Camera

/** The camera's light, where it has one. */
export interface Light {
  readonly on: boolean
  readonly turn: () => void
}

export interface CameraView {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly state: CameraState
  readonly hint: Hint
  /** For a moment after a text was read. */
  readonly read: boolean
  readonly light: Light | null
}

/** How long a reader sees that the camera has read something, in milliseconds. */
const SHOWN = 1200

const load = async (): Promise<StartCamera> => (await import('./camera.ts')).startCamera

/** Reads cards held before this computer's camera while it is shown. The decoder is large, so it is loaded only then. */
export function useCamera(onText: (text: string) => void, start: StartCamera | null = null): CameraView {
  const video = useRef<HTMLVideoElement>(null)
  const camera = useRef<Camera>(null)
  const [state, setState] = useState<CameraState>('asking')
  const [hint, setHint] = useState<Hint>('none')
  const [reads, setReads] = useState(0)
  const [light, setLight] = useState<'none' | 'off' | 'on'>('none')
  const [attempt, setAttempt] = useState(0)
  const heard = useEffectEvent((text: string) => {
    onText(text)
    setReads((before) => before + 1)
  })
  useEffect(() => {
    const view = video.current
    if (view === null) return undefined
    let over = false
    const open = async () => {
      const startCamera = start ?? (await load())
      if (over) return
      camera.current = startCamera({
        video: view,
        onText: (text) => heard(text),
        onHint: setHint,
        onState: setState,
        onLight: () => setLight('off'),
      })
    }
    open().catch(() => {
      if (!over) setState('failed')
    })
    return () => {
      over = true
      camera.current?.stop()
      camera.current = null
    }
    // Each attempt begins anew, with the video that stands on the page by then.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [start, attempt])
  const isAwaited = mayComeBack(state)
  useEffect(() => {
    if (!isAwaited) return undefined
    return awaitCamera(() => {
      setState('asking')
      setLight('none')
      setAttempt((before) => before + 1)
    })
  }, [isAwaited])
  const turn = () => {
    camera.current?.light(light === 'off')
    setLight(light === 'off' ? 'on' : 'off')
  }
  return { video, state, hint, read: useMoment(reads), light: light === 'none' ? null : { on: light === 'on', turn } }
}

/** True for a moment each time that a count grows. */
function useMoment(count: number): boolean {
  const [over, setOver] = useState(0)
  useEffect(() => {
    if (count === 0) return undefined
    const timer = setTimeout(() => setOver(count), SHOWN)
    return () => clearTimeout(timer)
  }, [count])
  return count > over
}
