import type { LargeCard } from '../../../domain/print/document.ts'
import type { MessageId } from '../../../domain/text/catalogue.ts'
import { colour, drawMark } from './card-art.ts'
import { drawName } from './card-name.ts'
import { addressLines, printedGroup, relationText, spacedAbha } from './card-person.ts'
import type { Said, Sheet } from './card-sheet.ts'
import { fit } from './fit.ts'
import type { Wanted } from './fit.ts'
import { drawGuilloche } from './guilloche.ts'
import { drawAllergies } from './large-allergy.ts'
import { mm } from './pen.ts'
import { printedDay } from './printed-day.ts'
import { drawQr, planQr } from './qr.ts'
import type { QrRoom } from './qr.ts'

/** A5 across, in millimetres. */
export const large = { width: 210, height: 148 } as const

const LEFT = 10
const RIGHT = 200
const COLUMN = 124
const HEAD = 21
const FOOT = 133
const CODE = 169

/** A card at home is photographed by old telephones: more correction than on the small card, at twice its size. */
const room: QrRoom = { side: 50, atMost: 54, level: 'Q' }

/** The large card: what the small one says, and the detail that a person agreed to. */
export function drawLarge(sheet: Sheet, paper: LargeCard): void {
  sheet.background(() => sheet.stamp('large art', () => drawGround(sheet)))
  sheet.block('H1', () => sheet.stamp('large head', () => drawHead(sheet)))
  drawName(sheet, paper.name, 8.6, { x: LEFT, y: 24, width: COLUMN, height: 28 })
  drawFacts(sheet, paper)
  if (paper.allergies !== null) drawAllergies(sheet, paper.allergies, { x: LEFT, y: 114, width: COLUMN, height: 15 })
  drawCode(sheet, paper)
  sheet.block('P', () => sheet.stamp('large foot', () => drawFoot(sheet)))
}

function drawGround({ pen: { paper } }: Sheet): void {
  drawGuilloche(paper, large, { x: 26, y: 130, scale: 2.35, ink: colour.lace })
  paper.rect(-mm(1), -mm(1), mm(large.width + 2), mm(HEAD + 1)).fill(colour.deep)
  paper.rect(-mm(1), mm(HEAD), mm(large.width + 2), mm(1.4)).fill(colour.marigold)
  paper.rect(-mm(1), mm(FOOT), mm(large.width + 2), mm(large.height - FOOT + 1)).fill(colour.deep)
  drawMark(paper, LEFT, 3.2, 14.6)
}

function drawHead({ both, say }: Sheet): void {
  const [issuer, ownIssuer] = both('card.issuer')
  const [title, ownTitle] = both('card.title')
  const style = { size: 6.6, weight: 700, colour: colour.marigold } as const
  say(title, style, { x: RIGHT, y: 9.4, align: 'right', width: 70 })
  const own = ownTitle[0] === 'ur' ? 5 : 5.8
  say(ownTitle, { ...style, size: own }, { x: RIGHT, y: 17.2, align: 'right', width: 70 })
  say(issuer, { size: 5, weight: 600, colour: colour.white }, { x: 29, y: 9, width: 95 })
  say(ownIssuer, { size: 5, weight: 400, colour: colour.white }, { x: 29, y: 16.6, width: 95 })
}

/** One fact: its label, and what is written under it in one text or in a pair. */
interface Fact {
  readonly label: MessageId
  readonly value: readonly [Said, Said] | string
  readonly wide?: boolean
}

function factsOf(sheet: Sheet, paper: LargeCard): readonly Fact[] {
  const { guardian, bloodGroup, abha, address, facility } = paper
  const given = [
    ['en', facility.name.en],
    [sheet.other, facility.name[sheet.other]],
  ] as const
  return [
    { label: 'card.born', value: printedDay(paper.born) },
    { label: 'card.sex', value: sheet.both(`card.sex.${paper.sex}`) },
    ...(guardian === null ? [] : [{ label: relationText(guardian.relation), value: guardian.name }]),
    ...(bloodGroup === null ? [] : [{ label: 'card.blood' as const, value: printedGroup(bloodGroup) }]),
    ...(address === null
      ? []
      : [{ label: 'card.address' as const, value: addressLines(address, sheet.text).join(', '), wide: true }]),
    ...(abha === null ? [] : [{ label: 'card.abha' as const, value: spacedAbha(abha) }]),
    { label: 'card.facility', value: given },
  ]
}

/** Labels of the first row and of the last; rows stand so far apart, those with two lines of text and others at least. */
const ROWS = { first: 57.4, last: 101, pitch: 14, tall: 18, least: 12 }
const SECOND = LEFT + 66
/** Sixteen points, where large print begins. */
const LARGE_PRINT = 5.65

interface Cell {
  readonly fact: Fact
  readonly x: number
  readonly width: number
}

