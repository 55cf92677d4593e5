import Sqlite from 'better-sqlite3'
import { join } from 'node:path'

import { causeOf } from './cause.ts'
import { PATIENCE } from './open-cipher.ts'

/** A folder that one process has to itself. It is given up when the process ends, however it ends. */
export interface Hold {
  readonly release: () => void
}

/** An empty file beside the database is locked for as long as this runs; null while another process has it. */
export function hold(folder: string): Hold | null {
  const lock = new Sqlite(join(folder, 'in-use'), { timeout: PATIENCE })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    return { release: () => void lock.close() }
  } catch (fault) {
    lock.close()
    if (causeOf(fault) !== 'in-use') throw fault
    return null
  }
}
