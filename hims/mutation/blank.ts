import { rowsStatement } from '../database/rows-statement.ts'
import type { CardBlankTable, Store } from '../database/schema.ts'
import { unitTable } from '../database/unit-table.ts'
import { inUnit } from '../database/unit.ts'
import type { Unit } from '../database/unit.ts'

const blanksNamed = rowsStatement<Pick<CardBlankTable, 'card_id'>, CardBlankTable>({
  columns: ['card_id'],
  most: 256,
  fit: 'pad',
  build: (store, keys) =>
    store
      .selectFrom('card_blank')
      .selectAll()
      .where(
        'card_id',
        'in',
        keys.map(({ card_id: cardId }) => cardId),
      ),
})

const blanksIn = unitTable<CardBlankTable, string>({
  nameOf: (cardId) => cardId,
  keyOf: ({ card_id: cardId }) => cardId,
  read: (store, ids) =>
    blanksNamed(
      store,
      ids.map((id) => ({ card_id: id })),
    ),
})

export const wishBlank = (unit: Unit, cardId: string): void => blanksIn(unit).wish(cardId)

/** A signed card that is nobody's yet. */
export const blankOf = (store: Store, cardId: string): Promise<CardBlankTable | null> =>
  inUnit(store, (unit) => blanksIn(unit).find(cardId))
