import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'

import type { Database } from './database.ts'
import { databaseFile } from './database.ts'
import { syncFolder } from './durable-file.ts'
import { hold } from './hold.ts'
import { openCipher } from './open-cipher.ts'
import { SALT, pageCipher } from './page-cipher.ts'
import { pageFile } from './page-file.ts'
import { reached } from './point.ts'
import { succeed, successor } from './successor.ts'

/** The wrapped key in use, and beside it, while a rotation is under way, the wrapped key that follows. */
export const keyFile = (folder: string): string => join(folder, 'key.json')
export const nextKeyFile = (folder: string): string => join(folder, 'key.next.json')

export interface Rekey {
  readonly folder: string
  readonly key: Uint8Array
  readonly next: Uint8Array
}

/**
 * Ends the rotation of a key and gives the key that now opens the database. The database is copied, the copy gets the new
 * key and takes the old one's place by one rename: until then the old file is whole under the old key, after it the new
 * one under the new. SQLite's rekey in place would leave pages of two keys behind a power cut.
 */
export function finishRekey({ folder, key, next }: Rekey): Uint8Array {
  const held = hold(folder)
  // Whoever has the store open goes on with the key it was opened with.
  if (held === null) return key
  try {
    return rekey({ folder, key, next })
  } finally {
    held.release()
  }
}

function rekey({ folder, key, next }: Rekey): Uint8Array {
  succeed(folder)
  if (!existsSync(databaseFile(folder))) return adopt(folder, next)
  if (opens(folder, next)) return adopt(folder, next)
  if (!opens(folder, key)) return key
  const heir = successor(folder, 'over', 'rekey')
  const before = copyInto(databaseFile(folder), heir.draft, key)
  reached('rekey-copied')
  changeKey(heir.draft, key, next)
  reached('rekey-changed')
  const after = summaryOf(heir.draft, next)
  if (after !== before) throw new Error(`The copy under the new key differs: ${after} after ${before}`)
  heir.appoint()
  return adopt(folder, next)
}

/** The next key becomes the key. */
function adopt(folder: string, next: Uint8Array): Uint8Array {
  if (existsSync(nextKeyFile(folder))) renameSync(nextKeyFile(folder), keyFile(folder))
  syncFolder(folder)
  return next
}

/** Whether the first page answers to a key. */
export function opens(folder: string, key: Uint8Array): boolean {
  const file = pageFile(databaseFile(folder))
  try {
    const page = file.read(1, 1)
    return page.length > 0 && pageCipher(key, page.subarray(0, SALT)).authentic(page, 1)
  } finally {
    file.close()
  }
}

function copyInto(path: string, draft: string, key: Uint8Array): string {
  const database = openCipher(path, key)
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.prepare('VACUUM INTO ?').run(draft)
    return sumOf(database)
  } finally {
    database.close()
  }
}

function changeKey(draft: string, key: Uint8Array, next: Uint8Array): void {
  const database = openCipher(draft, key)
  try {
    database.pragma('journal_mode = DELETE')
    database.pragma(`rekey = "x'${Buffer.from(next).toString('hex')}'"`)
  } finally {
    database.close()
  }
}

function summaryOf(path: string, key: Uint8Array): string {
  const database = openCipher(path, key)
  try {
    return sumOf(database)
  } finally {
    database.close()
  }
}

/** Enough to tell a copy that is whole from one that isn't. */
function sumOf(database: Database): string {
  const check = database.pragma('quick_check', { simple: true })
  const counts = database
    .prepare<[], number>(
      `SELECT (SELECT count(*) FROM outbox) UNION ALL SELECT (SELECT coalesce(max(seq), 0) FROM audit)
       UNION ALL SELECT (SELECT count(*) FROM person) UNION ALL SELECT (SELECT coalesce(sum(next_n), 0) FROM device)`,
    )
    .pluck()
    .all()
  return [check, ...counts].join(' ')
}
