import type { Hint } from './hint.ts'

/** To the worker: one frame, handed over so that nothing is copied, and when it left, in milliseconds since 1970. */
export interface FrameMessage {
  readonly frame: ImageBitmap | VideoFrame
  readonly at: number
}

/** To the worker: one frame, or that the card is out of sight for good. */
export type ScanOrder = FrameMessage | 'forget'

/** When a frame reached the worker, when its brightness was there, and when it was read; in milliseconds since 1970. */
export interface FrameTimes {
  readonly arrived: number
  readonly bright: number
  readonly done: number
}

/** From the worker: first that it is ready, then one answer for each frame, with when that left the page. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly engine: 'zxing-wasm' | 'zxing-js' }
  | {
      readonly kind: 'seen'
      readonly text: string | null
      readonly at: number
      readonly hint: Hint
      readonly times: FrameTimes
    }
