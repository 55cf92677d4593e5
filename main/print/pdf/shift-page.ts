import { differenceId } from '../../../domain/hospital/day-statement.ts'
import { directionOf } from '../../../domain/language.ts'
import type { ShiftPage } from '../../../domain/print/document.ts'
import { colour, drawMark } from './card-art.ts'
import type { Look, Sheet } from './card-sheet.ts'
import { layParagraph, leading, sayParagraph } from './letter-text.ts'
import { mm } from './pen.ts'
import { dayIn, isolated } from './printed-day.ts'
import type { Book } from './sheet-book.ts'

const [LEFT, RIGHT, TOP, BOTTOM] = [20, 190, 16, 283]
const WIDTH = RIGHT - LEFT
const MARK = 15

const title: Look = { size: 7, weight: 700, colour: colour.deep }
const head: Look = { size: 4.6, weight: 700, colour: colour.deep }
const plain: Look = { size: 3.8, weight: 400, colour: colour.ink }
const strong: Look = { size: 3.8, weight: 600, colour: colour.ink }
const figure: Look = { size: 4.4, weight: 700, colour: colour.ink }

/** The report of a shift or a day on as many pages of A4 as it takes, in the language of the desk. */
export function addReport(book: Book, report: ShiftPage): void {
  const page = pageOf(book, report)
  const { language, facility } = report
  page.head(facility.name[language], page.text(`day.paper.${report.what}`))
  const span = { day: page.day(report.day), from: isolated(report.from), to: isolated(report.to) }
  page.say('P', page.text('day.paper.span', span), strong, 1)
  const clerk = page.text('day.paper.clerk', { name: isolated(report.clerk) })
  page.say('P', [isolated(report.counter), clerk].join(' · '), plain, 4)
  for (const { number, count } of report.lines) page.number(page.text(`day.number.${number}`), count)
  if (report.differences.length > 0) {
    page.space(4)
    page.say('H2', page.text('day.paper.differences'), head, 1.5)
    for (const each of report.differences) {
      page.say('P', page.text(differenceId(each), { name: isolated(each.name) }), strong, 0.4)
      page.say('P', each.explained ?? page.text('day.paper.unexplained'), plain, 2)
    }
  }
  page.space(6)
  if (report.note !== '') page.say('P', report.note, plain, 2)
  if (report.signed === null) return page.say('P', page.text('day.paper.unsigned'), strong, 0)
  const { name, at, mark } = report.signed
  const when = `${page.day(at.slice(0, 10))} ${isolated(at.slice(11, 16))}`
  page.say('P', page.text('day.paper.signed', { name: isolated(name), when }), strong, 1)
  page.say('P', page.text('day.paper.mark', { mark: isolated(mark) }), plain, 0)
}

type Values = Readonly<Record<string, string>>

/** Writes from top to bottom, and goes on overleaf. */
function pageOf(book: Book, { language }: ShiftPage) {
  book.addPage()
  let sheet: Sheet = book.sheet(language, 'day.paper.day')
  let y = TOP
  const fromRight = directionOf(language) === 'rtl'
  const room = (height: number): void => {
    if (y + height <= BOTTOM) return
    book.addPage()
    sheet = book.sheet(language, 'day.paper.day')
    y = TOP
  }
  return {
    text: (id: Parameters<Sheet['text']>[1], values?: Values) => sheet.text(language, id, values),
    day: (day: string) => dayIn(sheet.text, language, day),
    /** The mark, whose hospital it is and what paper this is, over a marigold rule. */
    head(place: string, name: string): void {
      const x = fromRight ? RIGHT - MARK : LEFT
      sheet.background(() => {
        drawMark(sheet.pen.paper, x, TOP, MARK)
        sheet.pen.paper.rect(mm(LEFT), mm(TOP + MARK + 4), mm(WIDTH), mm(0.9)).fill(colour.marigold)
      })
      const column = { x: fromRight ? LEFT : LEFT + MARK + 4, width: WIDTH - MARK - 4 }
      const says = (text: string, look: Look, down: number) =>
        sheet.block('H1', () => sayParagraph(sheet, [language, text], look, { ...column, y: TOP + down }))
      // Nastaliq climbs as high as it is wide.
      says(place, strong, fromRight ? 3.4 : 4.6)
      says(name, fromRight ? { ...title, size: 5.6 } : title, fromRight ? 14.6 : 12.6)
      y = TOP + MARK + 10
    },
    space: (height: number) => void (y += height),
    say(tag: 'H1' | 'H2' | 'P', text: string, look: Look, after: number): void {
      const { height } = layParagraph(sheet, [language, text], look, WIDTH)
      room(height)
      const baseline = y + look.size
      sheet.block(tag, () => sayParagraph(sheet, [language, text], look, { x: LEFT, y: baseline, width: WIDTH }))
      y += height + after
    },
    number(name: string, count: number): void {
      const height = leading[language] * plain.size + 1.4
      room(height)
      const baseline = y + plain.size
      const [start, end] = fromRight ? [RIGHT, LEFT] : [LEFT, RIGHT]
      sheet.block('P', () => {
        sheet.say([language, name], plain, { x: start, y: baseline, ...(fromRight ? { align: 'right' as const } : {}) })
        const number = { x: end, y: baseline, ...(fromRight ? {} : { align: 'right' as const }) }
        sheet.say(['en', String(count)], figure, number)
      })
      sheet.background(() => {
        const { paper } = sheet.pen
        const line = mm(baseline + 1.8)
        paper.lineWidth(0.25).moveTo(mm(LEFT), line).lineTo(mm(RIGHT), line).stroke(colour.quiet)
      })
      y += height
    },
  }
}
