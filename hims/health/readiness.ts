import { newestCursor } from '../database/counter.ts'
import { writerState } from '../database/writer.ts'
import type { HimsInside } from '../hims.ts'

/** Whether requests should be sent here now, and what speaks against it. */
export interface Readiness {
  readonly ready: boolean
  readonly database: 'answers' | 'silent'
  /** `moving` while the rows go to another database. */
  readonly writes: 'open' | 'moving' | 'unknown'
  readonly disk: 'roomy' | 'short' | 'unknown'
}

/** Below this, HIMS says that its disk is short: a day of a busy hospital fits in it many times. */
const LEAST_ROOM = 256 * 1024 * 1024
const LONGEST = 2_000

export async function readiness({ engine, store }: HimsInside): Promise<Readiness> {
  const answer = await within(LONGEST, Promise.all([writerState(store), newestCursor(store)]))
  const room = await engine.room().catch(() => null)
  const database = answer === null ? 'silent' : 'answers'
  const writes = answer === null ? 'unknown' : answer[0] === 'open' ? 'open' : 'moving'
  const disk = room === null ? 'unknown' : room < LEAST_ROOM ? 'short' : 'roomy'
  return { ready: database === 'answers' && writes === 'open' && disk !== 'short', database, writes, disk }
}

/** What comes in time, or null; a fault counts as silence. */
async function within<Value>(milliseconds: number, value: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  try {
    return await Promise.race([value.catch(() => null), late])
  } finally {
    clearTimeout(timer)
  }
}
