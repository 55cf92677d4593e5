import type { Store } from './schema.ts'
import { unitPart } from './unit.ts'
import type { Part, Unit } from './unit.ts'

/** How rows of a table are named, read and written, many at a time. */
export interface TablePlan<Row, Key> {
  readonly nameOf: (key: Key) => string
  readonly keyOf: (row: Row) => Key
  readonly read: (store: Store, keys: readonly Key[]) => Promise<readonly Row[]>
  /** Absent for a table that units only read. */
  readonly write?: (store: Store, rows: readonly Row[]) => Promise<unknown>
}

/** Rows of one table as a unit of work has them: as they were, until the unit changes them. */
export interface HeldTable<Row, Key> extends Part {
  /** Says that a row will be looked for. */
  readonly wish: (key: Key) => void
  readonly find: (key: Key) => Promise<Row | null>
  /** What is known without asking the database; undefined when it was never asked. */
  readonly peek: (key: Key) => Row | null | undefined
  /** Takes a row that was read along with something else; what the unit has changed itself stands. */
  readonly know: (row: Row) => void
  readonly put: (row: Row) => void
}

export const unitTable = <Row, Key>(plan: TablePlan<Row, Key>): ((unit: Unit) => HeldTable<Row, Key>) =>
  unitPart((unit) => heldTable(unit, plan))

function heldTable<Row, Key>(unit: Unit, { nameOf, keyOf, read, write }: TablePlan<Row, Key>): HeldTable<Row, Key> {
  const known = new Map<string, Row | null>()
  const changed = new Map<string, Row>()
  const wishes = new Map<string, Key>()
  const readAhead = async (): Promise<void> => {
    if (wishes.size === 0) return
    const keys = [...wishes.values()]
    const names = [...wishes.keys()]
    wishes.clear()
    const rows = await read(unit.below, keys)
    for (const name of names) known.set(name, null)
    for (const row of rows) known.set(nameOf(keyOf(row)), row)
  }
  return {
    wish: (key) => {
      const name = nameOf(key)
      if (!known.has(name)) wishes.set(name, key)
    },
    peek: (key) => known.get(nameOf(key)),
    know: (row) => {
      const name = nameOf(keyOf(row))
      if (!known.has(name)) known.set(name, row)
    },
    find: async (key) => {
      const name = nameOf(key)
      const row = known.get(name)
      if (row !== undefined) return row
      const [found = null] = await read(unit.below, [key])
      known.set(name, found)
      return found
    },
    put: (row) => {
      const name = nameOf(keyOf(row))
      const [before, unwritten] = [known.get(name), changed.get(name)]
      known.set(name, row)
      changed.set(name, row)
      unit.undoable(() => {
        if (before === undefined) known.delete(name)
        else known.set(name, before)
        if (unwritten === undefined) changed.delete(name)
        else changed.set(name, unwritten)
      })
    },
    readAhead,
    dirty: () => changed.size > 0,
    flush: async () => {
      const rows = [...changed.values()]
      known.clear()
      changed.clear()
      if (rows.length > 0) await write?.(unit.below, rows)
    },
  }
}
