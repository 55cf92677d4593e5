import type { CardPaper } from '../../../domain/print/document.ts'
import { card, colour } from './card-art.ts'
import { drawBack } from './card-back.ts'
import { drawFront } from './card-front.ts'
import { mm } from './pen.ts'
import { DOT } from './qr.ts'
import type { Book, Spot } from './sheet-book.ts'

/** Millimetres. */
export const a4 = { width: 210, height: 297 } as const

export const CARDS_A_SHEET = 10
const COLUMNS = 2
const ROWS = 5
const GAP = 3
const LEFT = (a4.width - COLUMNS * card.width - (COLUMNS - 1) * GAP) / 2
const TOP = (a4.height - ROWS * card.height - (ROWS - 1) * GAP) / 2

/** Up to ten cards: a page of fronts and a page of backs that meet them when the paper is turned on its long edge. */
export function addCardSheet(book: Book, cards: readonly CardPaper[]): void {
  book.addPage()
  drawCutMarks(book, cards.length, (at) => at)
  cards.forEach((document, at) =>
    placed(book, at, (spot) => drawFront(book.sheet(document.language, 'card.title', spot), document)),
  )
  book.addPage()
  drawCutMarks(book, cards.length, mirrored)
  cards.forEach((document, at) =>
    placed(book, mirrored(at), (spot) => drawBack(book.sheet(document.language, 'card.title', spot))),
  )
}

/** The place behind a place. */
const mirrored = (at: number): number => at - (at % COLUMNS) + (COLUMNS - 1 - (at % COLUMNS))

/** Whole dots, so that the symbols of all ten keep sharp edges. */
export const spotOf = (at: number): Spot => ({
  x: Math.round(mm(LEFT + (at % COLUMNS) * (card.width + GAP)) / DOT) * DOT,
  y: Math.round(mm(TOP + Math.floor(at / COLUMNS) * (card.height + GAP)) / DOT) * DOT,
})

function placed(book: Book, at: number, draw: (spot: Spot) => void): void {
  const spot = spotOf(at)
  book.pen.paper.save().translate(spot.x, spot.y)
  draw(spot)
  book.pen.paper.restore()
}

/** Hairs beside each corner, outside of the card and of the colour that runs over its edge. */
function drawCutMarks(book: Book, count: number, placeOf: (at: number) => number): void {
  const { paper } = book.pen
  const [near, far] = [mm(1.2), mm(GAP / 2 + 1.2)]
  paper.markContent('Artifact', { type: 'Page' })
  paper.lineWidth(0.25).strokeColor(colour.ink)
  for (let each = 0; each < count; each++) {
    const { x, y } = spotOf(placeOf(each))
    for (const [edgeX, outX] of [
      [x, -1],
      [x + mm(card.width), 1],
    ] as const) {
      for (const [edgeY, outY] of [
        [y, -1],
        [y + mm(card.height), 1],
      ] as const) {
        paper.moveTo(edgeX + outX * near, edgeY).lineTo(edgeX + outX * far, edgeY)
        paper.moveTo(edgeX, edgeY + outY * near).lineTo(edgeX, edgeY + outY * far)
      }
    }
  }
  paper.stroke()
  paper.endMarkedContent()
}
