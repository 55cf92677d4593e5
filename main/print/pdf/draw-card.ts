import type { CardLetter, CardPaper, LargeCard, PdfDocument } from '../../../domain/print/document.ts'
import { unreachable } from '../../../domain/result.ts'
import { card } from './card-art.ts'
import { drawBack } from './card-back.ts'
import { drawFront } from './card-front.ts'
import { besideEnglish } from './card-sheet.ts'
import { drawLarge, large } from './large-card.ts'
import { drawLetter } from './letter-page.ts'
import { openBook } from './sheet-book.ts'
import type { Book, BookPlan, CardDeps } from './sheet-book.ts'
import { a4, addCardSheet } from './sheet-cards.ts'
import { addReport } from './shift-page.ts'
import { addStickers } from './sticker-sheet.ts'

export type { CardDeps } from './sheet-book.ts'

type Common = Pick<BookPlan, 'language' | 'day'>

/** Books of each paper: what size their pages are, and what they are called. */
export const bookOf = {
  card: (common: Common, deps: CardDeps) =>
    openBook({ ...common, size: [card.width, card.height], title: 'card.title' }, deps),
  large: (common: Common, deps: CardDeps) =>
    openBook({ ...common, size: [large.width, large.height], title: 'card.title' }, deps),
  sheet: (common: Common, deps: CardDeps) =>
    openBook({ ...common, size: [a4.width, a4.height], title: 'card.title' }, deps),
  stickers: (common: Common, deps: CardDeps) =>
    openBook({ ...common, size: [a4.width, a4.height], title: 'card.sticker.title' }, deps),
  report: (common: Common, deps: CardDeps) =>
    openBook({ ...common, size: [a4.width, a4.height], title: 'day.paper.day' }, deps),
  letter: (common: Common, deps: CardDeps) =>
    openBook({ ...common, size: [a4.width, a4.height], title: 'card.letter.title' }, deps),
} as const

/** The PDF of any paper that is drawn as PDF. */
export function drawPaper(document: PdfDocument, deps: CardDeps): Promise<Uint8Array> {
  const day = document.kind === 'shift-page' ? document.day : document.issued
  const common = { language: document.language, day }
  switch (document.kind) {
    case 'card':
      return drawnBook(bookOf.card(common, deps), (book) => addCard(book, document))
    case 'large-card':
      return drawnBook(bookOf.large(common, deps), (book) => addLarge(book, document))
    case 'sticker-sheet':
      return drawnBook(bookOf.stickers(common, deps), (book) => addStickers(book, document))
    case 'card-letter':
      return drawnBook(bookOf.letter(common, deps), (book) => addLetter(book, document))
    case 'shift-page':
      return drawnBook(bookOf.report(common, deps), (book) => addReport(book, document))
    default:
      return unreachable(document)
  }
}

/** The PDF of a card: front and back, each exactly CR80 (ISO/IEC 7810 ID-1, 85.60 × 53.98 mm). */
export const drawCard = (document: CardPaper, deps: CardDeps): Promise<Uint8Array> => drawPaper(document, deps)

/** Up to ten cards on A4: a page of fronts, a page of backs. */
export function drawCardSheet(cards: readonly [CardPaper, ...CardPaper[]], deps: CardDeps): Promise<Uint8Array> {
  const [{ language, issued }] = cards
  return drawnBook(bookOf.sheet({ language, day: issued }, deps), (book) => addCardSheet(book, cards))
}

/** Adds both sides of a card, a page each. */
export function addCard(book: Book, document: CardPaper): void {
  book.addPage()
  drawFront(book.sheet(document.language, 'card.title'), document)
  book.addSamePage(`back ${besideEnglish(document.language)}`, () =>
    drawBack(book.sheet(document.language, 'card.title')),
  )
}

export function addLarge(book: Book, document: LargeCard): void {
  book.addPage()
  drawLarge(book.sheet(document.language, 'card.title'), document)
}

export function addLetter(book: Book, document: CardLetter): void {
  book.addPage()
  drawLetter(book.sheet(document.language, 'card.letter.title'), document)
}

/** Draws a book and gives its bytes. */
function drawnBook(book: Book, draw: (book: Book) => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    const { paper } = book.pen
    paper.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    paper.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))))
    paper.on('error', reject)
    draw(book)
    book.end()
  })
}
