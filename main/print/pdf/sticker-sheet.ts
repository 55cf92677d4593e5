import type { StickerSheet } from '../../../domain/print/document.ts'
import { colour, drawMark } from './card-art.ts'
import type { Sheet } from './card-sheet.ts'
import { mm } from './pen.ts'
import { DOT, drawQr, planQr } from './qr.ts'
import type { QrRoom } from './qr.ts'
import type { Book, Spot } from './sheet-book.ts'

/** Ten to an A4 sheet as label makers cut them: 99.1 × 57 mm, two across, no gap between rows. */
const sticker = { width: 99.06, height: 57, left: 4.65, top: 6, gap: 2.5 } as const
const COUNT = 10

/** A sticker is rubbed and bent around bottles: the most correction, at 30 mm. */
const room: QrRoom = { side: 30, atMost: 33, level: 'Q' }

const LEFT = 6
const CODE = { x: 77.4, y: 28.5 }

/**
 * One sheet of stickers for one card. They end up where others look, so beside the symbol and the number of the card
 * they have initials alone: no name, no age, no hospital, no illness.
 */
export function addStickers(book: Book, paper: StickerSheet): void {
  book.addPage()
  const { paper: page } = book.pen
  const sheet = book.sheet(paper.language, 'card.sticker.title', spotOf(0))
  const parts = partsOf(sheet, paper)
  for (let at = 0; at < COUNT; at++) {
    const spot = spotOf(at)
    page.save().translate(spot.x, spot.y)
    if (at === 0) {
      sheet.background(parts.art)
      sheet.block('P', parts.words)
      sheet.figure('card.code', boxOf(paper.code), parts.code)
    } else sheet.background(() => [parts.art, parts.words, parts.code].forEach((draw) => draw()))
    page.restore()
  }
}

const spotOf = (at: number): Spot => ({
  x: snap(sticker.left + (at % 2) * (sticker.width + sticker.gap)),
  y: snap(sticker.top + Math.floor(at / 2) * sticker.height),
})
const snap = (millimetres: number): number => Math.round(mm(millimetres) / DOT) * DOT

/** Each is drawn once and then shown ten times; ten equal stickers are read out once. */
const partsOf = (sheet: Sheet, paper: StickerSheet) => ({
  art: () => sheet.stamp('sticker art', () => drawMark(sheet.pen.paper, LEFT, 5.4, 9)),
  words: () => sheet.stamp(`sticker ${paper.code} ${paper.copy}`, () => drawWords(sheet, paper)),
  code: () =>
    sheet.stamp(`sticker code ${paper.code}`, () => drawQr(sheet.pen.paper, planQr(paper.code, room), centre)),
})

const centre = { x: mm(CODE.x), y: mm(CODE.y) }

function boxOf(code: string): [number, number, number, number] {
  const half = planQr(code, room).sideWithQuietZone / 2
  return [centre.x - half, centre.y - half, centre.x + half, centre.y + half]
}

function drawWords(sheet: Sheet, { initials, shortCode, copy }: StickerSheet): void {
  const { both, say } = sheet
  const [title, ownTitle] = both('card.title')
  const head = { size: 3.7, weight: 700, colour: colour.deep } as const
  say(title, head, { x: 17, y: 9.2, width: 40 })
  say(ownTitle, { ...head, size: ownTitle[0] === 'ur' ? 3 : 3.5 }, { x: 17, y: 14, width: 40 })
  say(['en', initials], { size: 9, weight: 700, colour: colour.ink }, { x: LEFT, y: 26.2, width: 50 })
  sheet.label('card.number', LEFT, 31.8, 2.4)
  const number = { size: 5.6, weight: 700, colour: colour.ink } as const
  say(['en', shortCode], number, { x: LEFT, y: 37.8, tracking: 0.04, width: 48 })
  const small = { size: 2.8, weight: 400, colour: colour.ink } as const
  const [use, ownUse] = both('card.sticker.use')
  say(use, small, { x: LEFT, y: 43.6, width: 50 })
  say(ownUse, { ...small, size: ownUse[0] === 'ur' ? 2.5 : 2.8 }, { x: LEFT, y: 47.9, width: 50 })
  const helpline = `${sheet.text('en', 'card.helpline')} ${sheet.text('en', 'card.helpline.number')}`
  say(['en', helpline], { ...small, weight: 600 }, { x: LEFT, y: 52.6, width: 50 })
  if (copy > 1) sheet.sayPair(both('card.duplicate'), { ...small, weight: 700 }, { x: 66, y: 54, width: 24 })
}
