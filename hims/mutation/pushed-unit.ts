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

export type PushedKey = Pick<PushedTable, 'mutation' | 'terminal' | 'epoch' | 'n'>

const pushesOf = rowsStatement<PushedKey, PushedTable>({
  columns: ['mutation'],
  most: 256,
  fit: 'pad',
  build: (store, keys) =>
    store
      .selectFrom('pushed')
      .selectAll()
      .where(
        'mutation',
        'in',
        keys.map(({ mutation }) => mutation),
      ),
})

const insertPushed = rowsStatement<PushedTable, unknown>({
  columns: ['terminal', 'epoch', 'n', 'mutation', 'kind', 'reason', 'note'],
  most: 256,
  fit: 'split',
  build: (store, rows) => store.insertInto('pushed').values(rows),
})

/** Which number each mutation was said under. Written after the mutations, which is why those are asked for first. */
export const pushedIn = unitTable<PushedTable, PushedKey>({
  nameOf: ({ mutation, terminal, epoch, n }) => `${mutation} ${terminal} ${epoch} ${n}`,
  keyOf: (pushed) => pushed,
  read: pushesOf,
  write: insertPushed,
})
