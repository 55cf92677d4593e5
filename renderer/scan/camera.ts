import type { CameraState } from './camera-state.ts'
import type { Hint } from './hint.ts'
import type { FrameMessage, WorkerMessage } from './message.ts'
import { startScanWorker } from './scan-worker.ts'

export interface CameraWatch {
  readonly video: HTMLVideoElement
  /** Called once when a text comes into view, and again when it comes back after a pause. */
  readonly onText: (text: string) => void
  readonly onHint: (hint: Hint) => void
  readonly onState: (state: CameraState) => void
}

/** How long a card must be out of sight before it counts as shown again. */
const OUT_OF_SIGHT = 1500

const wishes: readonly MediaStreamConstraints[] = [
  { video: { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } } },
  { video: { width: { ideal: 1280 }, height: { ideal: 720 } } },
  { video: true },
]

/** Shows the camera in a video element and reads every card held before it, until it is stopped. */
export function startCamera(watch: CameraWatch): { readonly stop: () => void } {
  const stopping = new AbortController()
  const fail = () => {
    if (stopping.signal.aborted) return
    stopping.abort()
    watch.onState('failed')
  }
  run(watch, stopping.signal, fail).catch(fail)
  return { stop: () => stopping.abort() }
}

async function run(watch: CameraWatch, stopped: AbortSignal, fail: () => void): Promise<void> {
  const { video, onState } = watch
  onState('asking')
  // The decoder takes longer to load than most people to allow a camera, so it starts first.
  const worker = startScanWorker()
  stopped.addEventListener('abort', () => worker.terminate(), { once: true })
  worker.addEventListener('error', fail, { once: true })
  const stream = await openCamera()
  if (typeof stream === 'string') {
    worker.terminate()
    if (!stopped.aborted) onState(stream)
    return
  }
  const end = () => {
    stream.getTracks().forEach((track) => track.stop())
    if (video.srcObject === stream) video.srcObject = null
  }
  if (stopped.aborted) return end()
  stopped.addEventListener('abort', end, { once: true })
  stream.getVideoTracks()[0]?.addEventListener('ended', () => {
    if (!stopped.aborted) onState('none')
  })
  video.srcObject = stream
  video.muted = true
  await video.play().catch(() => undefined)
  if (stopped.aborted) return
  onState('live')
  feed(video, worker, stopped)
  listen(worker, watch)
}

/** Hands the worker a frame whenever the video has a new one and the last has been answered. */
function feed(video: HTMLVideoElement, worker: Worker, stopped: AbortSignal): void {
  let answered = true
  worker.addEventListener('message', () => (answered = true))
  const next = () => {
    if (stopped.aborted) return
    video.requestVideoFrameCallback(next)
    if (!answered) return
    answered = false
    void createImageBitmap(video).then(
      (frame) => worker.postMessage({ frame } satisfies FrameMessage, [frame]),
      () => (answered = true),
    )
  }
  video.requestVideoFrameCallback(next)
}

function listen(worker: Worker, { onText, onHint }: Pick<CameraWatch, 'onText' | 'onHint'>): void {
  let inSight: { readonly text: string; readonly at: number } | null = null
  worker.addEventListener('message', ({ data, timeStamp }: MessageEvent<WorkerMessage>) => {
    if (data.kind === 'ready') return
    onHint(data.hint)
    if (data.text === null) return
    const shown = data.text !== inSight?.text || timeStamp - inSight.at > OUT_OF_SIGHT
    inSight = { text: data.text, at: timeStamp }
    if (shown) onText(data.text)
  })
}

async function openCamera(): Promise<MediaStream | 'none' | 'refused' | 'busy'> {
  // A page that is not a secure context has no mediaDevices at all, whatever the types say.
  if (!('mediaDevices' in navigator)) return 'none'
  let why: 'none' | 'refused' | 'busy' = 'none'
  for (const wish of wishes) {
    try {
      return await navigator.mediaDevices.getUserMedia(wish)
    } catch (error) {
      why = reasonOf(error)
      if (why === 'refused') return why
    }
  }
  return why
}

function reasonOf(error: unknown): 'none' | 'refused' | 'busy' {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none'
}
