import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { moveIfThere, syncFile, syncFolder } from './durable-file.ts'
import { reached } from './point.ts'

/**
 * How one database takes another's place, whenever the power goes: it is finished and synced under a name that nobody
 * opens, then named a successor, which is the moment that counts; every later step is repeated at the next opening.
 */
export interface Successor {
  /** Where to build it. */
  readonly draft: string
  /** From here on it will be the database. */
  readonly appoint: () => void
}

const NAME = 'terminal.db'
const pattern = /^successor-(aside|over)-(.+)\.db$/

/** `aside` keeps the database it follows under the stamp, `over` writes over it. */
export function successor(folder: string, fate: 'aside' | 'over', stamp: string): Successor {
  const draft = join(folder, 'successor.draft')
  for (const name of [draft, `${draft}-wal`, `${draft}-journal`]) rmSync(name, { force: true })
  return {
    draft,
    appoint() {
      syncFile(draft)
      renameSync(draft, join(folder, `successor-${fate}-${stamp}.db`))
      syncFolder(folder)
      reached('successor-named')
      succeed(folder)
    },
  }
}

/** Ends what was begun; call it before the database is opened. Nothing is deleted but a log that belongs to no file. */
export function succeed(folder: string): void {
  const found = readdirSync(folder).flatMap((name) => pattern.exec(name) ?? [])
  const [name, fate, stamp] = found
  if (name === undefined || stamp === undefined) return
  const database = join(folder, NAME)
  const aside = join(folder, `damaged-${stamp}.db`)
  if (fate === 'aside') {
    moveIfThere(`${database}-wal`, `${aside}-wal`)
    if (!existsSync(aside)) moveIfThere(database, aside)
  } else {
    rmSync(`${database}-wal`, { force: true })
  }
  // A log left behind would be played onto a database that it does not belong to.
  syncFolder(folder)
  renameSync(join(folder, name), database)
  syncFolder(folder)
}
