import type { Engine } from '../database/engine.ts'
import type { RunningDigest } from './digest.ts'
import { keyOf, putRows, removeRows, rowsOf } from './rows.ts'
import type { Key, Row } from './rows.ts'
import type { TableShape } from './shape.ts'
import { exclusively, takeChanges } from './watch.ts'
import type { Changes } from './watch.ts'

export interface Both {
  readonly from: Engine
  readonly to: Engine
  readonly shapes: readonly TableShape[]
}

export interface CatchUp {
  /** Takes over what changed since the last time, and returns which rows those were. */
  readonly round: (digests: ReadonlyMap<string, RunningDigest> | null) => Promise<Changes>
}

/** Follows the noted changes. What cannot be taken over in one round, because it goes on changing, waits for the next. */
export function catchUp({ from, to, shapes }: Both): CatchUp {
  let pending: Changes = new Map()
  return {
    async round(digests) {
      pending = together(pending, await takeChanges(from.store))
      const now = new Map<string, readonly Row[]>()
      for (const shape of shapes) now.set(shape.name, await rowsOf(from.store, shape, pending.get(shape.name) ?? []))
      const replaced = await exclusively(to.store, async (store) => {
        const before = new Map<string, readonly Row[]>()
        for (const shape of shapes) before.set(shape.name, await rowsOf(store, shape, pending.get(shape.name) ?? []))
        // What is gone goes first, children before parents: its values may stand in the way of what came.
        for (const shape of shapes.toReversed()) {
          const here = new Set((now.get(shape.name) ?? []).map((row) => nameOf(keyOf(shape, row))))
          const gone = (pending.get(shape.name) ?? []).filter((key) => !here.has(nameOf(key)))
          await removeRows(store, shape, gone)
        }
        for (const shape of shapes) await putRows(store, shape, now.get(shape.name) ?? [])
        return before
      })
      if (digests !== null) await follow(to, shapes, pending, replaced, digests)
      const taken = pending
      pending = new Map()
      return taken
    },
  }
}

/** What is there now is read back, not believed. */
async function follow(
  to: Engine,
  shapes: readonly TableShape[],
  changes: Changes,
  replaced: ReadonlyMap<string, readonly Row[]>,
  digests: ReadonlyMap<string, RunningDigest>,
): Promise<void> {
  for (const shape of shapes) {
    const digest = digests.get(shape.name)
    for (const row of replaced.get(shape.name) ?? []) digest?.remove(row)
    for (const row of await rowsOf(to.store, shape, changes.get(shape.name) ?? [])) digest?.add(row)
  }
}

export const nameOf = (key: Key): string => JSON.stringify(key)

function together(one: Changes, other: Changes): Changes {
  const all = new Map<string, readonly Key[]>(one)
  for (const [name, keys] of other) {
    const known = new Map([...(all.get(name) ?? []), ...keys].map((key) => [nameOf(key), key]))
    all.set(name, [...known.values()])
  }
  return all
}
