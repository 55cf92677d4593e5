import { mm } from './pen.ts'

export const colour = {
  deep: '#053a42',
  marigold: '#ffb400',
  ink: '#0c1f24',
  quiet: '#3a4f55',
  tint: '#dcecec',
  lace: '#dde9ea',
  white: '#ffffff',
  care: '#874600',
  careTint: '#fce8ce',
} as const

export const card = { width: 85.6, height: 53.98 } as const

/** How far a coloured band runs over the edge, so that a cut a little beside it shows no white. */
export const BLEED = 1

type Paper = PDFKit.PDFDocument

interface Ring {
  readonly radius: number
  readonly loops: number
  readonly size: number
}

const rings: readonly Ring[] = [
  { radius: 6.9, loops: 18, size: 2.7 },
  { radius: 14.9, loops: 36, size: 3.5 },
  { radius: 23.9, loops: 54, size: 4.1 },
  { radius: 33.9, loops: 72, size: 4.7 },
]

/** Rings of interlaced loops, in one solid pale colour: lace that a photocopier loses. */
export const drawGuilloche = (paper: Paper): void => lace(paper, card, { x: 12, y: 47, scale: 1 })

/** The same lace anywhere: its middle and what it is clipped to are in millimetres. */
export function lace(
  paper: Paper,
  { width, height }: { readonly width: number; readonly height: number },
  { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number },
): void {
  paper.save().scale(mm(1)).rect(0, 0, width, height).clip()
  paper.translate(x, y).scale(scale).lineWidth(0.11).strokeColor(colour.lace)
  for (const { radius, loops, size } of rings) {
    for (let loop = 0; loop < loops; loop++) {
      paper.save().rotate((360 / loops) * loop)
      paper
        .ellipse(radius, 0, size, size * 0.62)
        .stroke()
        .restore()
    }
  }
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
