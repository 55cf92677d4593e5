import { openEngine } from '../database/open-engine.ts'
import { keyFilePath, readKeyFile, wrapping } from '../key/key-file.ts'
import { MOVED } from '../move/hand-over.ts'
import { moveRows } from '../move/move.ts'
import type { HimsWorld } from '../world.ts'
import type { Console } from './console.ts'

/** Moves a database that may be served meanwhile, and says what arrived; returns the exit code. */
export async function move(world: HimsWorld, address: string, { print, complain }: Console): Promise<0 | 1> {
  const path = keyFilePath(world.database, world.keyFile)
  const key = path === null ? null : readKeyFile(path, world.random)
  if (key?.ok !== true) throw new Error(key?.problem ?? 'A database in memory cannot be moved')
  const from = await opened(world.database)
  try {
    const to = await opened(address)
    try {
      const sealed = wrapping(key.value, world.random).wrap(new TextEncoder().encode(address), MOVED)
      const { tables, ...moved } = await moveRows(from, to, { now: world.now, say: complain, sealed })
      for (const table of tables) print(JSON.stringify(table))
      print(JSON.stringify({ moved: moved.rows, pausedMs: moved.paused, unequal: moved.unequal }))
      return moved.unequal.length === 0 ? 0 : 1
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

async function opened(address: string) {
  const engine = await openEngine(address)
  if (!engine.ok) throw new Error(engine.problem)
  return engine.value
}
