import { takeNumbers } from '../database/counter.ts'
import { runAll } from '../database/direct.ts'
import { rowsStatement } from '../database/rows-statement.ts'
import type { RecordHistoryTable, RecordTable, Store } from '../database/schema.ts'
import { unitTable } from '../database/unit-table.ts'
import { unitPart } from '../database/unit.ts'
import type { Part, Unit } from '../database/unit.ts'

/** What names a record. */
export interface RecordKey {
  readonly name: string
  readonly id: string
}

const recordsNamed = rowsStatement<RecordKey, RecordTable>({
  columns: ['name', 'id'],
  most: 256,
  fit: 'pad',
  build: (store, keys) =>
    store
      .selectFrom('record')
      .selectAll()
      .where('name', '=', keys[0]?.name ?? '')
      .where(
        'id',
        'in',
        keys.map(({ id }) => id),
      ),
})

const records = {
  columns: ['cursor', 'name', 'id', 'version', 'changed_at', 'row', 'person'],
  most: 256,
  fit: 'split',
} as const

/** Records that were not there before. */
const insertRecords = rowsStatement<RecordTable, unknown>({
  ...records,
  build: (store, rows) => store.insertInto('record').values(rows),
})

const writeRecords = rowsStatement<RecordTable, unknown>({
  ...records,
  build: (store, rows) =>
    store
      .insertInto('record')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['name', 'id']).doUpdateSet((eb) => ({
          cursor: eb.ref('excluded.cursor'),
          version: eb.ref('excluded.version'),
          changed_at: eb.ref('excluded.changed_at'),
          row: eb.ref('excluded.row'),
          person: eb.ref('excluded.person'),
        })),
      ),
})

const insertHistory = rowsStatement<RecordHistoryTable, unknown>({
  columns: ['name', 'id', 'version', 'cursor', 'changed_at', 'row'],
  most: 256,
  fit: 'split',
  build: (store, rows) => store.insertInto('record_history').values(rows),
})

/** Records as a unit of work has them. */
export const recordsIn = unitTable<RecordTable, RecordKey>({
  nameOf: ({ name, id }) => `${name} ${id}`,
  keyOf: (record) => record,
  read: async (store, keys) => {
    const names = Map.groupBy(keys, ({ name }) => name)
    const found: RecordTable[] = []
    await runAll(
      store,
      Array.from(names.values(), (same) => async () => {
        for (const record of await recordsNamed(store, same)) found.push(record)
      }),
    )
    return found
  },
})

/** What a record becomes; its cursor is given when the unit is written. */
export type NextRecord = Omit<RecordTable, 'cursor'>

interface Change {
  readonly next: RecordTable
  readonly isNew: boolean
  /** What stood there, when that is to be kept. */
  readonly before: RecordTable | null
}

/** Cursors from here on stand for the first, second, third… change of a unit that is not written yet. */
const UNWRITTEN = 2 ** 52

export interface RecordChanges extends Part {
  /** Null before for one that is new. */
  readonly change: (next: NextRecord, before: RecordTable | null) => void
  /** Gives a record the next cursor as it is. */
  readonly touch: (record: RecordTable) => void
  readonly isNew: (record: RecordTable) => boolean
}

/** The changes of a unit in their order: each takes one cursor, and what it replaced goes into the history. */
export const changesIn = unitPart((unit): RecordChanges => {
  let changes: Change[] = []
  const held = recordsIn(unit)
  const add = (next: NextRecord, before: RecordTable | null, isNew: boolean): void => {
    const record = { ...next, cursor: UNWRITTEN + changes.length }
    changes.push({ next: record, before, isNew })
    unit.undoable(() => void changes.pop())
    held.put(record)
  }
  return {
    change: (next, before) => add(next, before, before === null),
    touch: (record) => add(record, null, false),
    isNew: ({ cursor }) => cursor >= UNWRITTEN,
    readAhead: async () => undefined,
    dirty: () => changes.length > 0,
    flush: async () => {
      const written = changes
      changes = []
      if (written.length > 0) await write(unit.below, written)
    },
  }
})

async function write(store: Store, changes: readonly Change[]): Promise<void> {
  const first = (await takeNumbers(store, 'cursor', changes.length)) - changes.length + 1
  const placed = (record: RecordTable): RecordTable =>
    record.cursor < UNWRITTEN ? record : { ...record, cursor: first + record.cursor - UNWRITTEN }
  const [added, changed] = [new Map<string, RecordTable>(), new Map<string, RecordTable>()]
  const history: RecordHistoryTable[] = []
  for (const { next, before, isNew } of changes) {
    const name = `${next.name} ${next.id}`
    const newest = isNew || added.has(name) ? added : changed
    newest.set(name, placed(next))
    if (before !== null) history.push(historyOf(placed(before)))
  }
  await runAll(store, [
    () => insertRecords(store, [...added.values()]),
    () => writeRecords(store, [...changed.values()]),
    () => insertHistory(store, history),
  ])
}

function historyOf(record: RecordTable): RecordHistoryTable {
  const { name, id, version, cursor, changed_at, row } = record
  return { name, id, version, cursor, changed_at, row }
}

/** Gives a record the next cursor without changing it, so that the feed brings it again. */
export function touch(unit: Unit, record: RecordTable): void {
  const changes = changesIn(unit)
  const held = recordsIn(unit).peek(record) ?? record
  if (!changes.isNew(held)) changes.touch(held)
}
