import type { CardPaper } from '../../../domain/print/document.ts'
import { BLEED, STRIPE, colour, drawCardGround, drawMark } from './card-art.ts'
import { drawName } from './card-name.ts'
import { printedGroup, relationText, spacedAbha } from './card-person.ts'
import type { Sheet } from './card-sheet.ts'
import { mm } from './pen.ts'
import { printedDay } from './printed-day.ts'
import { drawQr, planQr } from './qr.ts'
import type { QrPlan } from './qr.ts'

const LEFT = 4
const RIGHT = 81.6
const HEAD = 11.4
/** How far the white around a symbol may go to the right, and down: a printer may set a card half a millimetre off. */
const WHITE = 84.6
const BOTTOM = 51.2

/** What the left column may fill, and where the symbol stands beside it. */
interface Layout {
  readonly column: number
  readonly qr: QrPlan
  readonly qrCentre: { readonly x: number; readonly y: number }
  /** First line of the validity, and how far apart its three lines are. */
  readonly below: number
  readonly pitch: number
}

/** The front: who the card belongs to, in their own script first, and the symbol that proves it. */
export function drawFront(sheet: Sheet, paper: CardPaper): void {
  const layout = layOut(planQr(paper.code))
  sheet.background(() => {
    const ground = { band: { top: -BLEED, bottom: HEAD }, stripe: HEAD, notch: 0 }
    drawCardGround(sheet, 'front', ground, () => drawMark(sheet.pen.paper, LEFT - 0.6, 1.7, 8))
  })
  sheet.block('H1', () => sheet.stamp('front head', () => drawHead(sheet)))
  // Nastaliq labels climb towards the name above them.
  const { first, letter } = rowsOf(paper)
  const height = first - (sheet.other === 'ur' ? 2.8 : 2.3) - 13
  drawName(sheet, paper.name, letter, { x: LEFT, y: 13, width: layout.column, height })
  drawFacts(sheet, paper, layout)
  drawNumber(sheet, paper)
  drawCode(sheet, layout)
  drawValidity(sheet, paper, layout)
  drawMarks(sheet, paper)
}

/** The symbol takes what it needs of the right side, and what is said of the person has the rest. */
function layOut(qr: QrPlan): Layout {
  const side = qr.sideWithQuietZone / mm(1)
  const x = Math.min(RIGHT - qr.side / mm(2), WHITE - side / 2)
  const top = Math.max(HEAD + STRIPE + 0.2, Math.min(29.2, 45.1 - side / 2) - side / 2)
  const below = Math.max(45.6, top + side + 1.65)
  return {
    column: x - side / 2 - LEFT - 0.6,
    qr,
    qrCentre: { x, y: top + side / 2 },
    below,
    pitch: (BOTTOM - below) / 2,
  }
}

function drawHead({ both, say }: Sheet): void {
  const [issuer, ownIssuer] = both('card.issuer')
  const [title, ownTitle] = both('card.title')
  const titleStyle = { size: 3.3, weight: 700, colour: colour.marigold } as const
  const right = { x: RIGHT, align: 'right', width: 29 } as const
  say(title, titleStyle, { ...right, y: 5 })
  say(ownTitle, { ...titleStyle, size: ownTitle[0] === 'ur' ? 2.5 : 3 }, { ...right, y: 9.3 })
  say(issuer, { size: 2.75, weight: 600, colour: colour.white }, { x: 13.4, y: 4.8, width: 38 })
  say(ownIssuer, { size: 2.75, weight: 400, colour: colour.white }, { x: 13.4, y: 8.9, width: 38 })
}

/** Baselines of the labels: what is known shares the room between name and number, and a single row leaves the name more. */
function rowsOf({ guardian, abha }: CardPaper) {
  const count = 1 + (guardian === null ? 0 : 1) + (abha === null ? 0 : 1)
  const pitch = count === 3 ? 6.3 : 7.6
  const last = count === 3 ? 39.2 : 37.1
  const first = count === 1 ? 33.4 : last - (count - 1) * pitch
  return { first, pitch, letter: count === 1 ? 5.4 : 4.5 }
}

const factStyle = { size: 3, weight: 600, colour: colour.ink } as const

function drawFacts(sheet: Sheet, paper: CardPaper, { column }: Layout): void {
  const { guardian, abha } = paper
  const { first, pitch } = rowsOf(paper)
  const drop = pitch > 7 ? 3.5 : 3.1
  drawFirstRow(sheet, paper, { y: first, drop, column })
  let y = first
  if (guardian !== null) {
    y += pitch
    sheet.block('P', () => {
      sheet.label(relationText(guardian.relation), LEFT, y)
      const box = { x: LEFT, y: y + drop - 2.85, width: column, height: 4.2 }
      sheet.sayIn(box, [{ text: guardian.name, weight: 600, size: 3 }], colour.ink, 'en')
    })
  }
  if (abha === null) return
  y += pitch
  sheet.block('P', () => {
    sheet.label('card.abha', LEFT, y)
    sheet.say(['en', spacedAbha(abha)], factStyle, { x: LEFT, y: y + drop })
  })
}

