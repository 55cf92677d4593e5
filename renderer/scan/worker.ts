import dataUrl from 'zxing-wasm/reader/zxing_reader.wasm?url&inline'

import { brightnessReader } from './brightness.ts'
import { openDecoder } from './decode.ts'
import type { FrameMessage, WorkerMessage } from './message.ts'
import { searchPlan } from './search-plan.ts'

const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
const opening = openDecoder(bytes.buffer)
const brightnessOf = brightnessReader()
const plan = searchPlan()

/** After that many milliseconds no further try is begun at a frame: a fresh one is worth more. */
const LONGEST_RESCUE = 50

const say = (message: WorkerMessage) => self.postMessage(message)

// The page sends the next frame when it has heard of this one, so the next is always the newest.
self.addEventListener('message', ({ data }: MessageEvent<FrameMessage>) => void read(data))

async function read({ frame, at }: FrameMessage): Promise<void> {
  const decoder = await opening
  const end = performance.now() + LONGEST_RESCUE
  const picture = await brightnessOf(frame)
  frame.close()
  const { text, hint } = decoder.read(picture, plan.next(), () => performance.now() > end)
  plan.came(text !== null)
  say({ kind: 'seen', text, at, hint })
}

// The page hears of an error here, not of a promise that nobody waits for.
self.addEventListener('unhandledrejection', ({ reason }) => self.reportError(reason))

void opening.then(({ engine }) => say({ kind: 'ready', engine }))
