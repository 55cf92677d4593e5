import type { KyselyPlugin } from 'kysely'

import { runAll } from './direct.ts'
import type { Store } from './schema.ts'

/** What a unit of work holds of one subject: read ahead in bulk, changed in memory, written in bulk. */
export interface Part {
  /** Reads what was wished for. */
  readonly readAhead: () => Promise<void>
  readonly dirty: () => boolean
  /** Writes what changed, and forgets what it knew. */
  readonly flush: () => Promise<void>
}

/**
 * Many works in one transaction, in a handful of statements: what they read was read ahead for all of them, and what
 * they write is written at the end for all of them. What one of them did can be taken back without asking the database.
 */
export interface Unit {
  /** The transaction underneath; it doesn't see what the unit still holds. */
  readonly below: Store
  readonly join: (part: Part) => void
  /** Notes how to take a change back. */
  readonly undoable: (undo: () => void) => void
  readonly mark: () => number
  /** Takes back everything since a mark. */
  readonly back: (mark: number) => void
  readonly readAhead: () => Promise<void>
  readonly flush: () => Promise<void>
}

/** A query of its own, inside a unit: it would not see what the unit holds, so whoever wrote it runs outside. */
export class OutsideUnit extends Error {}

const refuse: KyselyPlugin = {
  transformQuery: () => {
    throw new OutsideUnit()
  },
  transformResult: async ({ result }) => result,
}

const units = new WeakMap<Store, Unit>()

/** The unit that a work's store stands for; null for a plain transaction or database. */
export const unitOf = (store: Store): Unit | null => units.get(store) ?? null

/** A store that stands for a unit: the functions of the repository know it, and a query of its own throws. */
export function storeOf(unit: Unit): Store {
  const store = unit.below.withPlugin(refuse)
  units.set(store, unit)
  return store
}

export function unitOver(below: Store): Unit {
  const parts: Part[] = []
  const undos: (() => void)[] = []
  return {
    below,
    join: (part) => void parts.push(part),
    undoable: (undo) => void undos.push(undo),
    mark: () => undos.length,
    back: (mark) => {
      for (const undo of undos.splice(mark).toReversed()) undo()
    },
    readAhead: () =>
      runAll(
        below,
        parts.map((part) => part.readAhead),
      ),
    flush: async () => {
      undos.length = 0
      // Writing one part may give another something to write.
      do {
        await runAll(
          below,
          parts.map((part) => part.flush),
        )
      } while (parts.some((part) => part.dirty()))
    },
  }
}

/** Works in the unit that a store stands for, or else in one of its own that is written at once. */
export async function inUnit<Value>(store: Store, work: (unit: Unit) => Promise<Value>): Promise<Value> {
  const known = unitOf(store)
  if (known !== null) return work(known)
  const own = unitOver(store)
  const value = await work(own)
  await own.flush()
  return value
}

/** What each unit holds of one subject, made when it is first asked for. */
export function unitPart<Held extends Part>(make: (unit: Unit) => Held): (unit: Unit) => Held {
  const held = new WeakMap<Unit, Held>()
  return (unit) => {
    const known = held.get(unit)
    if (known !== undefined) return known
    const made = make(unit)
    held.set(unit, made)
    unit.join(made)
    return made
  }
}
