import type { Hint } from './hint.ts'

/** To the worker: one frame, handed over so that nothing is copied. */
export interface FrameMessage {
  readonly frame: ImageBitmap | VideoFrame | ImageData
}

/** From the worker: first that it is ready, then one answer for each frame that it looked at. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly engine: 'zxing-wasm' | 'zxing-js' }
  | { readonly kind: 'seen'; readonly text: string | null; readonly ms: number; readonly hint: Hint }