/** Facts side by side, two a row; a wide one has a row of its own. */
function rowsOf(facts: readonly Fact[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = []
  let hasRoom = false
  for (const [place, fact] of facts.entries()) {
    if (!hasRoom || fact.wide === true) {
      const alone = fact.wide === true || place === facts.length - 1
      rows.push([{ fact, x: LEFT, width: alone ? COLUMN : 62 }])
      hasRoom = !alone
    } else {
      rows.at(-1)?.push({ fact, x: SECOND, width: 58 })
      hasRoom = false
    }
  }
  return rows
}

/** A row whose text needs two lines takes what the others can spare. */
function drawFacts(sheet: Sheet, paper: LargeCard): void {
  const rows = rowsOf(factsOf(sheet, paper))
  const isTall = rows.map((row) => row.some(({ fact, width }) => linesOf(sheet, fact, width) > 1))
  const tall = isTall.slice(0, -1).filter(Boolean).length
  const short = rows.length - 1 - tall
  const free = ROWS.last - ROWS.first
  const pitch = Math.min(ROWS.pitch, tall === 0 ? Infinity : Math.max(ROWS.least, (free - tall * ROWS.tall) / short))
  const tallPitch = Math.min(ROWS.tall, (free - short * pitch) / tall)
  let y = ROWS.first
  for (const [at, row] of rows.entries()) {
    const height = isTall[at] === true && at < rows.length - 1 ? tallPitch : pitch
    for (const cell of row) drawFact(sheet, cell, { y, height: height - 5 })
    y += height
  }
}

const linesOf = ({ fonts }: Sheet, { value }: Fact, width: number): number =>
  typeof value === 'string' ? fit([written(value)], { width, height: Infinity }, fonts).length : 1

const written = (text: string): Wanted => ({ text, weight: 600, size: LARGE_PRINT })

function drawFact(
  sheet: Sheet,
  { fact: { label, value }, x, width }: Cell,
  { y, height }: { readonly y: number; readonly height: number },
): void {
  sheet.block('P', () => {
    sheet.label(label, x, y, 3.2)
    if (typeof value === 'string') {
      sheet.sayIn({ x, y: y + 1.2, width, height }, [written(value)], colour.ink, sheet.other)
    } else sheet.sayPair(value, { size: LARGE_PRINT, weight: 600, colour: colour.ink }, { x, y: y + 6.6, width })
  })
}

function drawCode(sheet: Sheet, { code, shortCode, issued, expires, term, copy }: LargeCard): void {
  const qr = planQr(code, room)
  const half = qr.sideWithQuietZone / 2
  const centre = { x: mm(CODE), y: mm(54) }
  const box: [number, number, number, number] = [centre.x - half, centre.y - half, centre.x + half, centre.y + half]
  sheet.figure('card.code', box, () => drawQr(sheet.pen.paper, qr, centre))
  const left = CODE - 25
  sheet.block('P', () => {
    sheet.label('card.number', left, 89.5, 3.2)
    const style = { size: 7.6, weight: 700, colour: colour.ink } as const
    sheet.say(['en', shortCode], style, { x: left, y: 97.4, tracking: 0.03, width: 54 })
  })
  const style = { size: 3.9, weight: 600, colour: colour.ink } as const
  sheet.block('P', () => {
    const [english] = sheet.dated('card.issued', issued)
    const [validTo, ownValidTo] = sheet.dated('card.expires', expires)
    sheet.say(english, style, { x: left, y: 104.4 })
    sheet.say(validTo, style, { x: left, y: 109.6 })
    sheet.say(ownValidTo, { ...style, weight: 400 }, { x: left, y: 115.4 })
  })
  if (term === 'temporary') drawMarkWord(sheet, 'card.term.temporary', { x: left, y: 119.4 })
  if (copy > 1) drawMarkWord(sheet, 'card.duplicate', { x: left + (term === 'temporary' ? 26.6 : 0), y: 119.4 })
}

function drawMarkWord(
  sheet: Sheet,
  id: 'card.term.temporary' | 'card.duplicate',
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const filled = id === 'card.duplicate'
  const { paper } = sheet.pen
  sheet.background(() => {
    paper.lineWidth(mm(0.35)).roundedRect(mm(x), mm(y), mm(25), mm(10.4), mm(1.2))
    if (filled) paper.fill(colour.ink)
    else paper.fillAndStroke(colour.white, colour.ink)
  })
  const [english, own] = sheet.both(id)
  const style = { size: 3.3, weight: 700, colour: filled ? colour.white : colour.ink } as const
  const centred = { x: x + 12.5, align: 'centre', width: 22 } as const
  // Nastaliq climbs towards the word above it.
  const [upper, lower, size] = own[0] === 'ur' ? [3.7, 8.6, 2.7] : [4.3, 8.7, 3.3]
  sheet.block('P', () => {
    sheet.say(english, style, { ...centred, y: y + upper })
    sheet.say(own, { ...style, weight: 600, size }, { ...centred, y: y + lower })
  })
}

function drawFoot(sheet: Sheet): void {
  const small = { size: 3.5, weight: 400, colour: colour.white } as const
  sheet.sayPair(sheet.both('card.helpline'), small, { x: LEFT, y: 138.6 })
  const number = sheet.text('en', 'card.helpline.number')
  sheet.say(['en', number], { size: 5.4, weight: 600, colour: colour.marigold }, { x: LEFT, y: 144.9 })
  const [found, ownFound] = sheet.both('card.found')
  sheet.say(found, small, { x: RIGHT, y: 138.6, align: 'right', width: 110 })
  const ownLook = { ...small, size: ownFound[0] === 'ur' ? 3.1 : 3.5 }
  sheet.say(ownFound, ownLook, { x: RIGHT, y: 144.9, align: 'right', width: 110 })
}
