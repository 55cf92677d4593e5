import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { causeOf } from './cause.ts'
import { openBeside } from './database.ts'
import type { Database } from './database.ts'
import { syncFolder } from './durable-file.ts'
import { PAGE, SALT, pageCipher } from './page-cipher.ts'
import { reached } from './point.ts'
import { keyFile } from './rekey.ts'
import { followLog, FRAME, HEAD } from './salvage/wal.ts'
import type { Store } from './store.ts'

export interface BackupWorld {
  readonly key: Uint8Array
  /** Where backups are kept: another disk, or a share. */
  readonly into: string
  readonly now: Date
  /** Lets others have their turn; false ends the backup. */
  readonly pause: () => Promise<boolean>
  /** Told on the way, in pages. */
  readonly progress?: (done: number, of: number) => void
}

export interface Backup {
  readonly folder: string
  readonly bytes: number
}

export type BackupProblem = 'disk-full' | 'unwritable' | 'damaged' | 'stopped'

/** Some 5 ms of copying and checking: nobody at the counter waits for more than that. */
const STEP = 64
const KEPT = 7
/** Another thread may be halfway through a page: one that looks rotten is read so often again. */
const LOOKS = 5
const NAME = /^terminal-\d{8}T\d{9}Z$/

/**
 * Copies the database as it lies on the disk, encrypted, while work goes on: until the copy is done the file stands still
 * and new work goes to the log, which is copied last. Every page is checked on its way.
 */
export async function backUp(store: Store, world: BackupWorld): Promise<Result<Backup, BackupProblem>> {
  const name = `terminal-${world.now.toISOString().replaceAll(/[-:.]/g, '')}`
  const draft = join(world.into, `${name}.part`)
  try {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true, mode: 0o700 })
    const copied = await standingStill(store, world.key, () => copy(store, draft, world))
    if (copied !== null) return fail(copied)
    const folder = join(world.into, name)
    reached('backup-drafted')
    renameSync(draft, folder)
    syncFolder(world.into)
    forgetOld(world.into)
    return ok({ folder, bytes: sizeOf(folder) })
  } catch (fault) {
    const cause = causeOf(fault)
    if (cause === null && !isGone(fault)) throw fault
    return fail(cause === 'disk-full' ? 'disk-full' : 'unwritable')
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/**
 * While somebody reads, no log is begun anew, so that file and log together are always all there is. Where nobody else
 * can open the database, it is enough that its one connection makes no checkpoint.
 */
async function standingStill<Value>(
  { database, folder }: Store,
  key: Uint8Array,
  work: () => Promise<Value>,
): Promise<Value> {
  const before = Number(database.pragma('wal_autocheckpoint', { simple: true }))
  database.pragma('wal_autocheckpoint = 0')
  const reader = readerBeside(folder, key)
  try {
    return await work()
  } finally {
    reader?.close()
    if (database.open) database.pragma(`wal_autocheckpoint = ${before}`)
  }
}

function readerBeside(folder: string, key: Uint8Array): Database | null {
  let reader: Database | null = null
  try {
    reader = openBeside(folder, key)
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM device').get()
    return reader
  } catch (fault) {
    reader?.close()
    if (causeOf(fault) === null) throw fault
    return null
  }
}

async function copy({ pages, database }: Store, draft: string, world: BackupWorld): Promise<BackupProblem | null> {
  const cipher = pageCipher(world.key, pages.read(1, 1).subarray(0, SALT))
  const target = openSync(join(draft, 'terminal.db'), 'w', 0o600)
  let rotten: number[] = []
  const count = pages.count()
  try {
    for (let at = 1; at <= count; at += STEP) {
      const bytes = pages.read(at, Math.min(STEP, count - at + 1))
      for (let n = 0; n < bytes.length / PAGE; n++) {
        if (!cipher.authentic(bytes.subarray(n * PAGE, (n + 1) * PAGE), at + n)) rotten.push(at + n)
      }
      writeSync(target, bytes)
      reached('mid-backup')
      world.progress?.(Math.min(at + STEP - 1, count), count)
      if (!(await world.pause()) || !database.open) return 'stopped'
    }
    for (let again = 0; again < LOOKS && rotten.length > 0; again += 1) {
      rotten = rotten.filter((number) => {
        const page = pages.read(number, 1)
        if (!cipher.authentic(page, number)) return true
        writeSync(target, page, 0, PAGE, (number - 1) * PAGE)
        return false
      })
      if (!(await world.pause()) || !database.open) return 'stopped'
    }
    if (rotten.length > 0) return 'damaged'
    fsyncSync(target)
  } finally {
    closeSync(target)
  }
  if (!(await copyLog(pages.path, draft, world.pause))) return 'stopped'
  const wrapped = keyFile(join(pages.path, '..'))
  // Wrapped by this computer's keystore: a backup made before a rotation opens with the key of its own time.
  if (existsSync(wrapped)) copyFileSync(wrapped, join(draft, 'key.json'))
  syncFolder(draft)
  return null
}

/**
 * The log goes as far as its checksums do, not as far as its file: behind its end may lie what an older round left, and
 * there it grows while it is copied. It may begin anew once, as long as nobody has saved since the copy began.
 */
async function copyLog(path: string, draft: string, pause: () => Promise<boolean>): Promise<boolean> {
  const wal = `${path}-wal`
  if (!existsSync(wal)) return true
  const log = openSync(wal, 'r')
  const target = openSync(join(draft, 'terminal.db-wal'), 'w', 0o600)
  try {
    for (let round = 0; round < LOOKS; round += 1) {
      const head = piece(log, 0, HEAD)
      const end = await copyRound(log, target, head, pause)
      if (end === null) return false
      if (!piece(log, 0, HEAD).equals(head)) continue
      ftruncateSync(target, end)
      fsyncSync(target)
      return true
    }
    return false
  } finally {
    closeSync(target)
    closeSync(log)
  }
}

/** Where the last commit of this round ends in the copy; null when it was told to stop. */
async function copyRound(
  log: number,
  target: number,
  head: Buffer,
  pause: () => Promise<boolean>,
): Promise<number | null> {
  const follow = followLog(head)
  if (follow === null) return 0
  writeSync(target, head, 0, HEAD, 0)
  // What comes while it is copied need not be in it, and may come faster than it is copied.
  const enough = fstatSync(log).size
  let end = 0
  for (let at = HEAD; ;) {
    const part = piece(log, at, STEP * FRAME)
    writeSync(target, part, 0, part.length, at)
    for (let from = 0; from + FRAME <= part.length; from += FRAME) {
      const next = follow(part.subarray(from, from + FRAME))
      if (next === null) return end
      at += FRAME
      if (next === 'commits') end = at
    }
    if (end >= enough) return end
    if (part.length < STEP * FRAME) return end
    if (!(await pause())) return null
  }
}

function piece(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, at))
}

/** The newest are kept. */
function forgetOld(into: string): void {
  const old = backupsIn(into).slice(KEPT)
  for (const folder of old) rmSync(folder, { recursive: true, force: true })
}

/** The newest first. */
export function backupsIn(into: string): readonly string[] {
  const names = existsSync(into) ? readdirSync(into).filter((name) => NAME.test(name)) : []
  return names
    .toSorted()
    .toReversed()
    .map((name) => join(into, name))
}

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)

/** A stick that was pulled out, a share that went away. */
const isGone = (fault: unknown): boolean =>
  fault instanceof Error &&
  'code' in fault &&
  /^E(NOENT|NOTDIR|NODEV|NXIO|STALE|NOTCONN|FBIG|TIMEDOUT)$/.test(String(fault.code))
