import { parentPort } from 'node:worker_threads'

import { strikeChunk } from './card-strike.ts'

/** Strikes the chunk it is told, `[number, tries]`, and answers with the tallies. */
parentPort?.on('message', ([chunk, tries]: readonly [number, number]) => {
  parentPort?.postMessage(strikeChunk(chunk, tries))
})
