import { parentPort, workerData } from 'node:worker_threads'

import { cutPower } from './power-cut.ts'
import { record } from './power-session.ts'
import type { PowerPart } from './power.ts'

/** One recorded session, cut as often as it is told; says now and then how many more are done, and at last what it found. */
const { session, rounds, images, seed }: PowerPart = workerData
let unsaid = 0
const tell = (): void => {
  if (++unsaid < 25) return
  parentPort?.postMessage(unsaid)
  unsaid = 0
}
parentPort?.postMessage(cutPower(record(session, rounds), images, seed, tell))
