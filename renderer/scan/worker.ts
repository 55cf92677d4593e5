import dataUrl from 'zxing-wasm/reader/zxing_reader.wasm?url&inline'

import { openDecoder } from './decode.ts'
import type { Frame } from './frame.ts'
import type { FrameMessage, WorkerMessage } from './message.ts'

/** How many misses go by between two looks at the whole picture sharpened, which cost ten times as much. */
const THOROUGH_EVERY = 5

const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
const opening = openDecoder(bytes.buffer)

const say = (message: WorkerMessage) => self.postMessage(message)

let waiting: FrameMessage['frame'] | null = null
let busy = false
let misses = 0

// A frame that arrives while another is being read replaces the one that waits: only the newest is worth reading.
self.addEventListener('message', ({ data }: MessageEvent<FrameMessage>) => {
  release(waiting)
  waiting = data.frame
  if (!busy) void readWaiting()
})

async function readWaiting(): Promise<void> {
  busy = true
  const decoder = await opening
  while (waiting !== null) {
    const source = waiting
    waiting = null
    const start = performance.now()
    const frame = pixelsOf(source)
    release(source)
    const effort = misses % THOROUGH_EVERY === THOROUGH_EVERY - 1 ? 'thorough' : 'quick'
    const { text, hint } = await decoder.read(frame, effort)
    misses = text === null ? misses + 1 : 0
    say({ kind: 'seen', text, ms: performance.now() - start, hint })
  }
  busy = false
}

let canvas: OffscreenCanvas | null = null

function pixelsOf(source: FrameMessage['frame']): Frame {
  if (source instanceof ImageData) return frameFrom(source)
  const [width, height] =
    source instanceof ImageBitmap ? [source.width, source.height] : [source.displayWidth, source.displayHeight]
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('No canvas to read a frame with')
  context.drawImage(source, 0, 0)
  return frameFrom(context.getImageData(0, 0, width, height))
}

const frameFrom = ({ data, width, height }: ImageData): Frame => ({ data: new Uint8ClampedArray(data), width, height })

function release(source: FrameMessage['frame'] | null): void {
  if (source !== null && 'close' in source) source.close()
}

// The page hears of an error here, not of a promise that nobody waits for.
self.addEventListener('unhandledrejection', ({ reason }) => self.reportError(reason))

void opening.then(({ engine }) => say({ kind: 'ready', engine }))
