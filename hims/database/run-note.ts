import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs'

import { newestCursor } from './counter.ts'
import type { Engine } from './engine.ts'

const lineOf = (cursor: number): string => {
  const digits = String(cursor).padStart(16, '0')
  return `${digits}\n${digits}\n`
}

/** 0 when nothing whole is noted. */
function noted(path: string): number {
  try {
    const digits = readFileSync(path, 'latin1').slice(0, 16)
    return readFileSync(path, 'latin1') === lineOf(Number(digits)) ? Number(digits) : 0
  } catch {
    return 0
  }
}

export interface Noting {
  readonly engine: Engine
  /** The database had come further than it knows: somebody put a copy in its place. */
  readonly isCopy: boolean
}

/**
 * Notes beside a database file, after each commit, how many changes it has given out. The note is not synced, so that it
 * costs nothing; what a power cut leaves of it tells of fewer at most.
 */
export async function noting(engine: Engine, path: string | null): Promise<Noting> {
  if (path === null) return { engine, isCopy: false }
  const isCopy = (await newestCursor(engine.store)) < noted(path)
  let file: number | null = null
  const write = (cursor: number): void => {
    try {
      file ??= openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
      writeSync(file, lineOf(cursor), 0)
    } catch {
      // A folder that takes nothing has other ways to tell.
    }
  }
  const transact: Engine['transact'] = async (work) => {
    let cursor = 0
    const value = await engine.transact(async (store) => {
      const made = await work(store)
      cursor = await newestCursor(store)
      return made
    })
    write(cursor)
    return value
  }
  const close = async (): Promise<void> => {
    await engine.close()
    if (file !== null) closeSync(file)
    file = null
  }
  return { engine: { ...engine, transact, close }, isCopy }
}
