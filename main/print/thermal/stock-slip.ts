import type { StockSlip } from '../../../domain/print/document.ts'
import { gap, rule, spread, stack, type Block } from './block.ts'
import { duplicateBar, footing, heading } from './frame.ts'
import { paragraph } from './paragraph.ts'
import { dateText, momentText } from './sentence.ts'
import { isolated, type Sheet } from './sheet.ts'
import { stackAt } from './token-slip.ts'

/** A delivery, a transfer or what was destroyed, `width` dots of ink wide: what, from where to where, and who signs. */
export function stockSlip(sheet: Sheet, slip: StockSlip, width: number): Block {
  const { mm, language, say } = sheet
  const small = { language, size: 3.4, weight: 'regular' } as const
  const told = (label: string, text: string) =>
    text === '' ? [] : [paragraph(sheet, `${label}: ${isolated(text)}`, small, width)]
  return stack([
    duplicateBar(sheet, slip.copy, width),
    heading(sheet, slip.facility, width),
    gap(1.6 * mm),
    stackAt(sheet, width, [
      paragraph(sheet, say(`stock.paper.${slip.what}`), { language, size: 5.4, weight: 'heavy', lines: 1 }, width),
      paragraph(sheet, momentText(say, slip.at), { language, size: 3.6, weight: 'strong' }, width),
      ...told(say('stock.field.from'), slip.from),
      ...told(say('stock.field.to'), slip.to),
      ...told(say('stock.field.reference'), slip.reference),
    ]),
    gap(1.2 * mm),
    ...slip.lines.map((line) => slipLine(sheet, line, width)),
    rule(width, 0.4 * mm),
    gap(1.2 * mm),
    stackAt(
      sheet,
      width,
      slip.by.map((name) => paragraph(sheet, isolated(name), { language, size: 3.6, weight: 'strong' }, width)),
    ),
    // Room for two names by hand.
    gap(12 * mm),
    footing(sheet, slip, '', width),
  ])
}

function slipLine(sheet: Sheet, line: StockSlip['lines'][number], width: number): Block {
  const { mm, language, say } = sheet
  const { medicine, lot, expiry, expected, found, damaged } = line
  const figures = [
    ...(expected === null ? [] : [`${say('stock.field.expected')} ${expected}`]),
    ...(damaged === 0 ? [] : [`${say('stock.field.damaged')} ${damaged}`]),
  ]
  const about = [isolated(lot), ...(expiry === null ? [] : [dateText(say, expiry)])].join(' · ')
  const count = paragraph(sheet, String(found), { language: 'en', size: 5, weight: 'heavy' }, 18 * mm)
  const name = paragraph(sheet, medicine, { language: 'en', size: 4, weight: 'strong' }, width - 20 * mm)
  return stack([
    rule(width, 0.25 * mm),
    gap(1 * mm),
    spread([name, count], width, sheet.direction),
    stackAt(sheet, width, [
      paragraph(sheet, about, { language, size: 3.2, weight: 'regular' }, width),
      ...figures.map((text) => paragraph(sheet, text, { language, size: 3.2, weight: 'regular' }, width)),
    ]),
    gap(1 * mm),
  ])
}
