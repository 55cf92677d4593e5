import { differenceId } from '../../../domain/hospital/day-statement.ts'
import type { ShiftReport } from '../../../domain/print/document.ts'
import { gap, rule, spread, stack, type Block } from './block.ts'
import { duplicateBar, footing, heading } from './frame.ts'
import { paragraph } from './paragraph.ts'
import { dateText, momentText } from './sentence.ts'
import { isolated, type Sheet } from './sheet.ts'
import { stackAt } from './token-slip.ts'

/** A shift or a day in numbers, `width` dots of ink wide: what was done, what is to be explained, and who answers for it. */
export function shiftReport(sheet: Sheet, report: ShiftReport, width: number): Block {
  const { mm, language, say } = sheet
  const span = { day: dateText(say, report.day), from: isolated(report.from), to: isolated(report.to) }
  const small = { language, size: 3.3, weight: 'regular' } as const
  return stack([
    duplicateBar(sheet, report.copy, width),
    heading(sheet, report.facility, width),
    gap(1.6 * mm),
    stackAt(sheet, width, [
      paragraph(sheet, say(`day.paper.${report.what}`), { language, size: 5.4, weight: 'heavy', lines: 1 }, width),
      paragraph(sheet, say('day.paper.span', span), { language, size: 3.6, weight: 'strong' }, width),
      paragraph(sheet, say('day.paper.clerk', { name: isolated(report.clerk) }), small, width),
    ]),
    gap(1.2 * mm),
    rule(width, 0.4 * mm),
    gap(1 * mm),
    ...report.lines.map((line) => numberLine(sheet, line, width)),
    ...differencesPart(sheet, report, width),
    gap(1.2 * mm),
    rule(width, 0.4 * mm),
    gap(1.2 * mm),
    stackAt(sheet, width, signedLines(sheet, report, width)),
    gap(1.2 * mm),
    footing(sheet, report, '', width),
  ])
}

function numberLine(sheet: Sheet, { number, count }: ShiftReport['lines'][number], width: number): Block {
  const { mm, language } = sheet
  const figure = paragraph(sheet, String(count), { language: 'en', size: 4.4, weight: 'heavy' }, 16 * mm)
  const name = sheet.say(`day.number.${number}`)
  const words = paragraph(sheet, name, { language, size: 3.6, weight: 'regular' }, width - 18 * mm)
  return stack([spread([words, figure], width, sheet.direction), gap(0.6 * mm)])
}

function differencesPart(sheet: Sheet, { differences }: ShiftReport, width: number): readonly Block[] {
  if (differences.length === 0) return []
  const { mm, language, say } = sheet
  return [
    gap(1.2 * mm),
    rule(width, 0.4 * mm),
    gap(1 * mm),
    stackAt(sheet, width, [
      paragraph(sheet, say('day.paper.differences'), { language, size: 4.4, weight: 'heavy' }, width),
      ...differences.flatMap((each) => [
        gap(0.8 * mm),
        paragraph(
          sheet,
          say(differenceId(each), { name: isolated(each.name) }),
          { language, size: 3.4, weight: 'strong' },
          width,
        ),
        paragraph(
          sheet,
          each.explained ?? say('day.paper.unexplained'),
          { language, size: 3.2, weight: 'regular' },
          width,
        ),
      ]),
    ]),
  ]
}

function signedLines(sheet: Sheet, { signed, note }: ShiftReport, width: number): readonly Block[] {
  const { language, say } = sheet
  const plain = { language, size: 3.4, weight: 'regular' } as const
  const remark = note === '' ? [] : [paragraph(sheet, note, plain, width)]
  if (signed === null) return [paragraph(sheet, say('day.paper.unsigned'), plain, width), ...remark]
  const who = say('day.paper.signed', { name: isolated(signed.name), when: momentText(say, signed.at) })
  return [
    paragraph(sheet, who, { ...plain, weight: 'strong' }, width),
    ...remark,
    paragraph(sheet, say('day.paper.mark', { mark: isolated(signed.mark) }), { ...plain, size: 2.9 }, width),
  ]
}
