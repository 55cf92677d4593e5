import type { Sheet } from './card-sheet.ts'
import { drawGuilloche } from './guilloche.ts'
import { drawMicrotext } from './microtext.ts'
import { mm } from './pen.ts'

/** Text is pure black: a card printer gives that to its black ribbon, sharp to the dot, and mixes all else of three dyes. */
export const colour = {
  deep: '#053a42',
  marigold: '#ffb400',
  ink: '#000000',
  quiet: '#3a4f55',
  tint: '#dcecec',
  lace: '#e4eff0',
  white: '#ffffff',
  care: '#874600',
  careTint: '#fce8ce',
} as const

export const card = { width: 85.6, height: 53.98 } as const

/** How far a coloured band runs over the edge, so that a cut a little beside it shows no white. */
export const BLEED = 1

type Paper = PDFKit.PDFDocument

/** Height of the marigold stripe along a dark band, which bears a row of microtext. */
export const STRIPE = 0.9
/** Where the cut-out is punched that fingers find, and how deep it goes. */
const NOTCH = { y: 27.6, radius: 1.6 } as const

interface Ground {
  /** Millimetres from the upper edge. */
  readonly band: { readonly top: number; readonly bottom: number }
  readonly stripe: number
  /** The edge that the notch is at. */
  readonly notch: number
}

/** The ground of a side: a weave under everything, a dark band with its stripe, and the mark for the notch. */
export function drawCardGround(
  sheet: Sheet,
  side: 'front' | 'back',
  { band, stripe, notch }: Ground,
  draw: () => void,
) {
  const { paper } = sheet.pen
  sheet.art('card weave', () => drawGuilloche(paper, card, { x: 12, y: 47, scale: 1, ink: colour.lace }))
  sheet.art(`${side} ground`, () => {
    paper.rect(-mm(BLEED), mm(band.top), mm(card.width + 2 * BLEED), mm(band.bottom - band.top)).fill(colour.deep)
    paper.circle(mm(notch), mm(NOTCH.y), mm(NOTCH.radius)).fill(colour.deep)
    paper.save().translate(0, mm(stripe))
    drawStripe(sheet)
    paper.restore()
    draw()
  })
}

function drawStripe(sheet: Sheet): void {
  const { paper } = sheet.pen
  paper.rect(-mm(BLEED), 0, mm(card.width + 2 * BLEED), mm(STRIPE)).fill(colour.marigold)
  paper.save().fillColor(colour.deep)
  const words = `${sheet.text('en', 'card.issuer')} · ${sheet.text('en', 'card.title')} ·`
  drawMicrotext(paper, words, sheet.fonts, { x: 0, y: 0.635, width: card.width })
  paper.restore()
}

/** The programme's mark: a marigold with a cross. The state's emblem is the issuer's to add. */
export function drawMark(paper: Paper, x: number, y: number, size: number): void {
  paper
    .save()
    .translate(mm(x), mm(y))
    .scale(mm(size) / 64)
  for (let petal = 0; petal < 12; petal++) {
    paper.save().rotate(petal * 30, { origin: [32, 32] })
    paper.ellipse(32, 11.5, 6.6, 10).fill(colour.marigold).restore()
  }
  paper.circle(32, 32, 16.5).fill(colour.deep)
  paper.path('M28.2 21.5h7.6v6.7h6.7v7.6h-6.7v6.7h-7.6v-6.7h-6.7v-7.6h6.7z').fill(colour.marigold)
  paper.restore()
}

export type Picture = 'show' | 'lost' | 'emergency'

/** One of the three pictures on the back, in a square whose upper left corner is given. */
export function drawPicture(paper: Paper, picture: Picture, x: number, y: number, size: number): void {
  paper
    .save()
    .translate(mm(x), mm(y))
    .scale(mm(size) / 64)
  paper.lineWidth(3.4).lineCap('round').lineJoin('round').strokeColor(colour.deep).fillColor(colour.tint)
  pictures[picture](paper)
  paper.restore()
}

const pictures: Readonly<Record<Picture, (paper: Paper) => void>> = {
  show(paper) {
    paper.roundedRect(20, 6, 38, 24, 4).fillAndStroke(colour.tint, colour.deep)
    paper.path('M40 12h11v11H40zM26 13h8M26 19h8').stroke()
    paper.path('M4 60V44c0-5 6-8 12-12l8-5c4-2 7 2 4 5l-6 6h16c4 0 4 6 0 6').stroke()
    paper.path('M38 44c4 1 3 7-1 6 4 1 2 7-2 6-6 3-12 4-18 4').stroke()
  },
  lost(paper) {
    paper.roundedRect(6, 12, 40, 26, 4).fill(colour.tint)
    paper.dash(5, { space: 5.4 }).roundedRect(6, 12, 40, 26, 4).stroke().undash()
    paper.path('M14 21h10M14 28h16').stroke()
    paper.circle(46, 42, 15).fillAndStroke(colour.white, colour.deep)
    paper.path('M40.5 37.5c0-7.5 11-7.5 11-.5 0 5-5.5 5-5.5 9.5').stroke()
    paper.circle(46, 51.4, 2.2).fill(colour.deep)
  },
  emergency(paper) {
    paper.path('M4 18h34v28H4z').fillAndStroke(colour.tint, colour.deep)
    paper.path('M38 26h11l11 11v9H38z').fillAndStroke(colour.white, colour.deep)
    paper.circle(16, 48, 6).fillAndStroke(colour.white, colour.deep)
    paper.circle(47, 48, 6).fillAndStroke(colour.white, colour.deep)
    paper.lineWidth(5).path('M21 25v14M14 32h14').stroke()
    paper.lineWidth(3.4).path('M28 12h8').stroke()
  },
}
