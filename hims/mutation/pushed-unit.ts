import { rowsStatement } from '../database/rows-statement.ts'
import type { MutationTable, PushedTable } from '../database/schema.ts'
import { unitTable } from '../database/unit-table.ts'

const mutationsNamed = rowsStatement<Pick<MutationTable, 'id'>, MutationTable>({
  columns: ['id'],
  most: 256,
  fit: 'pad',
  build: (store, keys) =>
    store
      .selectFrom('mutation')
      .selectAll()
      .where(
        'id',
        'in',
        keys.map(({ id }) => id),
      ),
})

const insertMutations = rowsStatement<MutationTable, unknown>({
  columns: ['id', 'terminal', 'received_at', 'said', 'kind', 'reason', 'note'],
  most: 256,
  fit: 'split',
  build: (store, rows) => store.insertInto('mutation').values(rows),
})

/** What was said, as a unit of work has it. */
export const mutationsIn = unitTable<MutationTable, string>({
  nameOf: (id) => id,
  keyOf: ({ id }) => id,
  read: (store, ids) =>
    mutationsNamed(
      store,
      ids.map((id) => ({ id })),
    ),
  write: insertMutations,
})

export type PushedKey = Pick<PushedTable, 'terminal' | 'epoch' | 'n'>

const pushedNamed = rowsStatement<PushedKey, PushedTable>({
  columns: ['terminal', 'epoch', 'n'],
  most: 128,
  fit: 'pad',
  build: (store, keys) =>
    store
      .selectFrom('pushed')
      .selectAll()
      .where(({ or, and }) => or(keys.map(({ terminal, epoch, n }) => and({ terminal, epoch, n })))),
})

const insertPushed = rowsStatement<PushedTable, unknown>({
  columns: ['terminal', 'epoch', 'n', 'mutation', 'kind', 'reason', 'note'],
  most: 256,
  fit: 'split',
  build: (store, rows) => store.insertInto('pushed').values(rows),
})

/** Which mutation each number stands for. Written after the mutations, which is why those are asked for first. */
export const pushedIn = unitTable<PushedTable, PushedKey>({
  nameOf: ({ terminal, epoch, n }) => `${terminal} ${epoch} ${n}`,
  keyOf: (pushed) => pushed,
  read: pushedNamed,
  write: insertPushed,
})
