import type { CameraState } from './camera-state.ts'
import type { Hint } from './hint.ts'
import { textsInSight } from './in-sight.ts'
import type { FrameMessage, FrameTimes, WorkerMessage } from './message.ts'
import { restScanWorker, takeScanWorker } from './scan-worker.ts'
import { steadyHint } from './steady-hint.ts'

export interface CameraWatch {
  readonly video: HTMLVideoElement
  /** Called once when a text comes into view, and again when it comes back after a pause. */
  readonly onText: (text: string) => void
  readonly onHint: (hint: Hint) => void
  readonly onState: (state: CameraState) => void
  /** Called when the camera turns out to have a light. */
  readonly onLight: () => void
}

export interface Camera {
  readonly stop: () => void
  /** Turns the camera's light on or off. */
  readonly light: (on: boolean) => void
}

/**
 * From when the frame that was read left for the worker until its text came back; its detail says when the worker was
 * how far, by the page's clock (User Timing).
 */
export const CARD_MEASURE = 'card-in-frame'

/** After a text nothing is read for so long: the card is still there, and its person needs the processor. */
const REST = 400

const wishes: readonly MediaStreamConstraints[] = [
  { video: { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } } },
  { video: { width: { ideal: 1280 }, height: { ideal: 720 } } },
  { video: true },
]

/** Shows the camera in a video element and reads every card held before it, until it is stopped. */
export function startCamera(watch: CameraWatch): Camera {
  const stopping = new AbortController()
  let lamp: MediaStreamTrack | null = null
  const fail = () => {
    if (stopping.signal.aborted) return
    stopping.abort()
    watch.onState('failed')
  }
  const opened = (track: MediaStreamTrack) => {
    if (!hasTorch(track)) return
    lamp = track
    watch.onLight()
  }
  run(watch, stopping.signal, { fail, opened }).catch(fail)
  return {
    stop: () => stopping.abort(),
    light(on) {
      const wish: TorchConstraint = { torch: on }
      // A light that is gone again is not worth a word: the picture shows it.
      void lamp?.applyConstraints({ advanced: [wish] }).catch(() => undefined)
    },
  }
}

/** The part of the Image Capture API (W3C) that TypeScript does not know yet. */
interface TorchConstraint extends MediaTrackConstraintSet {
  readonly torch: boolean
}

function hasTorch(track: MediaStreamTrack): boolean {
  const able = track.getCapabilities()
  return 'torch' in able && able.torch === true
}

interface Told {
  readonly fail: () => void
  readonly opened: (track: MediaStreamTrack) => void
}

async function run(watch: CameraWatch, stopped: AbortSignal, { fail, opened }: Told): Promise<void> {
  const { video, onState } = watch
  onState('asking')
  // The decoder takes longer to load than most people to allow a camera, so it starts first.
  const worker = takeScanWorker()
  let broken = false
  stopped.addEventListener('abort', () => (broken ? worker.terminate() : restScanWorker(worker)), { once: true })
  const breaks = () => {
    broken = true
    fail()
  }
  worker.addEventListener('error', breaks, { once: true, signal: stopped })
  const stream = await openCamera()
  if (typeof stream === 'string') {
    if (!stopped.aborted) onState(stream)
    return
  }
  const end = () => {
    stream.getTracks().forEach((track) => track.stop())
    if (video.srcObject === stream) video.srcObject = null
  }
  if (stopped.aborted) return end()
  // Letting go of a camera takes a while: first comes whom its last frame named.
  stopped.addEventListener('abort', () => setTimeout(end, 0), { once: true })
  const [track] = stream.getVideoTracks()
  track?.addEventListener('ended', () => {
    if (!stopped.aborted) onState('none')
  })
  video.srcObject = stream
  video.muted = true
  await video.play().catch(() => undefined)
  if (stopped.aborted) return
  onState('live')
  if (track !== undefined) opened(track)
  const since = sinceEpoch()
  const feeder = feed(video, worker, stopped)
  const ear = listen(watch)
  worker.addEventListener(
    'message',
    ({ data, timeStamp }: MessageEvent<WorkerMessage>) => {
      // A frame that the camera before this one sent says nothing about this one.
      if (data.kind === 'ready' || data.at < since) return
      feeder.answered(ear(data, timeStamp) ? REST : 0)
    },
    { signal: stopped },
  )
}

interface Feeder {
  /** The worker has done its frame; the next leaves after so many milliseconds at the soonest. */
  readonly answered: (rest: number) => void
}

/**
 * Hands the worker the newest frame there is, as soon as it asks for one: frames that come while it reads are passed
 * over, and none waits in a queue.
 */
function feed(video: HTMLVideoElement, worker: Worker, stopped: AbortSignal): Feeder {
  let idle = true
  let fresh = false
  let from = 0
  const send = () => {
    if (stopped.aborted || !idle || !fresh || performance.now() < from) return
    idle = false
    fresh = false
    frameOf(video).then(
      (frame) => {
        const message: FrameMessage = { frame, at: sinceEpoch() }
        if (stopped.aborted) frame.close()
        else worker.postMessage(message, [frame])
      },
      () => (idle = true),
    )
  }
  const next = () => {
    if (stopped.aborted) return
    video.requestVideoFrameCallback(next)
    fresh = true
    send()
  }
  video.requestVideoFrameCallback(next)
  return {
    answered(rest) {
      idle = true
      from = performance.now() + rest
      send()
    },
  }
}

/** A video frame keeps the camera's own planes, of which the first is brightness; a bitmap is the same in colour. */
async function frameOf(video: HTMLVideoElement): Promise<VideoFrame | ImageBitmap> {
  if ('VideoFrame' in globalThis) return new VideoFrame(video)
  return createImageBitmap(video)
}

type Seen = Extract<WorkerMessage, { readonly kind: 'seen' }>

/** Hears what the worker saw; true when that is a text which was not in sight a moment ago. */
function listen({ onText, onHint }: Pick<CameraWatch, 'onText' | 'onHint'>): (seen: Seen, now: number) => boolean {
  const isNew = textsInSight()
  const steady = steadyHint()
  return ({ text, hint, at, times }, now) => {
    onHint(steady(hint, now))
    if (text === null || !isNew(text, now)) return false
    performance.clearMeasures(CARD_MEASURE)
    const [start, end] = [at - performance.timeOrigin, performance.now()]
    performance.measure(CARD_MEASURE, { start, end, detail: pageTimes(times) })
    onText(text)
    return true
  }
}

const sinceEpoch = () => performance.timeOrigin + performance.now()

function pageTimes({ arrived, bright, done }: FrameTimes): FrameTimes {
  const here = performance.timeOrigin
  return { arrived: arrived - here, bright: bright - here, done: done - here }
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
