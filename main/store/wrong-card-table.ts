import { z } from 'zod'

import { CardId, OperatorId, PersonId, VisitId } from '../../domain/id.ts'
import type { Database } from './database.ts'

/** What was done at this terminal about a card that the wrong person had. */
export const WrongCardRow = z.strictObject({
  id: z.uuid(),
  cardId: CardId,
  owner: PersonId,
  holder: PersonId.nullable(),
  visits: z.array(VisitId),
  newCard: CardId.nullable(),
  /** Whether the card served before. */
  stopped: z.boolean(),
  at: z.iso.datetime(),
  by: OperatorId,
})
export type WrongCardRow = z.infer<typeof WrongCardRow>

export interface WrongCardTable {
  /** Call these two inside a transaction. */
  add(row: WrongCardRow): void
  undo(id: string): void
  get(id: string): { readonly row: WrongCardRow; readonly undone: boolean } | null
  /** The newest first. */
  ofCard(id: CardId): readonly { readonly row: WrongCardRow; readonly undone: boolean }[]
}

interface Kept {
  readonly body: string
  readonly undone: number
}

/** Written out so that a test can ask SQLite for the plan of each. */
export const wrongCardSql = {
  one: 'SELECT body, undone FROM wrong_card WHERE id = ?',
  ofCard: 'SELECT body, undone FROM wrong_card WHERE card_id = ? ORDER BY id DESC LIMIT 20',
} as const

export function wrongCardTable(database: Database): WrongCardTable {
  const insert = database.prepare('INSERT INTO wrong_card (id, card_id, body) VALUES (?, ?, ?)')
  const undo = database.prepare('UPDATE wrong_card SET undone = 1 WHERE id = ?')
  const one = database.prepare<[string], Kept>(wrongCardSql.one)
  const ofCard = database.prepare<[string], Kept>(wrongCardSql.ofCard)
  const read = ({ body, undone }: Kept) => ({ row: WrongCardRow.parse(JSON.parse(body)), undone: undone === 1 })
  return {
    add: (row) => void insert.run(row.id, row.cardId, JSON.stringify(row)),
    undo: (id) => void undo.run(id),
    get(id) {
      const row = one.get(id)
      return row === undefined ? null : read(row)
    },
    ofCard: (id) => ofCard.all(id).map(read),
  }
}
