import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { isDiskFull } from './cause.ts'

/** Room that is given up when the disk is full, so that the patient at the counter can be finished. */
const RESERVE_BYTES = 16 * 1024 * 1024

/** Below this much free room a person is warned. */
const LOW_BYTES = 256 * 1024 * 1024

const reserveFile = (folder: string): string => join(folder, 'reserve')

/** Sets the reserve aside, again or for the first time; without room for it there is none. */
export function keepReserve(folder: string): void {
  const file = reserveFile(folder)
  if (existsSync(file) || freeBytes(folder) < RESERVE_BYTES * 2) return
  try {
    writeFileSync(file, Buffer.alloc(RESERVE_BYTES, 0xa5))
  } catch (fault) {
    rmSync(file, { force: true })
    if (!isDiskFull(fault)) throw fault
  }
}

/** True when there was a reserve to give up. */
export function spendReserve(folder: string): boolean {
  const kept = existsSync(reserveFile(folder))
  rmSync(reserveFile(folder), { force: true })
  return kept
}

export const diskIsLow = (folder: string): boolean => !existsSync(reserveFile(folder)) || freeBytes(folder) < LOW_BYTES

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
