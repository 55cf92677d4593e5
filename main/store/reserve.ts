import { existsSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'

import { isDiskFull } from './cause.ts'

const MIB = 1024 * 1024

/** Room that is given up when the disk is full, so that the person at the counter can be finished. */
export const RESERVE_BYTES = 64 * MIB

export const reserveFile = (folder: string): string => join(folder, 'reserve')

/** Sets the reserve aside, again or for the first time; without room for it, or once the store closes, there is none. */
export async function keepReserve(folder: string, goesOn = () => true): Promise<void> {
  const file = reserveFile(folder)
  if (!goesOn() || existsSync(file) || freeBytes(folder) < RESERVE_BYTES * 2) return
  const draft = `${file}.new`
  try {
    if (await fill(draft, goesOn)) renameSync(draft, file)
    else rmSync(draft, { force: true })
  } catch (fault) {
    rmSync(draft, { force: true })
    // Whoever closed the store may have taken its folder away as well.
    if (goesOn() && !isDiskFull(fault)) throw fault
  }
}

/** A file with a hole in it would hold no room. False when it was given up halfway. */
async function fill(path: string, goesOn: () => boolean): Promise<boolean> {
  const file = await open(path, 'w', 0o600)
  try {
    const part = Buffer.alloc(MIB, 0xa5)
    for (let at = 0; at < RESERVE_BYTES && goesOn(); at += MIB) await file.write(part)
    if (goesOn()) await file.sync()
    return goesOn()
  } finally {
    await file.close()
  }
}

/** True when there was a reserve to give up. */
export function spendReserve(folder: string): boolean {
  const kept = existsSync(reserveFile(folder))
  try {
    rmSync(reserveFile(folder), { force: true })
    rmSync(`${reserveFile(folder)}.new`, { force: true })
    return kept
  } catch {
    return false
  }
}

export const hasReserve = (folder: string): boolean => existsSync(reserveFile(folder))

export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