interface Row {
  readonly y: number
  readonly drop: number
  readonly column: number
}

function drawFirstRow(sheet: Sheet, { born, sex, bloodGroup }: CardPaper, { y, drop, column }: Row): void {
  const [second, third] = bloodGroup === null ? [LEFT + 21, LEFT + column] : [LEFT + 19, LEFT + column - 10]
  sheet.block('P', () => {
    sheet.label('card.born', LEFT, y)
    sheet.say(['en', printedDay(born)], factStyle, { x: LEFT, y: y + drop })
  })
  sheet.block('P', () => {
    const width = third - second - (bloodGroup === null ? 0 : 2)
    sheet.stamp(`sex ${sex} ${second} ${y} ${width}`, () => {
      sheet.label('card.sex', second, y)
      sheet.sayPair(sheet.both(`card.sex.${sex}`), factStyle, { x: second, y: y + drop, width })
    })
  })
  if (bloodGroup === null) return
  sheet.block('P', () => {
    sheet.label('card.blood.short', third, y)
    sheet.say(['en', printedGroup(bloodGroup)], { ...factStyle, weight: 700 }, { x: third, y: y + drop })
  })
}

function drawNumber(sheet: Sheet, { shortCode }: CardPaper): void {
  const style = { size: 4.7, weight: 700, colour: colour.ink } as const
  sheet.block('P', () => {
    sheet.label('card.number', LEFT, 46)
    sheet.say(['en', shortCode], style, { x: LEFT, y: 51, tracking: 0.06, width: 36 })
  })
}

function drawCode(sheet: Sheet, { qr, qrCentre }: Layout): void {
  const half = qr.sideWithQuietZone / 2
  const centre = { x: mm(qrCentre.x), y: mm(qrCentre.y) }
  const box: [number, number, number, number] = [centre.x - half, centre.y - half, centre.x + half, centre.y + half]
  sheet.figure('card.code', box, () => drawQr(sheet.pen.paper, qr, centre))
}

function drawValidity(sheet: Sheet, { issued, expires }: CardPaper, { qrCentre, below, pitch }: Layout): void {
  const style = { size: Math.min(2.15, 0.88 * pitch), weight: 600, colour: colour.ink } as const
  const centred = { x: qrCentre.x, align: 'centre', width: 30 } as const
  sheet.block('P', () =>
    sheet.stamp(`valid ${issued} ${expires} ${qrCentre.x} ${below}`, () => {
      const [english] = sheet.dated('card.issued', issued)
      const [validTo, ownValidTo] = sheet.dated('card.expires', expires)
      const own = { ...style, weight: 400, size: style.size * (ownValidTo[0] === 'ur' ? 0.9 : 1) } as const
      sheet.say(english, style, { ...centred, y: below })
      sheet.say(validTo, style, { ...centred, y: below + pitch })
      sheet.say(ownValidTo, own, { ...centred, y: below + 2 * pitch })
    }),
  )
}

/** What sets this print apart from the usual one, each in a chip with its word: a temporary card, a copy. */
function drawMarks(sheet: Sheet, { term, copy }: CardPaper): void {
  if (term === 'temporary') drawChip(sheet, 'card.term.temporary', { x: 34.2, y: 43, width: 17.6, height: 3.4 })
  if (copy > 1) drawChip(sheet, 'card.duplicate', { x: 41.2, y: 47, width: 10.6, height: 5.2 })
}

interface ChipBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A temporary card wears a line around its word, a copy a filled ground: grey paper shows both. */
function drawChip(sheet: Sheet, id: 'card.term.temporary' | 'card.duplicate', box: ChipBox): void {
  const { paper } = sheet.pen
  const filled = id === 'card.duplicate'
  sheet.background(() => {
    paper.lineWidth(mm(0.25)).roundedRect(mm(box.x), mm(box.y), mm(box.width), mm(box.height), mm(0.8))
    if (filled) paper.fill(colour.ink)
    else paper.fillAndStroke(colour.white, colour.ink)
  })
  const ink = filled ? colour.white : colour.ink
  sheet.block('P', () =>
    sheet.stamp(`chip ${id}`, () => {
      const [english, own] = sheet.both(id)
      const style = { size: 1.9, weight: 700, colour: ink } as const
      if (!filled) {
        const ems = sheet.pen.widthOf(english[1], 700) + 0.32 + sheet.pen.widthOf(own[1], 700)
        const size = Math.min(1.9, (box.width - 1.4) / ems)
        const x = box.x + (box.width - ems * size) / 2
        sheet.sayPair([english, own], { ...style, size }, { x, y: box.y + 2.35 })
        return
      }
      const place = { x: box.x + box.width / 2, align: 'centre', width: box.width - 1.2 } as const
      sheet.say(english, { ...style, size: 1.75 }, { ...place, y: box.y + 2.1 })
      sheet.say(own, { ...style, weight: 600, size: own[0] === 'ur' ? 1.5 : 1.8 }, { ...place, y: box.y + 4.4 })
    }),
  )
}
