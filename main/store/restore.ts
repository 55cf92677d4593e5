import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { causeOf } from './cause.ts'
import type { ClosedCause } from './database.ts'
import { openCipher } from './open-cipher.ts'
import { successor } from './successor.ts'

export interface Restore {
  /** The terminal's own folder. */
  readonly folder: string
  /** One folder that a backup made. */
  readonly from: string
  readonly key: Uint8Array
  readonly now: Date
}

/**
 * Puts a backup in the database's place; what was there is set aside under the time, never deleted. HIMS tells the
 * terminal at its first hello that it is behind, and a person begins a new epoch. Call it while the store is closed.
 */
export function restoreBackup({ folder, from, key, now }: Restore): Result<null, ClosedCause> {
  const heir = successor(folder, 'aside', now.toISOString().replaceAll(/[:.]/g, ''))
  try {
    copyFileSync(join(from, 'terminal.db'), heir.draft)
    const log = join(from, 'terminal.db-wal')
    if (existsSync(log)) copyFileSync(log, `${heir.draft}-wal`)
    const database = openCipher(heir.draft, key)
    try {
      database.pragma('locking_mode = EXCLUSIVE')
      // Closing folds the log into the file, so that one file is the whole database.
      if (database.pragma('quick_check', { simple: true }) !== 'ok') return fail('damaged')
      database.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      database.close()
    }
    heir.appoint()
    return ok(null)
  } catch (fault) {
    const cause = causeOf(fault)
    if (cause === null) throw fault
    return fail(cause)
  } finally {
    for (const end of ['', '-wal']) rmSync(`${heir.draft}${end}`, { force: true })
  }
}
