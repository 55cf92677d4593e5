import { useEffect, useState } from 'react'

export type FaceCamera =
  | { readonly kind: 'asking' }
  | { readonly kind: 'shown'; readonly stream: MediaStream }
  | { readonly kind: 'none' | 'refused' }

const wish: MediaStreamConstraints = { video: { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 } } }

/** Looks at whoever sits before this computer's camera, for as long as the page shows it. */
export function useFaceCamera(): FaceCamera {
  const [state, setState] = useState<FaceCamera>({ kind: 'asking' })
  useEffect(() => {
    let over = false
    let tracks: readonly MediaStreamTrack[] = []
    const stop = () => tracks.forEach((track) => track.stop())
    const open = async () => {
      const stream = await navigator.mediaDevices.getUserMedia(wish)
      tracks = stream.getTracks()
      if (over) stop()
      else setState({ kind: 'shown', stream })
    }
    open().catch((fault: unknown) => {
      const refused = fault instanceof DOMException && fault.name === 'NotAllowedError'
      if (!over) setState({ kind: refused ? 'refused' : 'none' })
    })
    return () => {
      over = true
      stop()
    }
  }, [])
  return state
}

/** Shows a stream in a video element. */
export function showIn(video: HTMLVideoElement | null, stream: MediaStream | null): void {
  if (video === null || video.srcObject === stream) return
  video.srcObject = stream
  if (stream !== null) void video.play().catch(() => undefined)
}
