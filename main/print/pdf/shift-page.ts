import { differenceId } from '../../../domain/hospital/day-statement.ts'
import { directionOf } from '../../../domain/language.ts'
import type { ShiftPage } from '../../../domain/print/document.ts'
import { colour } from './card-art.ts'
import type { Look, Sheet } from './card-sheet.ts'
import { layParagraph, leading, sayParagraph } from './letter-text.ts'
import { isolated, printedDay } from './printed-day.ts'
import type { Book } from './sheet-book.ts'

const [LEFT, RIGHT, TOP, BOTTOM] = [20, 190, 16, 283]
const WIDTH = RIGHT - LEFT

const title: Look = { size: 7, weight: 700, colour: colour.deep }
const head: Look = { size: 4.6, weight: 700, colour: colour.deep }
const plain: Look = { size: 3.8, weight: 400, colour: colour.ink }
const strong: Look = { size: 3.8, weight: 600, colour: colour.ink }
const figure: Look = { size: 4.4, weight: 700, colour: colour.ink }

/** The report of a shift or a day on as many pages of A4 as it takes, in the language of the desk. */
export function addReport(book: Book, report: ShiftPage): void {
  const page = pageOf(book, report)
  const { language, facility } = report
  page.say('H1', facility.name[language], strong, 2)
  page.say('H1', page.text(`day.paper.${report.what}`), title, 2)
  const span = { day: isolated(printedDay(report.day)), from: isolated(report.from), to: isolated(report.to) }
  page.say('P', page.text('day.paper.span', span), strong, 1)
  page.say('P', [report.counter, page.text('day.paper.clerk', { name: report.clerk })].join(' · '), plain, 4)
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
  const when = isolated(`${printedDay(at.slice(0, 10))} ${at.slice(11, 16)}`)
  page.say('P', page.text('day.paper.signed', { name, when }), strong, 1)
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
        const line = ((baseline + 1.8) * 72) / 25.4
        paper.lineWidth(0.3).moveTo((LEFT * 72) / 25.4, line)
        paper.lineTo((RIGHT * 72) / 25.4, line).stroke(colour.quiet)
      })
      y += height
    },
  }
}
