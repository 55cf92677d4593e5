import type { CardLetter, CardOrder, CardPaper, LargeCard, StickerSheet } from '../../../domain/print/document.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import { addCard, addLarge, addLetter, bookOf } from '../pdf/draw-card.ts'
import type { Book, CardDeps } from '../pdf/sheet-book.ts'
import { addCardSheet, CARDS_A_SHEET } from '../pdf/sheet-cards.ts'
import { addStickers } from '../pdf/sticker-sheet.ts'

export const layouts = ['cr80', 'a4', 'a5', 'stickers', 'letter'] as const
export type Layout = (typeof layouts)[number]

type Common = Parameters<(typeof bookOf)['card']>[0]

/** How one kind of paper is made of an order. */
export interface Drawing {
  readonly open: (common: Common, deps: CardDeps) => Book
  readonly draw: (book: Book, orders: readonly CardOrder[]) => void
  /** Why this paper cannot be made of an order that is otherwise good. */
  readonly problem: (order: CardOrder) => string | null
}

const HOMELESS = 'it has no address, which a letter needs'

export const drawingOf: Readonly<Record<Layout, Drawing>> = {
  cr80: { open: bookOf.card, draw: each((book, order) => addCard(book, cardOf(order))), problem: () => null },
  a4: { open: bookOf.sheet, draw: drawSheets, problem: () => null },
  a5: { open: bookOf.large, draw: each((book, order) => addLarge(book, largeOf(order))), problem: () => null },
  stickers: {
    open: bookOf.stickers,
    draw: each((book, order) => addStickers(book, stickersOf(order))),
    problem: () => null,
  },
  letter: {
    open: bookOf.letter,
    draw: each((book, order) => {
      const letter = letterOf(order)
      if (letter.ok) addLetter(book, letter.value)
    }),
    problem: (order) => (order.address === null ? HOMELESS : null),
  },
}

/** Said of an order whose QR holds a name and that has no other text for stickers. */
export const namedOnSticker = 'its QR names the person: stickers need "plainCode", the same card without a name'

function each(draw: (book: Book, order: CardOrder) => void): Drawing['draw'] {
  return (book, orders) => orders.forEach((order) => draw(book, order))
}

function drawSheets(book: Book, orders: readonly CardOrder[]): void {
  for (let from = 0; from < orders.length; from += CARDS_A_SHEET) {
    addCardSheet(book, orders.slice(from, from + CARDS_A_SHEET).map(cardOf))
  }
}

const cardOf = ({ address: _address, allergies: _allergies, plainCode: _plain, ...card }: CardOrder): CardPaper => card

const largeOf = ({ plainCode: _plain, ...order }: CardOrder): LargeCard => ({ ...order, kind: 'large-card' })

/** `G. K.`: the first letters of the first two words of a name. */
export const initialsOf = (latin: string): string =>
  latin
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => `${word.charAt(0).toUpperCase()}.`)
    .join(' ')

const stickersOf = ({ language, name, shortCode, issued, code, plainCode, copy }: CardOrder): StickerSheet => ({
  kind: 'sticker-sheet',
  language,
  initials: initialsOf(name.latin),
  shortCode,
  issued,
  code: plainCode ?? code,
  copy,
})

function letterOf(order: CardOrder): Result<CardLetter, 'no-address'> {
  const { language, facility, name, guardian, address, shortCode, issued, expires, term, copy } = order
  if (address === null) return fail('no-address')
  const what = { language, facility, name, guardian, address, shortCode, issued, expires, term, copy }
  return ok({ kind: 'card-letter', ...what })
}
