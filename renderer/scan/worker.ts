import dataUrl from 'zxing-wasm/reader/zxing_reader.wasm?url&inline'

import { brightnessReader } from './brightness.ts'
import { openDecoder } from './decode.ts'
import { lateAfter, LONGEST_READ } from './late.ts'
import type { FrameMessage, ScanOrder, WorkerMessage } from './message.ts'
import { searchPlan } from './search-plan.ts'

const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
const opening = openDecoder(bytes.buffer)
const brightnessOf = brightnessReader()
const plan = searchPlan()

const sinceEpoch = () => performance.timeOrigin + performance.now()

const say = (message: WorkerMessage) => self.postMessage(message)

// The page sends the next frame when it has heard of this one, so the next is always the newest.
self.addEventListener('message', ({ data }: MessageEvent<ScanOrder>) =>
  data === 'forget' ? void forget() : void read(data),
)

async function forget(): Promise<void> {
  const decoder = await opening
  decoder.forget()
  plan.came(true)
}

async function read({ frame, at }: FrameMessage): Promise<void> {
  const arrived = sinceEpoch()
  const decoder = await opening
  const isLate = lateAfter(LONGEST_READ, () => performance.now())
  const picture = await brightnessOf(frame)
  frame.close()
  const bright = sinceEpoch()
  const { text, hint } = decoder.read(picture, plan.next(), isLate)
  plan.came(text !== null)
  say({ kind: 'seen', text, at, hint, times: { arrived, bright, done: sinceEpoch() } })
}

// The page hears of an error here, not of a promise that nobody waits for.
self.addEventListener('unhandledrejection', ({ reason }) => self.reportError(reason))

void opening.then(({ engine }) => say({ kind: 'ready', engine }))
