import { CardBlank } from '../../domain/card/card-record.ts'
import type { CardId } from '../../domain/id.ts'
import type { Token, TokenBlock } from '../../domain/hospital/token.ts'
import type { Database } from './database.ts'

/** Queue numbers and signed cards that only this terminal may use. */
export interface Leased {
  addTokens(block: TokenBlock): void
  addCard(blank: CardBlank): void
  /** Uses up one number; null when none is left for that day. */
  takeToken(department: string, day: string): Token | null
  nextToken(department: string, day: string): Token | null
  tokensLeft(department: string, day: string): number
  takeCard(day: string, term: CardBlank['term']): CardBlank | null
  /** Puts back what was taken and not given out. */
  returnCard(id: CardId): void
  cardsLeft(term: CardBlank['term']): number
  /** Sets aside the free cards that nobody would believe any more. */
  discardCards(isUseless: (blank: CardBlank) => boolean): void
  /** Visits opened in a department since a moment: how long the queue may be. */
  queueSince(department: string, day: string, at: string): number
}

interface Block {
  readonly prefix: string
  readonly low: number
  readonly next: number
}

/** Written out so that a test can ask SQLite for the plan of each. */
export const leasedSql = {
  open: `SELECT prefix, low, next FROM token_block
         WHERE department = ? AND day = ? AND next <= high ORDER BY low LIMIT 1`,
  left: 'SELECT coalesce(sum(high - next + 1), 0) FROM token_block WHERE department = ? AND day = ?',
  queue: 'SELECT count(*) FROM visit WHERE department = ? AND day = ? AND opened_at > ?',
  blank: 'SELECT body FROM card_blank WHERE used = 0 AND term = ? ORDER BY id LIMIT 1',
  cards: 'SELECT count(*) FROM card_blank WHERE used = 0 AND term = ?',
} as const

export function leased(database: Database): Leased {
  const addBlock = database.prepare(
    `INSERT INTO token_block (department, day, prefix, low, high, next) VALUES (@department, @day, @prefix, @low, @high, @low)
     ON CONFLICT DO NOTHING`,
  )
  const open = database.prepare<[string, string], Block>(leasedSql.open)
  const step = database.prepare('UPDATE token_block SET next = next + 1 WHERE department = ? AND day = ? AND low = ?')
  const left = database.prepare<[string, string], number>(leasedSql.left).pluck()
  const queue = database.prepare<[string, string, string], number>(leasedSql.queue).pluck()
  const addCard = database.prepare('INSERT INTO card_blank (id, body, term) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const blank = database.prepare<[string], { readonly body: string }>(leasedSql.blank)
  const free = database.prepare<[], string>('SELECT body FROM card_blank WHERE used = 0').pluck()
  const useCard = database.prepare('UPDATE card_blank SET used = 1 WHERE id = ?')
  const freeCard = database.prepare('UPDATE card_blank SET used = 0 WHERE id = ?')
  const cards = database.prepare<[string], number>(leasedSql.cards).pluck()

  const isFenced = database.prepare<[], number>('SELECT fenced IS NOT NULL FROM device').pluck()

  /** Whoever may be a copy gives nothing out: the other one may have given the same. */
  const openBlock = (department: string, day: string): Block | undefined =>
    isFenced.get() === 1 ? undefined : open.get(department, day)
  const nextToken = (department: string, day: string): Token | null => {
    const block = openBlock(department, day)
    return block === undefined ? null : { department, day, prefix: block.prefix, number: block.next }
  }

  return {
    nextToken,
    addTokens: (block) => void addBlock.run(block),
    addCard: (card) => void addCard.run(card.cardId, JSON.stringify(card), card.term),
    takeToken(department, day) {
      const block = openBlock(department, day)
      if (block === undefined) return null
      step.run(department, day, block.low)
      return { department, day, prefix: block.prefix, number: block.next }
    },
    tokensLeft: (department, day) => left.get(department, day) ?? 0,
    takeCard(day, term) {
      if (isFenced.get() === 1) return null
      for (let row = blank.get(term); row !== undefined; row = blank.get(term)) {
        const card = CardBlank.parse(JSON.parse(row.body))
        useCard.run(card.cardId)
        if (card.expires >= day) return card
      }
      return null
    },
    returnCard: (id) => void freeCard.run(id),
    cardsLeft: (term) => cards.get(term) ?? 0,
    discardCards(isUseless) {
      for (const body of free.all()) {
        const card = CardBlank.parse(JSON.parse(body))
        if (isUseless(card)) useCard.run(card.cardId)
      }
    },
    queueSince: (department, day, at) => queue.get(department, day, at) ?? 0,
  }
}
