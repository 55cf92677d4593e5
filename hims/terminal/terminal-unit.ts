import { rowsStatement } from '../database/rows-statement.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import { unitTable } from '../database/unit-table.ts'
import { inUnit } from '../database/unit.ts'

const terminalsNamed = rowsStatement<Pick<TerminalTable, 'id'>, TerminalTable>({
  columns: ['id'],
  most: 256,
  fit: 'pad',
  build: (store, keys) =>
    store
      .selectFrom('terminal')
      .selectAll()
      .where(
        'id',
        'in',
        keys.map(({ id }) => id),
      ),
})

/** They are there, so each insert becomes an update: the one way to change many rows that every engine has. */
const updateNumbers = rowsStatement<TerminalTable, unknown>({
  columns: ['id', 'number', 'role', 'label', 'public_key', 'facility', 'epoch', 'last_n', 'enrolled_at', 'retired_at'],
  most: 256,
  fit: 'split',
  build: (store, rows) =>
    store
      .insertInto('terminal')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ last_n: eb.ref('excluded.last_n') }))),
})

/** Terminals as a unit of work has them; of what it puts, only the last number is written. */
export const terminalsIn = unitTable<TerminalTable, string>({
  nameOf: (id) => id,
  keyOf: ({ id }) => id,
  read: (store, ids) =>
    terminalsNamed(
      store,
      ids.map((id) => ({ id })),
    ),
  write: updateNumbers,
})

export const terminalNamed = (store: Store, id: string): Promise<TerminalTable | null> =>
  inUnit(store, (unit) => terminalsIn(unit).find(id))
