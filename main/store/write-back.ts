import type { Database } from './database.ts'

/** Pages of the log: some 4 MB, so that writing them back takes some milliseconds; and as many as a lot of rows may fill. */
const SMALL = 1000
const LARGE = 8000

interface Log {
  readonly busy: number
  readonly log: number
  readonly checkpointed: number
}

/**
 * Writes the log back once enough has come together. Done on a thread that nobody waits for: whoever saves at a counter
 * never does it, and a save goes on beside it.
 */
export function writingBack(database: Database): (often: boolean) => void {
  const look = database.prepare<[], Log>('PRAGMA wal_checkpoint(NOOP)')
  const write = database.prepare<[], Log>('PRAGMA wal_checkpoint(PASSIVE)')
  return (often) => {
    const { log, checkpointed } = look.get() ?? { log: 0, checkpointed: 0 }
    if (log - checkpointed >= (often ? SMALL : LARGE)) write.get()
  }
}
