import type { Language } from '../../../domain/language.ts'
import { languageOfScript } from '../../../domain/language.ts'
import type { CardPaper } from '../../../domain/print/document.ts'
import type { MessageId } from '../../../domain/text/catalogue.ts'
import { Guardian } from '../../../domain/person/person.ts'
import { card, colour, drawGuilloche, drawMark } from './card-art.ts'
import type { Sheet } from './card-sheet.ts'
import { fit } from './fit.ts'
import type { Wanted } from './fit.ts'
import type { Script } from './font.ts'
import { scriptOf } from './line.ts'
import { mm } from './pen.ts'
import { isolated, printedDay } from './printed-day.ts'
import { drawQr, planQr } from './qr.ts'

const LEFT = 4
const COLUMN = 48.6
const QR_CENTRE = { x: 68.4, y: 29.2 }

/** Nastaliq hangs from a slope, so it needs a smaller letter for the same height. */
const nameSize: Readonly<Record<Script, number>> = { Latn: 4.5, Deva: 5, Guru: 5, Arab: 4 }

/** The front: who the card belongs to, in their own script first, and the symbol that proves it. */
export function drawFront(sheet: Sheet, paper: CardPaper): void {
  sheet.background(() => {
    drawGuilloche(sheet.pen.paper)
    sheet.pen.paper.rect(0, 0, mm(card.width), mm(11.4)).fill(colour.deep)
    sheet.pen.paper.rect(0, mm(11.4), mm(card.width), mm(0.9)).fill(colour.marigold)
    drawMark(sheet.pen.paper, 3.4, 1.7, 8)
  })
  drawHead(sheet)
  drawName(sheet, paper)
  drawFacts(sheet, paper)
  drawNumber(sheet, paper)
  drawCode(sheet, paper)
  drawValidity(sheet, paper)
  if (paper.copy > 1) drawDuplicate(sheet)
}

function drawHead(sheet: Sheet): void {
  const { both, write } = sheet
  const [issuer, ownIssuer] = both('card.issuer')
  const [title, ownTitle] = both('card.title')
  write('H1', title, { size: 3.3, weight: 700, colour: colour.marigold }, { x: 82, y: 5, align: 'right', width: 29 })
  write(
    'P',
    ownTitle,
    { size: ownTitle[0] === 'ur' ? 2.5 : 3, weight: 700, colour: colour.marigold },
    { x: 82, y: 9.3, align: 'right', width: 29 },
  )
  write('P', issuer, { size: 2.75, weight: 600, colour: colour.white }, { x: 13.4, y: 4.8, width: 38 })
  write('P', ownIssuer, { size: 2.75, weight: 400, colour: colour.white }, { x: 13.4, y: 8.9, width: 38 })
}

function drawName(sheet: Sheet, { name }: CardPaper): void {
  const latin: Wanted = { text: name.latin, weight: 700, size: nameSize.Latn }
  const own: Wanted[] = name.own === null ? [] : [{ text: name.own.text, weight: 700, size: nameSize[name.own.script] }]
  const placed = fit([...own, latin], { width: COLUMN, height: 13.6 }, sheet.fonts)
  const language = name.own === null ? 'en' : languageOfScript[name.own.script]
  const slack = 13.6 - (placed.at(-1)?.baseline ?? 0)
  for (const { line, size, baseline } of placed) {
    const speaks: Language = scriptOf(line.text) === 'Latn' ? 'en' : language
    const top = 13 + Math.max(0, (slack - 1.4) / 2)
    sheet.writeLine(
      'H2',
      line,
      { language: speaks, size, weight: 700, colour: colour.ink },
      { x: LEFT, y: top + baseline },
    )
  }
}

function drawFacts(sheet: Sheet, paper: CardPaper): void {
  const sex = sheet.both(`card.sex.${paper.sex}`)
  sheet.label('card.born', LEFT, 29.5)
  const born = printedDay(paper.born)
  const width = sheet.write('P', ['en', born], factStyle, { x: LEFT, y: 33 })
  const second = Math.max(LEFT + 21, LEFT + width + 4)
  sheet.label('card.sex', second, 29.5)
  sheet.writePair(sex, factStyle, { x: second, y: 33, width: LEFT + COLUMN - second })
  if (paper.guardian === null) return
  const relation = Guardian.shape.relation.safeParse(paper.guardian.relation)
  const id: MessageId = relation.success ? `card.relation.${relation.data}` : 'card.relation.guardian'
  sheet.label(id, LEFT, 37.1)
  const wanted: Wanted = { text: paper.guardian.name, weight: 600, size: 3 }
  for (const { line, size, baseline } of fit([wanted], { width: COLUMN, height: 4.4 }, sheet.fonts)) {
    sheet.writeLine(
      'P',
      line,
      { language: 'en', size, weight: 600, colour: colour.ink },
      { x: LEFT, y: 37.95 + baseline },
    )
  }
}

const factStyle = { size: 3, weight: 600, colour: colour.ink } as const

function drawNumber(sheet: Sheet, { shortCode }: CardPaper): void {
  sheet.label('card.number', LEFT, 45.1)
  const style = { size: 4.7, weight: 700, colour: colour.ink } as const
  sheet.write('P', ['en', shortCode], style, { x: LEFT, y: 50.3, tracking: 0.06, width: 36 })
}

function drawCode(sheet: Sheet, { code }: CardPaper): void {
  const plan = planQr(code)
  const half = plan.sideWithQuietZone / 2
  const centre = { x: mm(QR_CENTRE.x), y: mm(QR_CENTRE.y) }
  const box: [number, number, number, number] = [centre.x - half, centre.y - half, centre.x + half, centre.y + half]
  sheet.figure('card.code', box, () => drawQr(sheet.pen.paper, plan, centre))
}

function drawValidity(sheet: Sheet, { issued, expires }: CardPaper): void {
  const style = { size: 2.15, weight: 600, colour: colour.ink } as const
  const centred = { x: QR_CENTRE.x, align: 'centre', width: 29 } as const
  const [english] = sheet.both('card.issued', { date: isolated(printedDay(issued)) })
  const [validTo, ownValidTo] = sheet.both('card.expires', { date: isolated(printedDay(expires)) })
  sheet.write('P', english, style, { ...centred, y: 46 })
  sheet.write('P', validTo, style, { ...centred, y: 48.9 })
  sheet.write('P', ownValidTo, { ...style, weight: 400 }, { ...centred, y: 51.8 })
}

function drawDuplicate(sheet: Sheet): void {
  const box = { x: 41.2, y: 44.6, width: 12.6, height: 6.6 }
  sheet.background(() => {
    sheet.pen.paper.roundedRect(mm(box.x), mm(box.y), mm(box.width), mm(box.height), mm(0.8)).fill(colour.deep)
  })
  const [english, own] = sheet.both('card.duplicate')
  const place = { x: box.x + box.width / 2, align: 'centre', width: box.width - 1.6 } as const
  sheet.write('P', english, { size: 1.9, weight: 700, colour: colour.white }, { ...place, y: box.y + 2.6 })
  sheet.write(
    'P',
    own,
    { size: own[0] === 'ur' ? 1.7 : 2, weight: 600, colour: colour.white },
    { ...place, y: box.y + 5.4 },
  )
}
