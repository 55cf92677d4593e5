import { departmentSigns } from '../../../domain/hospital/department-sign.ts'
import { prioritySigns } from '../../../domain/hospital/priority-sign.ts'
import type { Priority } from '../../../domain/hospital/visit-event.ts'
import type { TokenSlip } from '../../../domain/print/document.ts'
import { gap, rule, spread, stack, type Block } from './block.ts'
import { floorLine } from './floor-line.ts'
import { duplicateBar, footing, heading } from './frame.ts'
import { signBlock } from './icon.ts'
import { display, paragraph } from './paragraph.ts'
import { qrBlock } from './qr-block.ts'
import { fullPlaceText, personText, placeText } from './sentence.ts'
import { isolated, type Sheet } from './sheet.ts'

/** The queue slip, `width` dots of ink wide. */
export function tokenSlip(sheet: Sheet, slip: TokenSlip, width: number): Block {
  const { mm } = sheet
  return stack([
    duplicateBar(sheet, slip.copy, width),
    heading(sheet, slip.facility, width),
    gap(3.6 * mm),
    display(sheet, slip.token, 22, width),
    gap(3.6 * mm),
    where(sheet, slip, width),
    gap(2 * mm),
    way(sheet, slip, width),
    gap(1.2 * mm),
    turn(sheet, slip, width),
    gap(1 * mm),
    footing(sheet, slip, free(sheet), width),
  ])
}

function where(sheet: Sheet, slip: TokenSlip, width: number): Block {
  const { department } = slip
  const sign = signBlock(departmentSigns[department.sign], Math.round(Math.min(20 * sheet.mm, width / 3.2)))
  const rest = width - sign.width - 3 * sheet.mm
  const { language, second } = sheet
  const words = stackAt(sheet, rest, [
    paragraph(sheet, department.name[language], { language, size: 6.2, weight: 'heavy', lines: 1 }, rest),
    paragraph(sheet, placeText(sheet.say, department), { language, size: 4, weight: 'strong', lines: 1 }, rest),
    paragraph(
      sheet,
      fullPlaceText(sheet.saySecond, second, department),
      { language: second, size: 3.4, weight: 'regular', lines: 1 },
      rest,
    ),
  ])
  return spread([sign, words], width, sheet.direction)
}

function way(sheet: Sheet, slip: TokenSlip, width: number): Block {
  const { mm, language } = sheet
  const line = floorLine(slip.department.line, 24 * mm, sheet.direction)
  const rest = width - line.width - 3 * mm
  const follow = sheet.say(`paper.line.${slip.department.line}`)
  const words = stackAt(sheet, rest, [
    paragraph(sheet, follow, { language, size: 3.6, weight: 'strong', lines: 1 }, rest),
  ])
  return stack([
    rule(width, 0.25 * mm),
    gap(1.2 * mm),
    spread([line, words], width, sheet.direction),
    gap(1.2 * mm),
    rule(width, 0.25 * mm),
  ])
}

function turn(sheet: Sheet, slip: TokenSlip, width: number): Block {
  const code = qrBlock(sheet.qr(slip.code), 20 * sheet.mm, sheet.mm)
  const beside = width - code.width - 1 * sheet.mm
  // On narrow paper the QR goes under the words.
  if (beside < 26 * sheet.mm) {
    return stack([
      stackAt(sheet, width, turnWords(sheet, slip, width)),
      spread([gapAcross, code, gapAcross], width, sheet.direction),
    ])
  }
  const words = stack([gap(sheet.mm), stackAt(sheet, beside, turnWords(sheet, slip, beside))])
  return spread([words, code], width, sheet.direction, 'top')
}

const gapAcross: Block = gap(0)

function turnWords(sheet: Sheet, slip: TokenSlip, width: number): readonly Block[] {
  const { language, say } = sheet
  const small = { language, size: 3.3, weight: 'regular' } as const
  const person = stackAt(sheet, width, [
    ...(slip.priority === 'none' ? [] : [first(sheet, slip.priority, width)]),
    ...(slip.doctor === null
      ? []
      : [paragraph(sheet, say('visit.with', { doctor: isolated(slip.doctor) }), small, width)]),
    paragraph(sheet, personText(say, slip), small, width),
  ])
  if (slip.expected === null) {
    return [paragraph(sheet, say('paper.wait'), { language, size: 4, weight: 'strong' }, width), person]
  }
  const { from, to, before } = slip.expected
  const times = say('paper.expected', { from: isolated(from), to: isolated(to) })
  return [
    paragraph(sheet, times, { language, size: 5, weight: 'heavy', lines: 1 }, width),
    paragraph(sheet, say('paper.before', { before }), small, width),
    person,
  ]
}

/** Why this person is seen before others: the sign that stands at the door, and its word. */
function first(sheet: Sheet, priority: Exclude<Priority, 'none'>, width: number): Block {
  const { language, say, mm } = sheet
  const sign = signBlock(prioritySigns[priority], Math.round(6 * mm))
  const rest = width - sign.width - 1.5 * mm
  const word = paragraph(sheet, say(`visit.priority.${priority}`), { language, size: 3.8, weight: 'heavy' }, rest)
  return spread([sign, stackAt(sheet, rest, [word])], width, sheet.direction)
}

const free = (sheet: Sheet): string =>
  sheet.language === 'en' ? `${sheet.say('paper.free')} · ${sheet.saySecond('paper.free')}` : sheet.say('paper.free')

/** Blocks under each other, each at the reading start of the box. */
export const stackAt = (sheet: Sheet, width: number, blocks: readonly Block[]): Block => ({
  ...stack(blocks.map((block) => spread([block], width, sheet.direction))),
  width,
})
