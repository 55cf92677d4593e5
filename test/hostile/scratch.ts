import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for a proof's files, in memory where there is such a place: a process that is killed takes no page with it. */
export const scratch = (name: string): string =>
  mkdtempSync(join(statSync('/dev/shm', { throwIfNoEntry: false }) ? '/dev/shm' : tmpdir(), `${name}-`))
